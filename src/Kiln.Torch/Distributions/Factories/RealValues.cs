using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The normal distribution.</summary>
        /// <param name="loc">The mean, (*).</param>
        /// <param name="scale">The standard deviation, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#normal"/>
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <inheritdoc cref="Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(float loc, float scale = 1, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(loc), DistributionMath.Number(scale), generator);
        }

        /// <inheritdoc cref="Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(double loc, double scale = 1, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(loc), DistributionMath.Number(scale), generator);
        }

        /// <summary>The Laplace distribution.</summary>
        /// <param name="loc">The location, (*).</param>
        /// <param name="scale">The scale, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#laplace"/>
        public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <inheritdoc cref="Laplace(Tensor, Tensor, Generator)"/>
        public static Laplace Laplace(float loc, float scale = 1, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(loc), DistributionMath.Number(scale), generator);
        }

        /// <inheritdoc cref="Laplace(Tensor, Tensor, Generator)"/>
        public static Laplace Laplace(double loc, double scale = 1, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(DistributionMath.Number(loc), DistributionMath.Number(scale), generator);
        }

        /// <summary>The Cauchy distribution.</summary>
        /// <param name="loc">The location, (*).</param>
        /// <param name="scale">The scale, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#cauchy"/>
        public static Cauchy Cauchy(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <summary>The Gumbel distribution.</summary>
        /// <param name="loc">The location, (*).</param>
        /// <param name="scale">The scale, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#gumbel"/>
        public static Gumbel Gumbel(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <summary>The uniform distribution on [low, high).</summary>
        /// <param name="low">The lower bound, (*).</param>
        /// <param name="high">The upper bound, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A lower bound is not below its upper bound.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#uniform"/>
        public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator);

        /// <summary>The absolute value of a normal distribution around 0.</summary>
        /// <param name="scale">The standard deviation of the normal distribution, (*).</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#halfnormal"/>
        public static HalfNormal HalfNormal(Tensor scale, Generator? generator = null) => new(scale, generator);

        /// <summary>The absolute value of a Cauchy distribution around 0.</summary>
        /// <param name="scale">The scale of the Cauchy distribution, (*).</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#halfcauchy"/>
        public static HalfCauchy HalfCauchy(Tensor scale, Generator? generator = null) => new(scale, generator);
    }
}
