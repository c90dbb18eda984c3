namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform random integers from low up to but without high.</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">One more than the largest number.</param>
    /// <param name="size">The size of every dimension.</param>
    /// <param name="dtype">The type of the elements; Int64 if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of that size, owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.randint.html.</remarks>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.randint(low, high, size.Shape, generator, dtype ?? ScalarType.Int64, device: device), requires_grad);
    }

    /// <summary>Uniform random integers from 0 up to but without high.</summary>
    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator, string[])"/>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random integers from 0 up to but without high.</summary>
    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator, string[])"/>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random integers from low up to but without high.</summary>
    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator, string[])"/>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random integers from low up to but without high.</summary>
    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator, string[])"/>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random integers from 0 up to but without high.</summary>
    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device?, bool, Generator, string[])"/>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>The numbers 0 to n - 1 in random order.</summary>
    /// <param name="n">How many numbers.</param>
    /// <param name="dtype">The type of the elements; Int64 if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <returns>A new tensor (n), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.randperm.html.</remarks>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Mark(Ops.randperm(n, generator, dtype ?? ScalarType.Int64, device: device), requires_grad);

    /// <summary>Normally distributed random numbers.</summary>
    /// <param name="mean">Their mean.</param>
    /// <param name="std">Their standard deviation.</param>
    /// <param name="size">The size of every dimension.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of that size, owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.normal.html.</remarks>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Mark(empty(size, dtype, device, names: names).normal_(mean, std, generator), requires_grad);

    /// <summary>Normally distributed random numbers, a mean and a standard deviation for each.</summary>
    /// <param name="mean">The means, (*).</param>
    /// <param name="std">The standard deviations, (*).</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Ops.normal(mean, std, generator);

    /// <summary>Zeros and ones: one with the probability that the element says.</summary>
    /// <param name="input">Probabilities in 0..1, (*).</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.bernoulli.html.</remarks>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Ops.bernoulli(input, generator);

    /// <summary>Draws indices with the weights that each row gives.</summary>
    /// <param name="input">Weights that are not negative, (K) or (N, K).</param>
    /// <param name="num_samples">How many to draw from each row.</param>
    /// <param name="replacement">Whether an index may be drawn twice.</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <returns>Indices, (num_samples) or (N, num_samples).</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.multinomial.html.</remarks>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Ops.multinomial(input, num_samples, replacement, generator);
}
