using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Log odds of a relaxed Bernoulli draw.</summary>
        /// <param name="temperature">The temperature: towards 0 draws become discrete.</param>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#logitrelaxedbernoulli"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, ProbsOrLogits.Of("LogitRelaxedBernoulli", probs, logits, binary: true), generator);

        /// <inheritdoc cref="LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(Tensor temperature, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("LogitRelaxedBernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <inheritdoc cref="LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(Tensor temperature, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("LogitRelaxedBernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <summary>A draw between two outcomes, in 0..1, through which gradients flow.</summary>
        /// <param name="temperature">The temperature: towards 0 draws become discrete.</param>
        /// <param name="probs">Probabilities, (*), or null.</param>
        /// <param name="logits">Log odds, (*), or null; give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedbernoulli"/>
        public static RelaxedBernoulli RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, ProbsOrLogits.Of("RelaxedBernoulli", probs, logits, binary: true), generator);

        /// <inheritdoc cref="RelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedBernoulli RelaxedBernoulli(Tensor temperature, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("RelaxedBernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <inheritdoc cref="RelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedBernoulli RelaxedBernoulli(Tensor temperature, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("RelaxedBernoulli", DistributionMath.Number(probs), DistributionMath.Number(logits), binary: true), generator);
        }

        /// <summary>Logarithms of a relaxed categorical draw.</summary>
        /// <param name="temperature">The temperature: towards 0 draws become discrete.</param>
        /// <param name="probs">Probabilities, (*, K), need not sum to 1; or null.</param>
        /// <param name="logits">Logarithms of probabilities, (*, K), need not be normalised; or null. Give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedonehotcategorical"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, ProbsOrLogits.Of("ExpRelaxedCategorical", probs, logits, binary: false), generator);

        /// <inheritdoc cref="ExpRelaxedCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(Tensor temperature, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("ExpRelaxedCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }

        /// <inheritdoc cref="ExpRelaxedCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(Tensor temperature, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("ExpRelaxedCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }

        /// <summary>A draw between K categories, numbers that sum to 1, through which gradients flow.</summary>
        /// <param name="temperature">The temperature: towards 0 draws become discrete.</param>
        /// <param name="probs">Probabilities, (*, K), need not sum to 1; or null.</param>
        /// <param name="logits">Logarithms of probabilities, (*, K), need not be normalised; or null. Give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedonehotcategorical"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, ProbsOrLogits.Of("RelaxedOneHotCategorical", probs, logits, binary: false), generator);

        /// <inheritdoc cref="RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(Tensor temperature, float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("RelaxedOneHotCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }

        /// <inheritdoc cref="RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(Tensor temperature, double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(temperature, ProbsOrLogits.Of("RelaxedOneHotCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }
    }
}
