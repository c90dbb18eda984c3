using System.Text;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>TorchScript: programs that Python saved with their weights, and small ones from their source.</summary>
    /// <remarks>
    /// A TorchScript file holds code that libtorch's interpreter runs. It is not Python, and nothing is unpickled into Python objects,
    /// but it is code: load only files you trust. Weights alone travel more safely as safetensors.
    /// </remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/jit.html"/>
    public static partial class jit
    {
        /// <summary>Loads what Python's <c>torch.jit.save</c> or <see cref="save"/> wrote.</summary>
        /// <param name="filename">The file. Load only files you trust: they hold code.</param>
        /// <param name="device_type">Where the weights shall lie.</param>
        /// <param name="device_index">Which device of that kind; -1 is the current one.</param>
        /// <returns>The program; the caller disposes it.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="InvalidDataException">The file is damaged or not a TorchScript archive.</exception>
        /// <exception cref="TorchException">libtorch cannot read the program, for example because it is of a newer version.</exception>
        public static ScriptModule load(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) => new(Open(filename, device_type, device_index));

        /// <inheritdoc cref="load(string, DeviceType, long)"/>
        /// <param name="filename">The file.</param>
        /// <param name="map_location">Where the weights shall lie.</param>
        public static ScriptModule load(string filename, Device map_location) => load(filename, map_location.type, map_location.index);

        /// <inheritdoc cref="load(string, Device)"/>
        public static ScriptModule load(string filename, string map_location) => load(filename, new Device(map_location));

        /// <inheritdoc cref="load(string, DeviceType, long)"/>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<TResult> load<TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, device_type, device_index));

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<TResult> load<TResult>(string filename, Device map_location) => load<TResult>(filename, map_location.type, map_location.index);

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<TResult> load<TResult>(string filename, string map_location) => load<TResult>(filename, new Device(map_location));

        /// <inheritdoc cref="load(string, DeviceType, long)"/>
        /// <typeparam name="T1">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, device_type, device_index));

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="T1">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, Device map_location) => load<T1, TResult>(filename, map_location.type, map_location.index);

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="T1">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, TResult> load<T1, TResult>(string filename, string map_location) => load<T1, TResult>(filename, new Device(map_location));

        /// <inheritdoc cref="load(string, DeviceType, long)"/>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            new(Open(filename, device_type, device_index));

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, Device map_location) => load<T1, T2, TResult>(filename, map_location.type, map_location.index);

        /// <inheritdoc cref="load(string, Device)"/>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the output.</typeparam>
        public static ScriptModule<T1, T2, TResult> load<T1, T2, TResult>(string filename, string map_location) => load<T1, T2, TResult>(filename, new Device(map_location));

        /// <summary>Writes a program with its weights as they are now, for <see cref="load(string, DeviceType, long)"/> and Python's <c>torch.jit.load</c>.</summary>
        /// <param name="module">The program.</param>
        /// <param name="filename">The file; one that exists is replaced.</param>
        /// <exception cref="TorchException">The file cannot be written.</exception>
        public static void save(ScriptModule module, string filename) => module.SaveScript(filename);

        /// <summary>Compiles functions from their source in TorchScript, the part of Python that libtorch's interpreter runs.</summary>
        /// <param name="script">One or several functions (<c>def</c>); without type annotations all arguments are tensors.</param>
        /// <returns>The compiled functions; the caller disposes them.</returns>
        /// <exception cref="ArgumentException">There is no source.</exception>
        /// <exception cref="TorchException">The source does not compile.</exception>
        public static unsafe CompilationUnit compile(string script)
        {
            ArgumentException.ThrowIfNullOrEmpty(script);
            // The compiler wants the last line to end.
            var source = Encoding.UTF8.GetBytes(script + "\n");
            nint unit;
            fixed (byte* bytes = source) Native.Check(Native.kiln_jit_compile(bytes, source.Length, &unit), "jit.compile");
            return new CompilationUnit(new ScriptHandle(unit, Native.kiln_jit_unit_free));
        }

        private static unsafe ScriptHandle Open(string filename, DeviceType type, long index)
        {
            InitializeDeviceType(type);
            ScriptArchive.Check(filename);
            var path = Encoding.UTF8.GetBytes(filename);
            nint module;
            fixed (byte* bytes = path) Native.Check(Native.kiln_jit_load(bytes, path.Length, (int)type, (int)index, &module), $"jit.load {filename}");
            return new ScriptHandle(module, Native.kiln_jit_module_free);
        }
    }
}
