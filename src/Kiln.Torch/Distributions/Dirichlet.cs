using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Dirichlet distribution of probabilities that sum to 1: density in proportion to <c>Π xᵢ^(aᵢ − 1)</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#dirichlet"/>
public sealed class Dirichlet : Distribution
{
    internal Dirichlet(Tensor concentration, Generator? generator) : base(generator)
    {
        if (concentration.dim() < 1)
            throw new ArgumentException("Dirichlet: expected concentrations of categories in the last dimension, got a scalar. Give at least (K).", nameof(concentration));
        this.concentration = Own(Ops.alias(concentration));
        (batch_shape, event_shape) = (concentration.shape[..^1], concentration.shape[^1..]);
        RequirePositive(nameof(concentration), this.concentration);
    }

    /// <summary>The concentrations a, (batch_shape, K).</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => concentration / concentration.sum(-1, keepdim: true));

    /// <inheritdoc/>
    public override Tensor mode => Result(() =>
    {
        var above = Ops.clamp_min(concentration - 1, 0);
        var inside = above / above.sum(-1, keepdim: true);
        // With all concentrations below 1 the density is highest in the corners; as PyTorch, the first of them.
        var corner = Ops.type_as(Ops.one_hot(inside.argmax(-1), concentration.shape[^1]), concentration);
        return Ops.where((concentration < 1).all(-1, keepdim: true), corner, inside);
    });

    /// <inheritdoc/>
    public override Tensor variance => Result(() =>
    {
        var total = concentration.sum(-1, keepdim: true);
        return concentration * (total - concentration) / (total.pow(2) * (total + 1));
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var shaped = Ops.expand(concentration, ExtendedShape(sample_shape));
        var drawn = Ops._sample_dirichlet(shaped.detach(), generator);
        return shaped.requires_grad ? WithGradient(drawn, shaped) : drawn;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => (value.log() * (concentration - 1)).sum(-1) + Ops.lgamma(concentration.sum(-1)) - Ops.lgamma(concentration).sum(-1));

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() =>
    {
        var total = concentration.sum(-1);
        return Ops.lgamma(concentration).sum(-1) - Ops.lgamma(total) - (concentration.shape[^1] - total) * Ops.digamma(total)
            - ((concentration - 1) * Ops.digamma(concentration)).sum(-1);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Dirichlet(Ops.expand(concentration, [.. batch_shape.Shape, .. event_shape.Shape]), generator);
    }

    // libtorch's operator has no derivative. The terms added are zero, but have the gradient D (g − Σ x g) that PyTorch's has.
    private static Tensor WithGradient(Tensor drawn, Tensor concentration)
    {
        var given = concentration.detach();
        var derivative = Ops._dirichlet_grad(drawn, given, Ops.expand_as(given.sum(-1, keepdim: true), given).contiguous());
        var change = derivative * (concentration - given);
        return drawn + change - drawn * change.sum(-1, keepdim: true);
    }
}
