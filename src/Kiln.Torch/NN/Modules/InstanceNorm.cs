using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel of each example to mean 0 and variance 1, then scales and shifts it.</summary>
/// <remarks>Inputs may lack the batch dimension. Source: Ulyanov et al. 2016.</remarks>
public abstract class InstanceNorm : NormBase
{
    private readonly int _spatial;

    private protected InstanceNorm(string name, int spatial, NormOptions options) : base(name, options) => _spatial = spatial;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input.dim());
        if (input.dim() == _spatial + 2) return Normalise(input);
        using var scope = NewDisposeScope();
        return Ops.squeeze(Normalise(Ops.unsqueeze(input, 0)), 0).MoveToOuterDisposeScope();
    }

    private protected override void CheckDimensions(long dimensions)
    {
        if (dimensions == _spatial + 1 || dimensions == _spatial + 2) return;
        string sizes = string.Join(", ", new[] { "D", "H", "W" }[^_spatial..]);
        throw WrongDimensions(_spatial == 1 ? "(N, C, L) or (C, L)" : $"(N, C, {sizes}) or (C, {sizes})", dimensions);
    }

    private Tensor Normalise(Tensor input) =>
        Ops.instance_norm(input, Weight, Bias, RunningMean, RunningVar, training || !track_running_stats, momentum ?? 0, eps, cudnn_enabled: false);
}

/// <summary>Instance normalisation of (N, C, L).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.InstanceNorm1d.html"/>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(NormOptions options) : base(nameof(InstanceNorm1d), 1, options)
    {
    }
}

/// <summary>Instance normalisation of (N, C, H, W).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.InstanceNorm2d.html"/>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(NormOptions options) : base(nameof(InstanceNorm2d), 2, options)
    {
    }
}

/// <summary>Instance normalisation of (N, C, D, H, W).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.InstanceNorm3d.html"/>
public sealed class InstanceNorm3d : InstanceNorm
{
    internal InstanceNorm3d(NormOptions options) : base(nameof(InstanceNorm3d), 3, options)
    {
    }
}
