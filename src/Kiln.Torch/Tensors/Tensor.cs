using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers of one type with any number of dimensions, and its place in a computation's history.</summary>
    /// <remarks>A tensor is freed by its dispose scope, by <see cref="Dispose()"/>, or by the garbage collector if no scope
    /// owns it. Source: https://pytorch.org/docs/1.13/tensors.html.</remarks>
    public partial class Tensor : IDisposable
    {
        private static long s_count;
        private static long s_peak;

        private nint _handle;
        private DisposeScope? _scope;
        private int _slot;
        private UnscopedTensor? _holder;

        /// <summary>Takes a handle over from the shim.</summary>
        internal Tensor(nint handle)
        {
            _handle = handle;
            CountMade();
            var manager = DisposeScopeManager.OfThread;
            while (manager.Innermost is { } scope)
            {
                if (!scope.TryAdd(this)) continue;
                manager.Tensors.CreatedInScopeCount++;
                return;
            }
            _holder = new UnscopedTensor(handle);
            manager.Tensors.CreatedOutsideScopeCount++;
        }

        /// <summary>How many tensors of this process are alive.</summary>
        public static long TotalCount => Interlocked.Read(ref s_count);

        /// <summary>The most tensors that were alive at one time.</summary>
        public static long PeakCount => Interlocked.Read(ref s_peak);

        /// <summary>The address of the native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (_handle == 0) ThrowDisposed();
                return _handle;
            }
        }

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningScope => _scope;

        internal int Slot => _slot;

        /// <summary>Frees the tensor. Disposing twice does nothing.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the tensor.</summary>
        /// <param name="disposing">Has no meaning here: tensors have no finaliser of their own.</param>
        protected virtual void Dispose(bool disposing)
        {
            var handle = LeaveOwner(toFree: true);
            if (handle != 0) Native.kiln_tensor_free(handle);
        }

        /// <summary>Gives the native tensor away: this object becomes invalid.</summary>
        /// <returns>The handle, which the caller now owns; 0 if the tensor was disposed.</returns>
        public nint DecoupleFromNativeHandle() => LeaveOwner(toFree: false);

        /// <summary>Gives the tensor to the scope around its own, or to nobody if there is none.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
        public Tensor MoveToOuterDisposeScope()
        {
            if (_scope is { } scope) MoveToOtherDisposeScope(scope.OuterScope);
            return this;
        }

        /// <summary>Gives the tensor to the scope that owns another tensor.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other._scope);

        /// <summary>Gives the tensor to another scope, or to nobody.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            var handle = Handle;
            var from = _scope;
            if (ReferenceEquals(from, other)) return this;
            var statistics = DisposeScopeManager.OfThread.Tensors;
            if (from is null) statistics.AttachedToScopeCount++;
            else if (!from.TryRemove(this)) return MoveToOtherDisposeScope(other);
            if (other is null)
            {
                _holder = new UnscopedTensor(handle);
                statistics.DetachedFromScopeCount++;
                return this;
            }
            var holder = _holder;
            if (!other.TryAdd(this))
            {
                _holder = holder ?? new UnscopedTensor(handle);
                throw new ObjectDisposedException(nameof(DisposeScope), "MoveToOtherDisposeScope: the dispose scope is closed. Move the tensor to one that is open.");
            }
            holder?.Release();
            _holder = null;
            return this;
        }

        /// <summary>Takes the tensor out of its scope: from now on the caller or the garbage collector frees it.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
        public Tensor DetachFromDisposeScope() => MoveToOtherDisposeScope((DisposeScope?)null);

        /// <summary>The old spelling of <see cref="DetachFromDisposeScope"/>, kept because TorchSharp keeps it.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        internal static void CountFreed(int count) => Interlocked.Add(ref s_count, -count);

        internal void EnterScope(DisposeScope scope, int slot)
        {
            _scope = scope;
            _slot = slot;
        }

        internal void LeaveScope() => _scope = null;

        /// <summary>Called by the scope, under its lock, that frees the tensor.</summary>
        internal nint TakeHandle()
        {
            var handle = _handle;
            _handle = 0;
            _scope = null;
            return handle;
        }

        /// <summary>Called by the scope, under its lock, that cannot free the tensor.</summary>
        internal void LeaveToCollector()
        {
            _holder = new UnscopedTensor(_handle);
            _scope = null;
        }

        // Two threads may dispose a tensor at the same time: one of them gets the handle.
        private nint LeaveOwner(bool toFree)
        {
            while (_scope is { } scope)
            {
                if (scope.TryTakeHandle(this, toFree) is not { } taken) continue;
                CountFreed(1);
                DisposeScopeManager.OfThread.Tensors.DisposedInScopeCount++;
                return taken;
            }
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) return 0;
            _holder?.Release();
            _holder = null;
            CountFreed(1);
            DisposeScopeManager.OfThread.Tensors.DisposedOutsideScopeCount++;
            return handle;
        }

        private static void CountMade()
        {
            var count = Interlocked.Increment(ref s_count);
            if (count > s_peak) s_peak = count;
        }

        [DoesNotReturn]
        private static void ThrowDisposed() => throw new ObjectDisposedException(
            nameof(Tensor), "The tensor was disposed, by hand or with the dispose scope it was made in. Keep it with MoveToOuterDisposeScope() or DetachFromDisposeScope().");
    }
}
