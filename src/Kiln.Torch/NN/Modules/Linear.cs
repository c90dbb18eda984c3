using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer: <c>y = x Wᵀ + b</c>.</summary>
/// <remarks>Input (*, in_features), output (*, out_features). Source: PyTorch, torch.nn.Linear.</remarks>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        if (inputSize < 0 || outputSize < 0)
            throw new ArgumentOutOfRangeException(nameof(inputSize), $"Linear: expected sizes of at least 0, got inputSize {inputSize} and outputSize {outputSize}.");
        weight = InitialWeights.Empty([outputSize, inputSize], device, dtype);
        InitialWeights.KaimingUniform(weight);
        if (!hasBias) return;
        bias = InitialWeights.Empty([outputSize], device, dtype);
        InitialWeights.UniformByFanIn(bias, weight);
    }

    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        this.weight = weight;
        this.bias = bias;
    }

    /// <summary>The weight, (out_features, in_features); drawn from the uniform distribution on ±1/√in_features.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The bias, (out_features), or null; drawn from the uniform distribution on ±1/√in_features.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The size of the input's last dimension.</summary>
    public long in_features => weight.shape[1];

    /// <summary>The size of the output's last dimension.</summary>
    public long out_features => weight.shape[0];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.linear(input, _weight!, _bias);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"in_features={in_features}, out_features={out_features}, bias={Text.Of(bias is not null)}");
}
