using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The head of an error that the shim allocated; KilnError in kiln_torch.h. The text follows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeError
{
    /// <summary>KILN_ERROR_CALLBACK: the text is what the callback returned.</summary>
    internal const int Callback = 8;

    public int Kind;
    public int Length;
    public fixed byte Text[1];
}
