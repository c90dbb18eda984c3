using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The beta distribution on 0..1: density in proportion to <c>xᵃ⁻¹ (1 − x)ᵇ⁻¹</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#beta"/>
public sealed class Beta : Distribution
{
    private readonly Dirichlet _dirichlet;

    internal Beta(Tensor concentration1, Tensor concentration0, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(concentration1, concentration0);
        (this.concentration1, this.concentration0) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.concentration1.shape;
        RequirePositive(nameof(concentration1), this.concentration1);
        RequirePositive(nameof(concentration0), this.concentration0);
        _dirichlet = new Dirichlet(Ops.stack([this.concentration1, this.concentration0], -1), generator);
    }

    /// <summary>The concentration a, (batch_shape).</summary>
    public Tensor concentration1 { get; }

    /// <summary>The concentration b, (batch_shape).</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => concentration1 / (concentration1 + concentration0));

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.select(_dirichlet.mode, -1, 0));

    /// <inheritdoc/>
    public override Tensor variance => Result(() =>
    {
        var total = concentration1 + concentration0;
        return concentration1 * concentration0 / (total.pow(2) * (total + 1));
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => Ops.select(_dirichlet.rsample(sample_shape), -1, 0));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => _dirichlet.log_prob(Ops.stack([value, 1 - value], -1)));

    /// <inheritdoc/>
    public override Tensor entropy() => _dirichlet.entropy();

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Beta(Ops.expand(concentration1, batch_shape.Shape), Ops.expand(concentration0, batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _dirichlet.Dispose();
        base.Dispose(disposing);
    }
}
