using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Leaky rectifier whose slopes are learned: <c>max(0, x) + weight · min(0, x)</c>.</summary>
/// <remarks>(*) or (N, C, *) to the same. Source: He et al. 2015.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.PReLU.html"/>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = InitialWeights.Filled([num_parameters], init, device, dtype);
    }

    /// <summary>The slopes, (num_parameters).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The number of slopes: 1, or the number of channels.</summary>
    public long num_parameters { get; }

    /// <summary>The first value of the slopes.</summary>
    public double init { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.prelu(input, _weight!);

    private protected override string Extra => $"num_parameters={Text.Of(num_parameters)}";
}
