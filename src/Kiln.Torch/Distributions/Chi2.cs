using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The chi-squared distribution: the sum of the squares of df standard normal draws.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#chi2"/>
public sealed class Chi2 : Gamma
{
    internal Chi2(Tensor df, Generator? generator) : base(df * 0.5, Ops.full_like(df.detach(), 0.5), generator)
    {
    }

    /// <summary>The degrees of freedom, (batch_shape).</summary>
    public Tensor df => Result(() => concentration * 2);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Chi2(Ops.expand(concentration, batch_shape.Shape) * 2, generator);
    }
}
