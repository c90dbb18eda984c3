using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>Distributions that are shifted by a location and stretched by a scale, or made of one that is.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html"/>
public abstract class LocationScale : Distribution
{
    private protected LocationScale(Tensor loc, Tensor scale, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(loc, scale);
        (this.loc, this.scale) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.loc.shape;
        RequireNumber(nameof(loc), this.loc);
        RequirePositive(nameof(scale), this.scale);
    }

    /// <summary>The location, (batch_shape); of a log-normal distribution that of the logarithm.</summary>
    public Tensor loc { get; }

    /// <summary>The scale, (batch_shape); of a log-normal distribution that of the logarithm.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public sealed override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return With(Ops.expand(loc, batch_shape.Shape), Ops.expand(scale, batch_shape.Shape));
    }

    // The same distribution of other parameters.
    private protected abstract Distribution With(Tensor loc, Tensor scale);
}
