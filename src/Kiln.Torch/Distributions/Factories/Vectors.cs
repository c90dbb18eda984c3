using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Dirichlet distribution of probabilities that sum to 1.</summary>
        /// <param name="concentration">The concentrations, (*, K).</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">A parameter is outside of its range.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#dirichlet"/>
        public static Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) => new(concentration, generator);

        /// <summary>Takes dimensions of a batch as parts of one draw: log probabilities are summed over them.</summary>
        /// <param name="base_distribution">The distribution of the parts; it must live as long as this one.</param>
        /// <param name="reinterpreted_batch_dims">How many dimensions of its batch, from the last.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">There are not so many dimensions.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#independent"/>
        public static Independent Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null) => new(base_distribution, reinterpreted_batch_dims, generator);

        /// <summary>The normal distribution of vectors; exactly one matrix is given.</summary>
        /// <param name="loc">The mean, (*, D).</param>
        /// <param name="covariance_matrix">The covariance, (*, D, D), positive definite; or null.</param>
        /// <param name="precision_matrix">The inverse of the covariance, (*, D, D), positive definite; or null.</param>
        /// <param name="scale_tril">The lower triangular factor of the covariance, (*, D, D), its diagonal above 0; or null.</param>
        /// <param name="generator">Where random numbers come from; null takes the default generator.</param>
        /// <returns>The distribution; the caller disposes it, or the garbage collector.</returns>
        /// <exception cref="ArgumentException">Not exactly one matrix is given, or its shape does not fit.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#multivariatenormal"/>
        public static MultivariateNormal MultivariateNormal(Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null)
        {
            using var scope = NewDisposeScope();
            return new(loc, Modules.MultivariateNormal.Factor(loc, covariance_matrix, precision_matrix, scale_tril), generator);
        }
    }
}
