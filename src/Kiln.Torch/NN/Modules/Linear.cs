using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer: <c>y = x Wᵀ + b</c>.</summary>
/// <remarks>(*, in_features) to (*, out_features).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Linear.html"/>
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
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            SetParameter(ref _weight, nameof(weight), value);
            (out_features, in_features) = (value.shape[0], value.shape[1]);
        }
    }

    /// <summary>The bias, (out_features), or null; drawn from the uniform distribution on ±1/√in_features.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The size of the input's last dimension.</summary>
    public long in_features { get; set; }

    /// <summary>The size of the output's last dimension.</summary>
    public long out_features { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        try
        {
            return Ops.linear(input, _weight!, _bias);
        }
        catch (TorchException) when (input.dim() == 0 || input.shape[^1] != _weight!.shape[1])
        {
            throw new ArgumentException(Complaint(input.shape), nameof(input));
        }
    }

    private string Complaint(long[] shape)
    {
        bool flat = shape.Length > 2 && shape.Skip(1).Aggregate(1L, (product, size) => product * size) == _weight!.shape[1];
        string remedy = flat ? "Put Flatten() before it."
            : shape.Length > 0 ? $"Give the layer inputSize {shape[^1]}, or change what comes before it." : "Give the input a dimension with reshape.";
        return $"Linear: expected last dimension {_weight!.shape[1]}, got {Text.Of(shape)}. {remedy}";
    }

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"in_features={in_features}, out_features={out_features}, bias={Text.Of(bias is not null)}");
}
