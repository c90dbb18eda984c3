using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A product of two inputs: <c>yₖ = x₁ᵀ Wₖ x₂ + bₖ</c>.</summary>
/// <remarks>(*, in1_features) and (*, in2_features) to (*, out_features). Weights start uniform on ±1/√in1_features.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Bilinear.html"/>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal Bilinear(BilinearOptions options) : base(nameof(Bilinear))
    {
        (in1_features, in2_features, out_features) = (options.In1Features, options.In2Features, options.OutFeatures);
        if (in1_features < 1 || in2_features < 1 || out_features < 1)
            throw new ArgumentException($"Bilinear: expected sizes of at least 1, got {in1_features}, {in2_features} and {out_features}.");
        weight = InitialWeights.Empty([out_features, in1_features, in2_features], options.Device, options.Dtype);
        if (options.HasBias) bias = InitialWeights.Empty([out_features], options.Device, options.Dtype);
        InitialWeights.Uniform(parameters(), 1 / Math.Sqrt(in1_features));
    }

    /// <summary>The weight, (out_features, in1_features, in2_features).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The bias, (out_features), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The size of the first input's last dimension.</summary>
    public long in1_features { get; }

    /// <summary>The size of the second input's last dimension.</summary>
    public long in2_features { get; }

    /// <summary>The size of the output's last dimension.</summary>
    public long out_features { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => Ops.bilinear(input1, input2, _weight!, _bias);

    private protected override string Extra =>
        $"in1_features={Text.Of(in1_features)}, in2_features={Text.Of(in2_features)}, out_features={Text.Of(out_features)}, bias={Text.Of(_bias is not null)}";
}

/// <summary>The sizes of a bilinear layer.</summary>
internal sealed record BilinearOptions
{
    public required long In1Features { get; init; }

    public required long In2Features { get; init; }

    public required long OutFeatures { get; init; }

    public bool HasBias { get; init; } = true;

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }
}
