using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each example over its last dimensions to mean 0 and variance 1, then scales and shifts it.</summary>
/// <remarks>Input and output (*, normalized_shape). Source: PyTorch, torch.nn.LayerNorm; Ba et al. 2016.</remarks>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal LayerNorm(long[] normalizedShape, double eps, bool elementwiseAffine, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
    {
        normalized_shape = normalizedShape;
        this.eps = eps;
        elementwise_affine = elementwiseAffine;
        if (!elementwiseAffine) return;
        weight = InitialWeights.Filled(normalizedShape, 1, device, dtype);
        if (hasBias) bias = InitialWeights.Filled(normalizedShape, 0, device, dtype);
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
    public override Tensor forward(Tensor input) => Ops.layer_norm(input, normalized_shape, _weight, _bias, eps);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"{Text.Of(normalized_shape)}, eps={Text.Of(eps)}, elementwise_affine={Text.Of(elementwise_affine)}");
}
