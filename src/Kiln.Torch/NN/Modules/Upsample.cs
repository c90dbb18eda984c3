using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resizes signals, images and volumes.</summary>
/// <remarks>(N, C, *) to (N, C, *), by size or by factor.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Upsample.html"/>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    internal Upsample(UpsampleOptions options) : base(nameof(Upsample))
    {
        (size, scale_factor, mode) = (options.Size, options.ScaleFactor, options.Mode);
        (align_corners, recompute_scale_factor) = (options.AlignCorners, options.RecomputeScaleFactor ?? false);
        if (size is null == scale_factor is null)
            throw new ArgumentException($"Upsample: expected either size or scale_factor, got {(size is null ? "neither" : "both")}.", nameof(options));
    }

    /// <summary>The sizes of the output, or null.</summary>
    public long[]? size { get; }

    /// <summary>Output size over input size, for each dimension or for all, or null.</summary>
    public double[]? scale_factor { get; }

    /// <summary>How values between the input's are found.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corner values keep their places; null is the mode's default.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the scale is taken from the rounded sizes.</summary>
    public bool recompute_scale_factor { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners, recompute_scale_factor);

    private protected override string Extra =>
        (size is not null ? $"size={Text.Of(size)}" : $"scale_factor={Factors(scale_factor!)}") + $", mode={mode.ToString().ToLowerInvariant()}";

    private static string Factors(double[] factors) => factors is [var one] ? Text.Of(one) : $"({string.Join(", ", factors.Select(Text.Of))})";
}

/// <summary>How an upsampling resizes.</summary>
internal sealed record UpsampleOptions
{
    public long[]? Size { get; init; }

    public double[]? ScaleFactor { get; init; }

    public UpsampleMode Mode { get; init; }

    public bool? AlignCorners { get; init; }

    public bool? RecomputeScaleFactor { get; init; }
}
