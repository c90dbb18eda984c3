using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each example over its last dimensions to mean 0 and variance 1, then scales and shifts it.</summary>
/// <remarks>(*, normalized_shape) to the same. Source: Ba et al. 2016.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.LayerNorm.html"/>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal LayerNorm(LayerNormOptions options) : base(nameof(LayerNorm))
    {
        (normalized_shape, eps, elementwise_affine) = (options.NormalizedShape, options.Eps, options.ElementwiseAffine);
        if (!elementwise_affine) return;
        weight = InitialWeights.Filled(normalized_shape, 1, options.Device, options.Dtype);
        if (options.Bias) bias = InitialWeights.Filled(normalized_shape, 0, options.Device, options.Dtype);
    }

    /// <summary>The scale, of <see cref="normalized_shape"/>; null without <see cref="elementwise_affine"/>. Starts at 1.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The shift, of <see cref="normalized_shape"/>, or null. Starts at 0.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The sizes of the last dimensions that are normalised together.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>What is added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are scale and shift.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>Sets scale and shift to their start values.</summary>
    public void reset_parameters()
    {
        if (_weight is not null) nn.init.ones_(_weight);
        if (_bias is not null) nn.init.zeros_(_bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        try
        {
            return Ops.layer_norm(input, normalized_shape, _weight, _bias, eps);
        }
        catch (TorchException) when (!input.shape.AsSpan().EndsWith(normalized_shape))
        {
            throw new ArgumentException($"LayerNorm: expected (*, {string.Join(", ", normalized_shape)}), got {Text.Of(input.shape)}.", nameof(input));
        }
    }

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"{Text.Of(normalized_shape)}, eps={Text.Of(eps)}, elementwise_affine={Text.Of(elementwise_affine)}");
}

/// <summary>The sizes and switches of a layer normalisation.</summary>
internal sealed record LayerNormOptions
{
    public required long[] NormalizedShape { get; init; }

    public double Eps { get; init; }

    public bool ElementwiseAffine { get; init; }

    public bool Bias { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }
}
