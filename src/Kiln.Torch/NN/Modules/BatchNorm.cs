namespace TorchSharp.Modules;

/// <summary>Normalises each channel to mean 0 and variance 1 over the batch, then scales and shifts it.</summary>
/// <remarks>Source: PyTorch, torch.nn.BatchNorm1d and BatchNorm2d; Ioffe and Szegedy 2015.</remarks>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(string name, NormOptions options) : base(name, options)
    {
    }

    private protected ArgumentException WrongDimensions(string expected, long got) =>
        new($"{GetName()}: expected {expected}, got an input of {got} dimensions.", "input");
}

/// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
/// <remarks>Source: PyTorch, torch.nn.BatchNorm1d.</remarks>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(NormOptions options) : base(nameof(BatchNorm1d), options)
    {
    }

    private protected override void CheckDimensions(long dimensions)
    {
        if (dimensions is not (2 or 3)) throw WrongDimensions("(N, C) or (N, C, L)", dimensions);
    }
}

/// <summary>Batch normalisation of (N, C, H, W).</summary>
/// <remarks>Source: PyTorch, torch.nn.BatchNorm2d.</remarks>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(NormOptions options) : base(nameof(BatchNorm2d), options)
    {
    }

    private protected override void CheckDimensions(long dimensions)
    {
        if (dimensions != 4) throw WrongDimensions("(N, C, H, W)", dimensions);
    }
}
