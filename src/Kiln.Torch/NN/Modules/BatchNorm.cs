using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel to mean 0 and variance 1 over the batch, then scales and shifts it.</summary>
/// <remarks>(N, C, *) to (N, C, *). Source: Ioffe and Szegedy 2015.</remarks>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(string name, NormOptions options) : base(name, options)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input.dim());
        bool useBatch = training || RunningMean is null || RunningVar is null;
        bool update = training && track_running_stats;
        return Ops.batch_norm(input, Weight, Bias, training && !update ? null : RunningMean, training && !update ? null : RunningVar,
            useBatch, update ? CountBatch() : momentum ?? 0, eps, cudnn_enabled: false);
    }
}

/// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BatchNorm1d.html"/>
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
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BatchNorm2d.html"/>
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

/// <summary>Batch normalisation of (N, C, D, H, W).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BatchNorm3d.html"/>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(NormOptions options) : base(nameof(BatchNorm3d), options)
    {
    }

    private protected override void CheckDimensions(long dimensions)
    {
        if (dimensions != 5) throw WrongDimensions("(N, C, D, H, W)", dimensions);
    }
}
