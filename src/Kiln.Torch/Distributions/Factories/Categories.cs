using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>One of K categories, as its number.</summary>
        /// <param name="probs">Probabilities, (*, K), need not sum to 1; or null.</param>
        /// <param name="logits">Logarithms of probabilities, (*, K), need not be normalised; or null. Give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#categorical"/>
        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(ProbsOrLogits.Of("Categorical", probs, logits, binary: false), generator);

        /// <summary>One of so many categories, each as likely as the others.</summary>
        /// <param name="categories">The number of categories.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">There is no category.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#categorical"/>
        public static Categorical Categorical(int categories, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(Alike("Categorical", categories), generator);
        }

        /// <summary>One of K categories, as its unit vector.</summary>
        /// <param name="probs">Probabilities, (*, K), need not sum to 1; or null.</param>
        /// <param name="logits">Logarithms of probabilities, (*, K), need not be normalised; or null. Give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#onehotcategorical"/>
        public static OneHotCategorical OneHotCategorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(ProbsOrLogits.Of("OneHotCategorical", probs, logits, binary: false), generator);

        /// <inheritdoc cref="OneHotCategorical(Tensor, Tensor, Generator)"/>
        public static OneHotCategorical OneHotCategorical(float? probs, float? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(ProbsOrLogits.Of("OneHotCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }

        /// <inheritdoc cref="OneHotCategorical(Tensor, Tensor, Generator)"/>
        public static OneHotCategorical OneHotCategorical(double? probs, double? logits, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(ProbsOrLogits.Of("OneHotCategorical", DistributionMath.Single(probs), DistributionMath.Single(logits), binary: false), generator);
        }

        /// <summary>How often each of K categories comes in so many draws.</summary>
        /// <param name="total_count">The number of draws.</param>
        /// <param name="probs">Probabilities, (*, K), need not sum to 1; or null.</param>
        /// <param name="logits">Logarithms of probabilities, (*, K), need not be normalised; or null. Give one of both.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Neither or both of probs and logits are given, or a parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#multinomial"/>
        public static Multinomial Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, ProbsOrLogits.Of("Multinomial", probs, logits, binary: false), generator);

        /// <summary>How often each of so many categories, all as likely, comes in so many draws.</summary>
        /// <param name="total_count">The number of draws.</param>
        /// <param name="categories">The number of categories.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">There is no category.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#multinomial"/>
        public static Multinomial Multinomial(int total_count, int categories, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(total_count, Alike("Multinomial", categories), generator);
        }

        private static ProbsOrLogits Alike(string distribution, int categories)
        {
            if (categories < 1) throw new ArgumentOutOfRangeException(nameof(categories), $"{distribution}: expected at least one category, got {categories}.");
            return ProbsOrLogits.Of(distribution, full(categories, 1f / categories), null, binary: false);
        }
    }
}
