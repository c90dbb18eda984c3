using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Returns its input.</summary>
/// <remarks>Input and output (*); the output is a view, so disposing one leaves the other. Source: PyTorch, torch.nn.Identity.</remarks>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.alias(input);
}
