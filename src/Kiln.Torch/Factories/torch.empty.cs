namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor whose elements are whatever the memory held.</summary>
    /// <param name="size">The size of every dimension.</param>
    /// <param name="dtype">The type of the elements; the default type if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of that size, owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.empty.html.</remarks>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.empty(size, dtype ?? s_defaultType, device: device), requires_grad);
    }

    /// <summary>Makes a tensor whose elements are whatever the memory held with one dimension.</summary>
    /// <inheritdoc cref="empty(ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty([size], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor whose elements are whatever the memory held with two dimensions.</summary>
    /// <inheritdoc cref="empty(ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor whose elements are whatever the memory held with three dimensions.</summary>
    /// <inheritdoc cref="empty(ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor whose elements are whatever the memory held with four dimensions.</summary>
    /// <inheritdoc cref="empty(ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);
}
