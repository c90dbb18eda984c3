using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
/// <remarks>(*) to (*). Source: Hendrycks and Gimpel 2016.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GELU.html"/>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    private readonly Approximate _approximate;

    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none = 0,

        /// <summary>By a hyperbolic tangent.</summary>
        tanh = 1,
    }

    internal GELU(Approximate approximate = Approximate.none, bool inplace = false) : base(nameof(GELU))
    {
        _approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.gelu(input, _approximate, inplace);

    private protected override string Extra => $"approximate='{_approximate}'";
}
