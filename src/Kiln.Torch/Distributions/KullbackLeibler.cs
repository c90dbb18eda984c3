using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Kullback-Leibler divergence: <c>Σ p(x) log(p(x) / q(x))</c>, for densities the integral.</summary>
        /// <param name="p">The distribution the values come from.</param>
        /// <param name="q">The distribution that is held against it, of the same kind.</param>
        /// <returns>At least 0, in nats, of the batch shapes of both, broadcast, which is () for single distributions; the caller disposes it.</returns>
        /// <exception cref="NotImplementedException">There is no formula for this pair.</exception>
        /// <exception cref="ArgumentException">The draws of both have different shapes.</exception>
        /// <remarks>TorchSharp has no such function; it is PyTorch's. Of PyTorch's pairs those of one kind are here.</remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#torch.distributions.kl.kl_divergence"/>
        public static Tensor kl_divergence(Distribution p, Distribution q)
        {
            if (!p.event_shape.Shape.AsSpan().SequenceEqual(q.event_shape.Shape))
                throw new ArgumentException($"kl_divergence: expected draws of one shape, got ({string.Join(", ", p.event_shape.Shape)}) and ({string.Join(", ", q.event_shape.Shape)}).", nameof(q));
            using var scope = NewDisposeScope();
            var divergence = DivergenceOfValues.Of(p, q) ?? DivergenceOfCounts.Of(p, q)
                ?? throw new NotImplementedException($"kl_divergence: there is no formula for {p.GetType().Name} and {q.GetType().Name}. Estimate it from samples: the mean of p.log_prob(x) − q.log_prob(x).");
            return divergence.MoveToOuterDisposeScope();
        }
    }
}
