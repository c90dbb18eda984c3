using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Main memory and the processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>No elements, only shapes.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The first CUDA device; this build of libtorch has none, so using it fails.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>The Apple graphics device; this build of libtorch has none, so using it fails.</summary>
    public static Device MPS { get; } = new(DeviceType.MPS);

    /// <summary>Makes a device of a description such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static Device device(string description) => new(description);

    /// <summary>Makes a device of the name of its kind and its index.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Makes a device of its kind and index.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Makes the CUDA device of an index.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static Device device(int index) => new(index);

    /// <summary>Whether CUDA can be used: never in this build of libtorch.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.cuda.is_available.html"/>
    public static bool cuda_is_available() => false;

    /// <summary>Whether Apple's graphics can be used: never in this build of libtorch.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/notes/mps.html"/>
    public static bool mps_is_available() => false;

    /// <summary>The device to use where none is named.</summary>
    /// <param name="device">The device, or null for the default.</param>
    /// <returns>The device.</returns>
    /// <exception cref="InvalidOperationException">This machine has no such device.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static Device InitializeDevice(Device? device)
    {
        var chosen = device ?? get_default_device();
        InitializeDeviceType(chosen.type);
        return chosen;
    }

    /// <summary>Checks that a kind of device can be used.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <exception cref="InvalidOperationException">It is neither the CPU nor the meta device.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException(
                $"There is no {deviceType} device: this build of libtorch computes on the CPU. Use torch.CPU, or choose with torch.cuda.is_available() ? torch.CUDA : torch.CPU.");
    }

    /// <summary>Whether a kind of device can be used.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType is DeviceType.CPU or DeviceType.META;

    /// <summary>Where the elements of tensors are and where operations run.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensor_attributes.html#torch.device"/>
    public sealed class Device : IEquatable<Device>
    {
        /// <summary>Makes a device of a description such as <c>cpu</c> or <c>cuda:0</c>.</summary>
        /// <exception cref="ArgumentException">There is no such kind of device.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            var number = -1;
            if (parts.Length > 2 || parts[0].Length == 0 || !Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var kind) || char.IsAsciiDigit(parts[0][0])
                || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
                throw new ArgumentException($"There is no device '{description}': expected a kind such as cpu or cuda, with an index if wanted, as in cuda:0.", nameof(description));
            type = kind;
            index = number;
        }

        /// <summary>Makes a device of the name of its kind and its index.</summary>
        public Device(string deviceType, int index = -1) : this(new Device(deviceType).type, index)
        {
        }

        /// <summary>Makes a device of its kind and index.</summary>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>Makes the CUDA device of an index.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>The index among its kind, or -1 where there is only one.</summary>
        public int index { get; }

        /// <summary>Makes a device of a description such as <c>cpu</c>.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The description: <c>cpu</c>, <c>cuda:0</c>.</summary>
        public override string ToString()
        {
            var kind = type.ToString().ToLowerInvariant();
            return index < 0 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}:{index}");
        }

        /// <summary>Whether both are the same device.</summary>
        public bool Equals(Device? other) => other is not null && type == other.type && index == other.index;

        /// <summary>Whether both are the same device.</summary>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <summary>A hash of kind and index.</summary>
        public override int GetHashCode() => HashCode.Combine(type, index);
    }
}
