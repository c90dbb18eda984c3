using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value of windows drawn at random so that the output has a given size.</summary>
/// <remarks>(N, C, H, W) to (N, C, H', W'); the windows are drawn in evaluation too. Source: Graham 2014.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.FractionalMaxPool2d.html"/>
public sealed class FractionalMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool2d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool2d))
    {
        FractionalSizes.Check(nameof(FractionalMaxPool2d), output_size, output_ratio);
        (this.kernel_size, this.output_size, this.output_ratio) = (kernel_size, output_size, output_ratio);
    }

    /// <summary>The window's height and width.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Height and width of the output, or null.</summary>
    public long[]? output_size { get; set; }

    /// <summary>Height and width of the output as fractions of the input's, or null.</summary>
    public double[]? output_ratio { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool2d(input, kernel_size, output_size, output_ratio);

    /// <inheritdoc cref="MaxPool2d.forward_with_indices"/>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
}

/// <summary>The largest value of windows drawn at random so that the output has a given size.</summary>
/// <remarks>(N, C, D, H, W) to (N, C, D', H', W'); the windows are drawn in evaluation too. Source: Graham 2014.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.FractionalMaxPool3d.html"/>
public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool3d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool3d))
    {
        FractionalSizes.Check(nameof(FractionalMaxPool3d), output_size, output_ratio);
        (this.kernel_size, this.output_size, this.output_ratio) = (kernel_size, output_size, output_ratio);
    }

    /// <summary>The window's depth, height and width.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Depth, height and width of the output, or null.</summary>
    public long[]? output_size { get; set; }

    /// <summary>Depth, height and width of the output as fractions of the input's, or null.</summary>
    public double[]? output_ratio { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

    /// <inheritdoc cref="MaxPool3d.forward_with_indices"/>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
}

/// <summary>The rule that either the size or the ratio of the output is given.</summary>
internal static class FractionalSizes
{
    public static void Check(string name, long[]? outputSize, double[]? outputRatio)
    {
        if (outputSize is null == outputRatio is null)
            throw new ArgumentException($"{name}: expected either output_size or output_ratio, got {(outputSize is null ? "neither" : "both")}.");
        if (outputRatio is not null && outputRatio.Any(ratio => ratio is not (> 0 and < 1)))
            throw new ArgumentOutOfRangeException(nameof(outputRatio), $"{name}: expected an output_ratio between 0 and 1, got ({string.Join(", ", outputRatio.Select(Text.Of))}).");
    }
}
