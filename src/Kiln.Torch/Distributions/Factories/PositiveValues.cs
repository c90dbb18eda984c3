using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The exponential of a normal distribution.</summary>
        /// <param name="loc">The mean of the logarithm, (*).</param>
        /// <param name="scale">The standard deviation of the logarithm, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#lognormal"/>
        public static LogNormal LogNormal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <summary>The exponential distribution.</summary>
        /// <param name="rate">The rate, (*): the inverse of the mean.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#exponential"/>
        public static Exponential Exponential(Tensor rate, Generator? generator = null) => new(rate, generator);

        /// <summary>The gamma distribution.</summary>
        /// <param name="concentration">The shape, (*).</param>
        /// <param name="rate">The rate, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#gamma"/>
        public static Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) => new(concentration, rate, generator);

        /// <summary>The chi-squared distribution.</summary>
        /// <param name="df">The degrees of freedom, (*).</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#chi2"/>
        public static Chi2 Chi2(Tensor df, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(df, generator);
        }

        /// <summary>The F distribution.</summary>
        /// <param name="df1">The degrees of freedom of the numerator, (*).</param>
        /// <param name="df2">The degrees of freedom of the denominator, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#fishersnedecor"/>
        public static FisherSnedecor FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) => new(df1, df2, generator);

        /// <summary>The Pareto distribution.</summary>
        /// <param name="scale">The smallest value, (*).</param>
        /// <param name="alpha">The exponent, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#pareto"/>
        public static Pareto Pareto(Tensor scale, Tensor alpha, Generator? generator = null) => new(scale, alpha, generator);

        /// <summary>The Weibull distribution.</summary>
        /// <param name="scale">The scale, (*).</param>
        /// <param name="concentration">The exponent, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#weibull"/>
        public static Weibull Weibull(Tensor scale, Tensor concentration, Generator? generator = null) => new(scale, concentration, generator);

        /// <summary>The beta distribution on 0..1.</summary>
        /// <param name="concentration1">The first concentration, (*).</param>
        /// <param name="concentration0">The second concentration, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#beta"/>
        public static Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) => new(concentration1, concentration0, generator);

        /// <summary>The Kumaraswamy distribution on 0..1.</summary>
        /// <param name="concentration1">The first concentration, (*).</param>
        /// <param name="concentration0">The second concentration, (*), broadcast.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#kumaraswamy"/>
        public static Kumaraswamy Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null) => new(concentration1, concentration0, generator);
    }
}
