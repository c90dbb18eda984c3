namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in another type; the tensor itself, as a new object, where the type fits.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">Copies even where the type fits.</param>
        /// <param name="disposeAfter">Frees this tensor afterwards.</param>
        /// <param name="non_blocking">Has no meaning on the CPU.</param>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to(this, type, non_blocking, copy), disposeAfter);

        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The elements on a device.</summary>
        /// <param name="device">The device.</param>
        /// <param name="copy">Copies even where the device fits.</param>
        /// <param name="disposeAfter">Frees this tensor afterwards.</param>
        /// <param name="non_blocking">Has no meaning on the CPU.</param>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to(this, device, dtype, non_blocking, copy), disposeAfter);

        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The elements on a device.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">Its index.</param>
        /// <param name="copy">Copies even where the device fits.</param>
        /// <param name="disposeAfter">Frees this tensor afterwards.</param>
        /// <param name="non_blocking">Has no meaning on the CPU.</param>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The elements in another type on a device.</summary>
        /// <param name="type">The type.</param>
        /// <param name="device">The device.</param>
        /// <param name="copy">Copies even where both fit.</param>
        /// <param name="disposeAfter">Frees this tensor afterwards.</param>
        /// <param name="non_blocking">Has no meaning on the CPU.</param>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to(this, device, type, non_blocking, copy), disposeAfter);

        /// <summary>The elements in the type and on the device of another tensor.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="non_blocking">Has no meaning on the CPU.</param>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor to(Tensor other, bool non_blocking = false) => Ops.to(this, other, non_blocking);

        /// <summary>The elements in another type.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.type.html"/>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The elements as a conversion makes them.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.type.html"/>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The elements in the type of another tensor.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.type_as.html"/>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>The elements in main memory.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.cpu.html"/>
        public Tensor cpu() => to(CPU);

        /// <summary>The elements on a CUDA device, of which this build of libtorch has none.</summary>
        /// <param name="device">The device; the first if left out.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        /// <returns>Nothing: there is no such device for the elements.</returns>
        /// <exception cref="InvalidOperationException">Always: ask <see cref="cuda_is_available"/> before.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.cuda.html"/>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, non_blocking: non_blocking);

        /// <summary>The elements on an Apple graphics device, of which this build of libtorch has none.</summary>
        /// <param name="non_blocking">Has no meaning here.</param>
        /// <returns>Nothing: there is no such device for the elements.</returns>
        /// <exception cref="InvalidOperationException">Always: ask <see cref="mps_is_available"/> before.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to.html"/>
        public Tensor mps(bool non_blocking = false) => to(MPS, non_blocking: non_blocking);

        /// <summary>The elements as Float32.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.float.html"/>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The elements as Float64.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.double.html"/>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The elements as Float16.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.half.html"/>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>The elements as BFloat16.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.bfloat16.html"/>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>The elements as Int32.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.int.html"/>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The elements as Int64.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.long.html"/>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The elements as Int16.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.short.html"/>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>The elements as Byte.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.byte.html"/>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>The elements as Int8.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.char.html"/>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>The elements as truth values: whether they are not zero.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.bool.html"/>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The elements as single-precision complex numbers.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.cfloat.html"/>
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        /// <summary>The elements as double-precision complex numbers.</summary>
        /// <returns>The converted elements (*), of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.cdouble.html"/>
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        /// <summary>A copy with memory of its own, part of the history.</summary>
        /// <returns>A new tensor (*) of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.clone.html"/>
        public Tensor clone() => Ops.clone(this);

        /// <summary>A new object around the same memory.</summary>
        /// <returns>A tensor (*) that shares the memory.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/tensors.html"/>
        public Tensor alias() => Ops.alias(this);

        /// <summary>The elements without gaps in memory; the tensor itself, as a new object, where there are none.</summary>
        /// <returns>A tensor (*) of the same size.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.contiguous.html"/>
        public Tensor contiguous() => Ops.contiguous(this);

        /// <summary>The elements in memory that graphics devices can read directly; without such a device this copies nothing.</summary>
        /// <returns>The tensor itself, as a new object.</returns>
        /// <remarks>libtorch refuses where no CUDA device is found; code written for one runs on here.</remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.pin_memory.html"/>
        public Tensor pin_memory() => Ops.alias(this);

        private Tensor After(Tensor result, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return result;
        }
    }
}
