using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Tensors from .NET's memory. The data is always copied.</summary>
internal static unsafe class TensorFactory
{
    /// <summary>Makes a tensor of raw elements, then converts and marks it as the caller of a factory wants.</summary>
    internal static torch.Tensor From<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> shape, torch.ScalarType? dtype, torch.Device? device, bool requiresGrad)
        where T : unmanaged
    {
        CheckCount(data.Length, shape);
        var tensor = Copy(MemoryMarshal.AsBytes(data), shape, ScalarTypeFacts.Of(typeof(T)));
        return Finish(tensor, dtype, device, requiresGrad);
    }

    /// <summary>Makes a tensor of one dimension.</summary>
    internal static torch.Tensor FromList<T>(IList<T> rawArray, torch.ScalarType? dtype, torch.Device? device, bool requiresGrad) where T : unmanaged
    {
        var elements = ListElements.Of(rawArray);
        return From(elements, [elements.Length], dtype, device, requiresGrad);
    }

    /// <summary>Makes a tensor of an array of any rank.</summary>
    internal static torch.Tensor From(Array array, torch.ScalarType? dtype, torch.Device? device, bool requiresGrad)
    {
        var type = ScalarTypeFacts.Of(array.GetType().GetElementType()!);
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = array.GetLongLength(i);
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), checked(array.Length * type.Bytes()));
        return Finish(Copy(bytes, shape, type), dtype, device, requiresGrad);
    }

    /// <summary>Converts a new tensor and marks it; the unconverted one is freed.</summary>
    internal static torch.Tensor Finish(torch.Tensor tensor, torch.ScalarType? dtype, torch.Device? device, bool requiresGrad)
    {
        if (dtype is { } type && type != tensor.dtype) tensor = Replace(tensor, Ops.to(tensor, type));
        if (device is { type: not DeviceType.CPU }) tensor = Replace(tensor, Ops.to(tensor, device, tensor.dtype));
        if (requiresGrad) tensor.requires_grad = true;
        return tensor;
    }

    private static void CheckCount(long count, ReadOnlySpan<long> shape)
    {
        long expected = 1;
        foreach (var size in shape) expected *= size;
        if (expected != count)
            throw new ArgumentException($"tensor: the sizes ({string.Join(", ", shape.ToArray())}) ask for {expected} elements, got {count}. Give as many numbers as the sizes multiply to.");
    }

    private static torch.Tensor Replace(torch.Tensor old, torch.Tensor replacement)
    {
        old.Dispose();
        return replacement;
    }

    private static torch.Tensor Copy(ReadOnlySpan<byte> data, ReadOnlySpan<long> shape, torch.ScalarType type)
    {
        nint handle;
        fixed (byte* bytes = data)
        fixed (long* sizes = shape)
            Native.Check(Native.kiln_tensor_new(sizes, shape.Length, (int)type, bytes, data.Length, &handle), "tensor");
        return new torch.Tensor(handle);
    }
}
