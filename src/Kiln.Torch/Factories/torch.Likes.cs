namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros of another tensor's size.</summary>
    /// <param name="input">The tensor whose size, type and device are taken, (*).</param>
    /// <param name="dtype">The type of the elements; the tensor's if left out.</param>
    /// <param name="device">The device; the tensor's if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.zeros_like(input, dtype, device: device), requires_grad);
    }

    /// <summary>Ones of another tensor's size.</summary>
    /// <inheritdoc cref="zeros_like"/>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.ones_like(input, dtype, device: device), requires_grad);
    }

    /// <summary>Memory of another tensor's size, whatever it held.</summary>
    /// <inheritdoc cref="zeros_like"/>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.empty_like(input, dtype, device: device), requires_grad);
    }

    /// <summary>One value in another tensor's size.</summary>
    /// <param name="input">The tensor whose size, type and device are taken, (*).</param>
    /// <param name="value">The value of every element.</param>
    /// <param name="dtype">The type of the elements; the tensor's if left out.</param>
    /// <param name="device">The device; the tensor's if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Mark(Ops.full_like(input, value, dtype, device: device), requires_grad);
    }

    /// <summary>Uniform random numbers in [0, 1) of another tensor's size.</summary>
    /// <param name="input">The tensor whose size, type and device are taken, (*).</param>
    /// <param name="dtype">The type of the elements; the tensor's if left out.</param>
    /// <param name="device">The device; the tensor's if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.rand_like(input, dtype, device: device), requires_grad);

    /// <summary>Normally distributed random numbers of another tensor's size.</summary>
    /// <inheritdoc cref="rand_like"/>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.randn_like(input, dtype, device: device), requires_grad);

    /// <summary>Uniform random integers of another tensor's size, from low up to but without high.</summary>
    /// <param name="input">The tensor whose size, type and device are taken, (*).</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">One more than the largest number.</param>
    /// <param name="dtype">The type of the elements; the tensor's if left out.</param>
    /// <param name="device">The device; the tensor's if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <returns>A new tensor (*), owned by the current dispose scope.</returns>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Mark(Ops.randint_like(input, low, high, dtype, device: device), requires_grad);
}
