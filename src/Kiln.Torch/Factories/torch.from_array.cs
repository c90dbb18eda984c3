namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of an array of any rank.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <returns>A new tensor of the array's sizes, owned by the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The elements are not numbers or truth values.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => TensorFactory.From(rawArray, null, device, false);

    /// <summary>Makes a tensor of an array of any rank.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="dtype">The type of the elements; that of the array if null.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of the array's sizes, owned by the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The elements are not numbers or truth values.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        DimensionNames.Refuse(names, "from_array");
        return TensorFactory.From(rawArray, dtype, device, requires_grad);
    }

    /// <summary>The tensor itself where type and device fit, otherwise a converted copy.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="dtype">The type wanted; its own if left out.</param>
    /// <param name="device">The device wanted; its own if left out.</param>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        var type = dtype ?? data.dtype;
        return device is null || device.type == data.device_type ? data.to_type(type) : data.to(type, device);
    }

    /// <summary>Makes a tensor of a stretch of an array of one dimension.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="dtype">The type of the array's elements.</param>
    /// <param name="count">How many elements; all that follow if negative.</param>
    /// <param name="offset">The first element.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <exception cref="ArgumentException">The array has another type of elements.</exception>
    /// <remarks>TorchSharp shares the array's memory; this copies it.</remarks>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (ScalarTypeFacts.Of(rawArray.GetType().GetElementType()!) != dtype)
            throw new ArgumentException($"frombuffer: the array holds {rawArray.GetType().GetElementType()!.Name}, not {dtype}.", nameof(dtype));
        using var whole = from_array(rawArray);
        return Mark(whole.narrow(0, offset, count < 0 ? rawArray.LongLength - offset : count).clone(), requires_grad);
    }
}
