using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Owns a module or a compilation unit of the shim; it is freed once, by hand or by the garbage collector, and never during a call.</summary>
internal sealed class ScriptHandle : SafeHandle
{
    private readonly Action<nint> _free;

    internal ScriptHandle(nint handle, Action<nint> free) : base(0, ownsHandle: true)
    {
        SetHandle(handle);
        _free = free;
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        _free(handle);
        return true;
    }

    /// <summary>Calls with the address, which stays valid for as long as the call takes.</summary>
    /// <exception cref="ObjectDisposedException">It was freed.</exception>
    internal T Use<T>(Func<nint, T> call)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return call(handle);
        }
        finally
        {
            if (held) DangerousRelease();
        }
    }
}
