namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of one value.</summary>
    /// <param name="size">The size of every dimension.</param>
    /// <param name="value">The value of every element.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of that size, owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.full.html.</remarks>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        var type = dtype ?? TypeOfFill(value);
        return Mark(Ops.full(size, value, type, device: device), requires_grad);
    }

    /// <summary>Makes a tensor of one value with one dimension.</summary>
    /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full([size], value, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of one value with two dimensions.</summary>
    /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full([rows, columns], value, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of one value with three dimensions.</summary>
    /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full([dim0, dim1, dim2], value, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of one value with four dimensions.</summary>
    /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad, names);
}
