using System.Runtime.CompilerServices;

namespace TorchSharp;

public sealed partial class DisposeScope
{
    // A scope is used by one thread, except where a tensor is freed or moved by another. The lock is held for a few
    // instructions and taken for every tensor that is made; a monitor would cost four times as much.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _lock, 1, 0) != 0) WaitForLock();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Exit() => Volatile.Write(ref _lock, 0);

    private void WaitForLock()
    {
        var wait = new SpinWait();
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0) wait.SpinOnce();
    }

    private Hold Locked()
    {
        Enter();
        return new Hold(this);
    }

    private readonly ref struct Hold(DisposeScope scope)
    {
        public void Dispose() => scope.Exit();
    }
}
