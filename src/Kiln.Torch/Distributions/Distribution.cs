using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions whose parameters may be tensors, so that one object stands for a batch of them.</summary>
    /// <remarks>Parameters are checked when a distribution is made; values given to <c>log_prob</c> are not.</remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html"/>
    public static partial class distributions
    {
        /// <summary>What all distributions have in common.</summary>
        /// <remarks>A distribution keeps its parameters until it is disposed, whatever scope it was made in; gradients flow into the tensors it was made of.</remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#distribution"/>
        public abstract class Distribution : IDisposable
        {
            private readonly List<Tensor> _owned = [];

            /// <summary>Begins a distribution.</summary>
            /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
            /// <param name="batch_shape">How many distributions there are; null for one.</param>
            /// <param name="event_shape">The shape of one draw; null for a number.</param>
            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
                : this(generator, new Size(batch_shape ?? []), new Size(event_shape ?? []))
            {
            }

            /// <summary>Begins a distribution.</summary>
            /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
            /// <param name="batch_shape">How many distributions there are.</param>
            /// <param name="event_shape">The shape of one draw; null for a number.</param>
            protected Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                this.batch_shape = batch_shape;
                this.event_shape = event_shape ?? new Size(Array.Empty<long>());
            }

            /// <summary>Where random numbers come from; null is the default generator.</summary>
            protected Generator? generator { get; }

            /// <summary>How many distributions there are: the shape of the parameters.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>The shape of one draw; empty for a number.</summary>
            public Size event_shape { get; protected set; }

            /// <summary>The mean, (batch_shape, event_shape).</summary>
            public abstract Tensor mean { get; }

            /// <summary>The most likely value, (batch_shape, event_shape).</summary>
            /// <exception cref="NotImplementedException">This distribution has no formula for it.</exception>
            public virtual Tensor mode => throw Missing(nameof(mode));

            /// <summary>The variance, (batch_shape, event_shape).</summary>
            public abstract Tensor variance { get; }

            /// <summary>The standard deviation, (batch_shape, event_shape).</summary>
            public virtual Tensor stddev => Result(() => variance.sqrt());

            /// <summary>Draws without gradients.</summary>
            /// <param name="sample_shape">How many draws, a size for each dimension; none for one draw.</param>
            /// <returns>(sample_shape, batch_shape, event_shape); the caller disposes it.</returns>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var _ = no_grad();
                return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws so that gradients flow into the parameters; discrete distributions draw as <see cref="sample(long[])"/> does.</summary>
            /// <param name="sample_shape">How many draws, a size for each dimension; none for one draw.</param>
            /// <returns>(sample_shape, batch_shape, event_shape); the caller disposes it.</returns>
            public abstract Tensor rsample(params long[] sample_shape);

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density, or of the probability of discrete values.</summary>
            /// <param name="value">Values, (*, batch_shape, event_shape), broadcast.</param>
            /// <returns>(*, batch_shape); the caller disposes it.</returns>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>The entropy in nats.</summary>
            /// <returns>One number for each distribution, of the shape batch_shape; the caller disposes it.</returns>
            /// <exception cref="NotImplementedException">This distribution has no formula for it.</exception>
            public abstract Tensor entropy();

            /// <summary>The same distribution for a larger batch; the parameters are shared, not copied.</summary>
            /// <param name="batch_shape">The new batch shape, to which the present one can be expanded.</param>
            /// <param name="instance">Leave it out: PyTorch's subclasses pass an unfinished object here.</param>
            /// <returns>A new distribution; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">An instance is given.</exception>
            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            /// <summary>The distribution function: how likely a draw is at most the value.</summary>
            /// <param name="value">Values, (*, batch_shape), broadcast.</param>
            /// <returns>Probabilities 0..1, (*, batch_shape); the caller disposes it.</returns>
            /// <exception cref="NotImplementedException">This distribution has no formula for it.</exception>
            public virtual Tensor cdf(Tensor value) => throw Missing(nameof(cdf));

            /// <summary>The inverse of the distribution function: the value that a draw does not exceed with a probability.</summary>
            /// <param name="value">Probabilities 0..1, (*, batch_shape), broadcast.</param>
            /// <returns>(*, batch_shape); the caller disposes it.</returns>
            /// <exception cref="NotImplementedException">This distribution has no formula for it.</exception>
            public virtual Tensor icdf(Tensor value) => throw Missing(nameof(icdf));

            /// <summary>All values a discrete distribution can draw, in the first dimension.</summary>
            /// <param name="expand">Whether they are repeated for each distribution of the batch, otherwise its sizes are 1.</param>
            /// <returns>(number of values, batch_shape, event_shape); the caller disposes it.</returns>
            /// <exception cref="NotImplementedException">The distribution is continuous, or has infinitely many values.</exception>
            public virtual Tensor enumerate_support(bool expand = true) => throw Missing(nameof(enumerate_support));

            /// <summary>The exponential of the entropy.</summary>
            /// <returns>One number for each distribution, of the shape batch_shape; the caller disposes it.</returns>
            public virtual Tensor perplexity() => Result(() => entropy().exp());

            /// <summary>Frees the parameters; the tensors the distribution was made of stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the parameters.</summary>
            /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var tensor in _owned) tensor.Dispose();
                _owned.Clear();
            }

            /// <summary>The shape of samples.</summary>
            /// <param name="sample_shape">How many draws.</param>
            /// <returns>(sample_shape, batch_shape, event_shape).</returns>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape.Shape, .. event_shape.Shape];

            // The object lives on beyond the scope it was made in, so its parameters do.
            private protected Tensor Own(Tensor parameter)
            {
                _owned.Add(parameter.DetachFromDisposeScope());
                return parameter;
            }

            private protected static Tensor Result(Func<Tensor> compute)
            {
                using var scope = NewDisposeScope();
                return compute().MoveToOuterDisposeScope();
            }

            private protected NotImplementedException Missing(string member) =>
                new($"{GetType().Name} has no {member}, here as in PyTorch. Estimate it from samples.");

            private protected void RefuseInstance(Distribution? instance)
            {
                if (instance is not null)
                    throw new ArgumentException($"{GetType().Name}.expand: expected no instance, got a {instance.GetType().Name}. Leave the argument out.", nameof(instance));
            }

            private protected void Require(string parameter, Tensor values, string wanted, Func<Tensor, Tensor> holds)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var valid = holds(values);
                if (Ops.all(valid).ToBoolean()) return;
                var wrong = Ops.masked_select(Ops.broadcast_to(values, valid.shape), Ops.logical_not(valid))[0].ToDouble();
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{GetType().Name}: expected {parameter} to be {wanted} everywhere, got {wrong}."), parameter);
            }

            private protected void RequireNumber(string parameter, Tensor values) => Require(parameter, values, "a number", static v => Ops.logical_not(Ops.isnan(v)));

            private protected void RequireOdds(ProbsOrLogits odds, string wanted, Func<Tensor, Tensor> holds)
            {
                if (odds.IsProbs) Require("probs", odds.Given, wanted, holds);
                else RequireNumber("logits", odds.Given);
            }

            private protected void RequirePositive(string parameter, Tensor values) => Require(parameter, values, "above 0", static v => v > 0);
        }
    }
}
