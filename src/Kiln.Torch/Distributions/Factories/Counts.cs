using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>One of two outcomes, 0 and 1.</summary>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#bernoulli"/>
        public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(ProbsOrLogits.Of("Bernoulli", probs, logits, binary: true), generator);

        /// <inheritdoc cref="Bernoulli(Tensor, Tensor, Generator)"/>
        public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(ProbsOrLogits.Of("Bernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <inheritdoc cref="Bernoulli(Tensor, Tensor, Generator)"/>
        public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(ProbsOrLogits.Of("Bernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <summary>How many failures come before the first success.</summary>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#geometric"/>
        public static Geometric Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(ProbsOrLogits.Of("Geometric", probs, logits, binary: true), generator);

        /// <summary>How many of so many trials succeed.</summary>
        /// <param name="total_count">The number of trials, (*), broadcast.</param>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#binomial"/>
        public static Binomial Binomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, ProbsOrLogits.Of("Binomial", probs, logits, binary: true), generator);

        /// <inheritdoc cref="Binomial(Tensor, Tensor, Tensor, Generator)"/>
        public static Binomial Binomial(int total_count, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(tensor(total_count), ProbsOrLogits.Of("Binomial", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <inheritdoc cref="Binomial(Tensor, Tensor, Tensor, Generator)"/>
        public static Binomial Binomial(int total_count, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(tensor(total_count), ProbsOrLogits.Of("Binomial", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <summary>How many successes come before so many failures.</summary>
        /// <param name="total_count">The number of failures that end it, (*), broadcast.</param>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#negativebinomial"/>
        public static NegativeBinomial NegativeBinomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, ProbsOrLogits.Of("NegativeBinomial", probs, logits, binary: true), generator);

        /// <inheritdoc cref="NegativeBinomial(Tensor, Tensor, Tensor, Generator)"/>
        public static NegativeBinomial NegativeBinomial(int total_count, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(tensor(total_count), ProbsOrLogits.Of("NegativeBinomial", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <inheritdoc cref="NegativeBinomial(Tensor, Tensor, Tensor, Generator)"/>
        public static NegativeBinomial NegativeBinomial(int total_count, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(tensor(total_count), ProbsOrLogits.Of("NegativeBinomial", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <summary>The Poisson distribution of counts.</summary>
        /// <param name="rate">The expected count, (*).</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#poisson"/>
        public static Poisson Poisson(Tensor rate, Generator? generator = null) => new(rate, generator);

        /// <inheritdoc cref="Poisson(Tensor, Generator)"/>
        public static Poisson Poisson(float rate, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(rate), generator);
        }

        /// <inheritdoc cref="Poisson(Tensor, Generator)"/>
        public static Poisson Poisson(double rate, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(rate), generator);
        }
    }
}
