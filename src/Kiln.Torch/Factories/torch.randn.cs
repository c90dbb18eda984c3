namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of normally distributed random numbers of mean 0 and variance 1.</summary>
    /// <param name="size">The size of every dimension.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="generator">Where the random numbers come from; the default generator if left out.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of that size, owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.randn.html.</remarks>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.randn(size, generator, dtype ?? s_defaultType, device: device), requires_grad);
    }

    /// <summary>Makes a tensor of normally distributed random numbers of mean 0 and variance 1 with one dimension.</summary>
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn([size], dtype, device, requires_grad, generator, names);

    /// <summary>Makes a tensor of normally distributed random numbers of mean 0 and variance 1 with two dimensions.</summary>
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Makes a tensor of normally distributed random numbers of mean 0 and variance 1 with three dimensions.</summary>
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>Makes a tensor of normally distributed random numbers of mean 0 and variance 1 with four dimensions.</summary>
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);
}
