namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers: the same seed gives the same numbers as Python's PyTorch.</summary>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.Generator.html.</remarks>
    public class Generator : IDisposable
    {
        private static readonly Lazy<Generator> s_default = new(MakeDefault);
        private nint _handle;

        /// <summary>Makes a generator of its own.</summary>
        /// <param name="seed">The seed.</param>
        /// <param name="device">The device; only the CPU exists here.</param>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            InitializeDeviceType(this.device.type);
            nint handle;
            Native.Check(Native.kiln_generator_new(seed, &handle), "Generator");
            _handle = handle;
        }

        private Generator(nint handle) => (_handle, device, IsDefault) = (handle, CPU, true);

        /// <summary>Frees a generator that nobody disposed.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The generator that operations use when they are given none.</summary>
        public static Generator Default => s_default.Value;

        /// <summary>The address of the native generator.</summary>
        /// <exception cref="ObjectDisposedException">The generator was disposed.</exception>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        internal bool IsDefault { get; }

        /// <summary>The device of the generator.</summary>
        public Device device { get; }

        /// <summary>Starts the generator anew.</summary>
        /// <returns>This generator.</returns>
        public unsafe Generator manual_seed(long seed)
        {
            using var draw = Draw.From(this);
            Native.Check(Native.kiln_generator_set_seed(Handle, unchecked((ulong)seed)), "manual_seed");
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Starts the generator anew with a seed from the operating system.</summary>
        /// <returns>The seed.</returns>
        public unsafe long seed()
        {
            using var draw = Draw.From(this);
            ulong seed;
            Native.Check(Native.kiln_generator_new_seed(Handle, &seed), "seed");
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        /// <summary>The seed the generator started with.</summary>
        public unsafe long initial_seed()
        {
            using var draw = Draw.From(this);
            ulong seed;
            Native.Check(Native.kiln_generator_get_seed(Handle, &seed), "initial_seed");
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        /// <summary>The generator's whole state.</summary>
        /// <returns>Bytes, (5056).</returns>
        public Tensor get_state()
        {
            using var draw = Draw.From(this);
            return NativeState();
        }

        /// <summary>Puts the generator into a state that <see cref="get_state"/> gave.</summary>
        /// <exception cref="TorchException">The tensor is no state of a generator.</exception>
        public void set_state(Tensor value)
        {
            using var draw = Draw.From(this);
            Load(value);
        }

        /// <summary>The state, taken without waiting for a turn.</summary>
        internal unsafe Tensor NativeState()
        {
            nint state;
            Native.Check(Native.kiln_generator_get_state(Handle, &state), "get_state");
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Puts a state in without waiting for a turn.</summary>
        internal unsafe void Load(Tensor value)
        {
            Native.Check(Native.kiln_generator_set_state(Handle, value.Handle), "set_state");
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        /// <summary>Frees the generator. Disposing twice, or disposing the default generator, does nothing.</summary>
        public void Dispose()
        {
            if (s_default.IsValueCreated && ReferenceEquals(this, s_default.Value)) return;
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        private static unsafe Generator MakeDefault()
        {
            nint handle;
            Native.Check(Native.kiln_generator_default(&handle), "Generator");
            return new Generator(handle);
        }

        /// <summary>Frees the generator.</summary>
        /// <param name="disposing">False where the garbage collector asks.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (_handle != 0) Native.kiln_generator_free(_handle);
            _handle = 0;
        }
    }
}
