using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The head of an error that the shim allocated; KilnError in kiln_torch.h. The text follows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeError
{
    public int Kind;
    public int Length;
    public fixed byte Text[1];
}
