namespace TorchSharp;

public static partial class torch
{
    private static ScalarType s_defaultType = ScalarType.Float32;

    /// <summary>The type of elements that factories of floating-point tensors use where none is named.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.get_default_dtype.html"/>
    public static ScalarType get_default_dtype() => s_defaultType;

    /// <summary>Sets the type of elements that factories of floating-point tensors use where none is named.</summary>
    /// <exception cref="ArgumentException">It is not a floating-point type.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_default_dtype.html"/>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloatingPoint()) throw new ArgumentException($"set_default_dtype: expected a floating-point type, got {dtype}.", nameof(dtype));
        s_defaultType = dtype;
    }

    /// <summary>The device that factories use where none is named: the CPU.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/2.0/generated/torch.set_default_device.html"/>
    public static Device get_default_device() => CPU;

    /// <summary>Sets the device that factories use where none is named; only the CPU is possible here.</summary>
    /// <exception cref="InvalidOperationException">The device is not the CPU.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/2.0/generated/torch.set_default_device.html"/>
    public static void set_default_device(Device device) => InitializeDeviceType(device.type);

    /// <summary>Sets the device that factories use where none is named; only the CPU is possible here.</summary>
    /// <exception cref="InvalidOperationException">The device is not the CPU.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/2.0/generated/torch.set_default_device.html"/>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    private static Tensor Mark(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad) tensor.requires_grad = true;
        return tensor;
    }

    private static ScalarType TypeOfFill(Scalar value) => value.Type == ScalarType.Float64 ? s_defaultType : value.Type;

    private static ScalarType TypeOfRange(Scalar start, Scalar stop, Scalar step) =>
        start.Type == ScalarType.Float64 || stop.Type == ScalarType.Float64 || step.Type == ScalarType.Float64 ? s_defaultType : ScalarType.Int64;
}
