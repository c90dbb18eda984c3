using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves of modules between dtypes and devices; each returns the module itself with its own type.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html#torch.nn.Module.to"/>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the floating-point parameters and buffers to a dtype.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="type">The dtype.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module; optimizers built on its parameters go on working.</returns>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, type);

    /// <summary>Moves parameters and buffers to a device and the floating-point ones to a dtype.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="type">The dtype.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module => (T)module.Convert(device, type);

    /// <summary>Moves parameters and buffers to a device.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module => (T)module.Convert(device, null);

    /// <summary>Moves parameters and buffers to a kind of device.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The kind of device.</param>
    /// <param name="deviceIndex">Which of them; -1 is the current one.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module.Convert(new Device(deviceType, deviceIndex), null);

    /// <summary>Moves parameters and buffers to a device given by its name.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The device, such as <c>cpu</c>.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module => (T)module.Convert(new Device(device), null);

    /// <summary>Moves parameters and buffers to the device of a tensor and the floating-point ones to its dtype.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="other">The tensor to follow.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module => (T)module._to(other, non_blocking);

    /// <summary>Moves parameters and buffers to the CPU.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(CPU, null);

    /// <summary>Not possible here: this libtorch computes on the CPU only.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">Not used.</param>
    /// <param name="non_blocking">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module.Convert(new Device(DeviceType.CUDA, deviceIndex), null);

    /// <summary>Converts the floating-point parameters and buffers to 32 bits; the twins below to the type of their names.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Float32);

    /// <inheritdoc cref="@float{T}(T, bool)"/>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Float64);

    /// <inheritdoc cref="@float{T}(T, bool)"/>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Float16);

    /// <inheritdoc cref="@float{T}(T, bool)"/>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.BFloat16);

    /// <inheritdoc cref="@float{T}(T, bool)"/>
    public static T cfloat<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.ComplexFloat32);

    /// <inheritdoc cref="@float{T}(T, bool)"/>
    public static T cdouble<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.ComplexFloat64);

    /// <summary>Not possible: weights are floating-point or complex, as in PyTorch. The twins below say the same.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="ArgumentException">Always.</exception>
    public static T @byte<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Byte);

    /// <inheritdoc cref="@byte{T}(T, bool)"/>
    public static T @char<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Int8);

    /// <inheritdoc cref="@byte{T}(T, bool)"/>
    public static T @short<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Int16);

    /// <inheritdoc cref="@byte{T}(T, bool)"/>
    public static T @int<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Int32);

    /// <inheritdoc cref="@byte{T}(T, bool)"/>
    public static T @long<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Int64);

    /// <inheritdoc cref="@byte{T}(T, bool)"/>
    public static T @bool<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Bool);
}
