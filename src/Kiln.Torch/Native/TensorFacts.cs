using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What there is to know about a tensor, in one call; KilnTensorFacts in kiln_torch.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorFacts
{
    public nint Data;
    public long* Sizes;
    public long* Strides;
    public long Elements;
    public int Dimensions;
    public int ScalarType;
    public int DeviceType;
    public int DeviceIndex;
    public TensorFlags Flags;
    public int Version;
}

/// <summary>KilnTensorFlags in kiln_torch.h.</summary>
[Flags]
internal enum TensorFlags
{
    RequiresGrad = 1,
    IsLeaf = 2,
    IsContiguous = 4,
    IsQuantized = 8,
    IsSparse = 16,
    IsUnresolved = 32,
}
