using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sizes of a convolution, checked before anything is allocated.</summary>
internal sealed record ConvolutionOptions
{
    public required long InChannels { get; init; }

    public required long OutChannels { get; init; }

    public required long[] KernelSize { get; init; }

    public required long[] Stride { get; init; }

    public ConvolutionPadding Padding { get; init; }

    public long[]? OutputPadding { get; init; }

    public required long[] Dilation { get; init; }

    public PaddingModes PaddingMode { get; init; } = PaddingModes.Zeros;

    public long Groups { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }

    public void Check(string name)
    {
        if (Groups < 1 || InChannels % Groups != 0 || OutChannels % Groups != 0)
            throw new ArgumentException($"{name}: expected channels divisible by groups, got {InChannels} in, {OutChannels} out and {Groups} groups.", nameof(Groups));
        if (InChannels < 1 || OutChannels < 1 || KernelSize.Any(size => size < 1) || Stride.Any(size => size < 1) || Dilation.Any(size => size < 1))
            throw new ArgumentException($"{name}: expected channels, kernel_size, stride and dilation of at least 1, got {InChannels} and {OutChannels} channels, kernel_size {Text.Of(KernelSize)}, stride {Text.Of(Stride)}, dilation {Text.Of(Dilation)}.", nameof(KernelSize));
        if (Padding.Sizes is { } padding && padding.Any(size => size < 0))
            throw new ArgumentException($"{name}: expected padding of at least 0, got {Text.Of(padding)}.", nameof(Padding));
        if (Padding.Rule == TorchSharp.Padding.Same && Stride.Any(size => size != 1))
            throw new ArgumentException($"{name}: padding 'same' needs stride 1, got {Text.Of(Stride)}. Give the padding as a number.", nameof(Padding));
    }
}

/// <summary>Padding by number or by rule.</summary>
internal readonly record struct ConvolutionPadding(long[]? Sizes, Padding? Rule)
{
    public static implicit operator ConvolutionPadding(long[] sizes) => new(sizes, null);

    public static implicit operator ConvolutionPadding(Padding rule) => new(null, rule);
}
