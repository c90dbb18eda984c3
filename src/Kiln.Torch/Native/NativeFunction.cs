using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>An operation whose backward pass is a callback; KilnFunction in kiln_torch.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeFunction
{
    public NativeCallback Callback;
    public byte* Name;
    public nint* Inputs;
    public nint* Outputs;
    public nint* Dirty;
    public nint* Constants;
    public nint* Saved;
    public int InputCount;
    public int OutputCount;
    public int DirtyCount;
    public int ConstantCount;
    public int SavedCount;
    public int MaterializeGrads;
}
