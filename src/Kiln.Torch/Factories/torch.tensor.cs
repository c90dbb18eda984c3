namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of one number, without dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="dtype">The type of the elements; that of the number if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (), owned by the current dispose scope.</returns>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.tensor.html. TorchSharp has an overload for every
    /// type where this library has one generic method.</remarks>
    public static Tensor tensor<T>(T scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) where T : unmanaged =>
        TensorFactory.From<T>([scalar], [], dtype, device, requires_grad);

    /// <summary>Makes a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="dtype">The type of the elements; that of the array if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor (N), owned by the current dispose scope.</returns>
    public static Tensor tensor<T>(T[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of one dimension.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of one dimension.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(Memory<T> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of any dimensions.</summary>
    /// <param name="rawArray">The elements in order, the last dimension first; they are copied.</param>
    /// <param name="dimensions">The size of every dimension.</param>
    /// <param name="dtype">The type of the elements; that of the array if left out.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of those dimensions, owned by the current dispose scope.</returns>
    /// <exception cref="TorchException">The dimensions ask for another number of elements.</exception>
    public static Tensor tensor<T>(T[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged
    {
        RefuseNames(names);
        return TensorFactory.From<T>(rawArray, dimensions, dtype, device, requires_grad);
    }

    /// <summary>Makes a tensor of any dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of any dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(Memory<T> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged
    {
        RefuseNames(names);
        return TensorFactory.From<T>(rawArray.Span, dimensions, dtype, device, requires_grad);
    }

    /// <summary>Makes a tensor of one dimension of a given size.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [dim0], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of two dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [dim0, dim1], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of three dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of four dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ReadOnlySpan{long}, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(IList<T> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        tensor(rawArray, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of two dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(T[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of three dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(T[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        from_array(rawArray, dtype, device, requires_grad, names);

    /// <summary>Makes a tensor of four dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor<T>(T[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) where T : unmanaged =>
        from_array(rawArray, dtype, device, requires_grad, names);
}
