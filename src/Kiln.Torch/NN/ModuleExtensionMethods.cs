using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves of modules between dtypes and devices; each returns the module itself with its own type.</summary>
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

    /// <summary>Converts the floating-point parameters and buffers to 32 bits.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Float32);

    /// <summary>Converts the floating-point parameters and buffers to 64 bits.</summary>
    /// <typeparam name="T">The type of the module.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Without effect on the CPU.</param>
    /// <returns>The same module.</returns>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.Convert(null, ScalarType.Float64);
}
