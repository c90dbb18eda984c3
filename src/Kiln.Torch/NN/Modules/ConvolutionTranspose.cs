using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions share: they may be told the size of their output.</summary>
/// <remarks>L' = (L − 1)·stride − 2·padding + dilation·(kernel_size − 1) + output_padding + 1.</remarks>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, ConvolutionOptions options) : base(name, Checked(name, options), transposed: true)
    {
    }

    /// <summary>Computes the output in a given size.</summary>
    /// <param name="input">The input, (N, in_channels, *).</param>
    /// <param name="output_size">The sizes of the output's last dimensions; null takes <see cref="Convolution.output_padding"/>.</param>
    /// <returns>(N, out_channels, *); the caller disposes it.</returns>
    /// <exception cref="ArgumentException">No output of this size is possible.</exception>
    public Tensor forward(Tensor input, long[]? output_size) =>
        output_size is null ? forward(input) : Convolve(input, PaddingFor(input, output_size));

    /// <inheritdoc cref="forward(Tensor, long[])"/>
    public Tensor call(Tensor input, long[]? output_size) => forward(input, output_size);

    private protected override Tensor Convolve(Tensor input) => Convolve(input, output_padding);

    /// <summary>Calls the operator of this number of dimensions.</summary>
    private protected abstract Tensor Convolve(Tensor input, long[] outputPadding);

    private long[] PaddingFor(Tensor input, long[] outputSize)
    {
        int dimensions = kernel_size.Length;
        var (shape, wanted) = (input.shape[^dimensions..], outputSize[Math.Max(0, outputSize.Length - dimensions)..]);
        if (wanted.Length != dimensions)
            throw new ArgumentException($"{GetName()}: expected an output_size of {dimensions} numbers, got {Text.Of(outputSize)}.", nameof(outputSize));
        var result = new long[dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            long smallest = (shape[i] - 1) * stride[i] - 2 * padding![i] + dilation[i] * (kernel_size[i] - 1) + 1;
            result[i] = wanted[i] - smallest;
            if (result[i] < 0 || result[i] >= stride[i])
                throw new ArgumentException($"{GetName()}: expected an output_size between {smallest} and {smallest + stride[i] - 1} in dimension {i}, got {wanted[i]}.", nameof(outputSize));
        }
        return result;
    }

    private static ConvolutionOptions Checked(string name, ConvolutionOptions options) =>
        options.PaddingMode == PaddingModes.Zeros ? options
        : throw new ArgumentException($"{name}: expected padding_mode Zeros, the only one of transposed convolutions, got {options.PaddingMode}.", "padding_mode");
}

/// <summary>A transposed convolution over one dimension: the gradient of a convolution by its input.</summary>
/// <remarks>(N, in_channels, L) to (N, out_channels, L').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ConvTranspose1d.html"/>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(ConvolutionOptions options) : base(nameof(ConvTranspose1d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input, long[] outputPadding) =>
        Ops.conv_transpose1d(input, Weight, Bias, stride, padding!, outputPadding, groups, dilation);
}

/// <summary>A transposed convolution over images: the gradient of a convolution by its input.</summary>
/// <remarks>(N, in_channels, H, W) to (N, out_channels, H', W').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ConvTranspose2d.html"/>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(ConvolutionOptions options) : base(nameof(ConvTranspose2d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input, long[] outputPadding) =>
        Ops.conv_transpose2d(input, Weight, Bias, stride, padding!, outputPadding, groups, dilation);
}

/// <summary>A transposed convolution over volumes: the gradient of a convolution by its input.</summary>
/// <remarks>(N, in_channels, D, H, W) to (N, out_channels, D', H', W').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ConvTranspose3d.html"/>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(ConvolutionOptions options) : base(nameof(ConvTranspose3d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input, long[] outputPadding) =>
        Ops.conv_transpose3d(input, Weight, Bias, stride, padding!, outputPadding, groups, dilation);
}
