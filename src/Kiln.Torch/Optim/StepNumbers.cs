using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The numbers of a step of SGD; KilnSgdStep in kiln_torch.h, where each has its place in a formula.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SgdStep
{
    public double Rate;
    public double WeightDecay;
    public double Momentum;
    public double Take;
    public int Nesterov;
    public int Maximize;
}

/// <summary>The numbers of a step of Adam; KilnAdamStep in kiln_torch.h, where each has its place in a formula.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AdamStep
{
    public double Rate;
    public double WeightDecay;
    public double Shrink;
    public double MeanKeep;
    public double MeanTake;
    public double SquareKeep;
    public double SquareTake;
    public double RootScale;
    public double Eps;
    public int KeepsLargest;
    public int Maximize;
}

/// <summary>The numbers of a step of RMSProp; KilnRmsPropStep in kiln_torch.h, where each has its place in a formula.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RmsPropStep
{
    public double Rate;
    public double WeightDecay;
    public double Momentum;
    public double Keep;
    public double Take;
    public double Eps;
    public int Centered;
    public int Maximize;
}
