namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of an array of any rank.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <returns>A new tensor of the array's sizes, owned by the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The elements are not numbers or truth values.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.tensor.html"/>
    public static Tensor from_array(Array rawArray, Device? device = null) => TensorFactory.From(rawArray, null, device, false);

    /// <summary>Makes a tensor of an array of any rank.</summary>
    /// <param name="rawArray">The elements, which are copied.</param>
    /// <param name="dtype">The type of the elements; that of the array if null.</param>
    /// <param name="device">The device; the CPU if left out.</param>
    /// <param name="requires_grad">Whether operations on it are recorded for backward passes.</param>
    /// <param name="names">Names of dimensions are not supported: leave it out.</param>
    /// <returns>A new tensor of the array's sizes, owned by the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The elements are not numbers or truth values.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.tensor.html"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        DimensionNames.Refuse(names, "from_array");
        return TensorFactory.From(rawArray, dtype, device, requires_grad);
    }

    /// <summary>The tensor itself where type and device fit, otherwise a converted copy.</summary>
    /// <param name="data">The tensor, (*).</param>
    /// <param name="dtype">The type wanted; its own if left out.</param>
    /// <param name="device">The device wanted; its own if left out.</param>
    /// <returns>A tensor (*), owned by the current dispose scope.</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.as_tensor.html"/>
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
    /// <returns>A new tensor (N), N being count, owned by the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The array has another type of elements, or fewer of them.</exception>
    /// <remarks>TorchSharp shares the array's memory; this copies it.</remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.frombuffer.html"/>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (ScalarTypeFacts.Of(rawArray.GetType().GetElementType()!) != dtype)
            throw new ArgumentException($"frombuffer: the array holds {rawArray.GetType().GetElementType()!.Name}, not {dtype}.", nameof(dtype));
        long length = count < 0 ? rawArray.LongLength - offset : count;
        if (offset < 0 || length < 0 || length > rawArray.LongLength - offset)
            throw new ArgumentException($"frombuffer: expected elements of the array's {rawArray.LongLength}, got {count} from {offset} on. Give an offset and a count within the array.", nameof(count));
        using var whole = from_array(rawArray);
        return Mark(whole.narrow(0, offset, length).clone(), requires_grad);
    }
}
