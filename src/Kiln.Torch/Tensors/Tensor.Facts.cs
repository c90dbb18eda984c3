namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The size of every dimension.</summary>
        public unsafe long[] shape
        {
            get
            {
                var facts = Facts();
                var sizes = new ReadOnlySpan<long>(facts.Sizes, facts.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)Native.kiln_tensor_scalar_type(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        /// <summary>The device that holds the elements.</summary>
        public Device device
        {
            get
            {
                var facts = Facts();
                return new Device((DeviceType)facts.DeviceType, facts.DeviceIndex);
            }
        }

        /// <summary>The kind of device that holds the elements.</summary>
        public DeviceType device_type => (DeviceType)Facts().DeviceType;

        /// <summary>The index of the device among its kind, or -1.</summary>
        public int device_index => Facts().DeviceIndex;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Facts().Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => ndim;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>The size of one element in bytes.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>The names of the dimensions: null for each, because names are not supported.</summary>
        public string[] names => new string[ndim];

        /// <summary>Whether the elements are on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the layout is a sparse one.</summary>
        public bool is_sparse => Has(TensorFlags.IsSparse);

        /// <summary>Whether the tensor was made by the user and not by an operation with a history.</summary>
        public bool is_leaf => Has(TensorFlags.IsLeaf);

        /// <summary>The size of one dimension.</summary>
        /// <param name="dim">The dimension; negative numbers count from the end.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim)
        {
            var sizes = shape;
            return sizes[WrapDimension(dim, sizes.Length)];
        }

        /// <summary>The size of every dimension.</summary>
        public long[] size() => shape;

        /// <summary>The distance in elements between neighbours in every dimension.</summary>
        public unsafe long[] stride()
        {
            var facts = Facts();
            var strides = facts.Strides == null ? [] : new ReadOnlySpan<long>(facts.Strides, facts.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>The distance in elements between neighbours in one dimension.</summary>
        /// <param name="dim">The dimension; negative numbers count from the end.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long stride(int dim)
        {
            var strides = stride();
            return strides[WrapDimension(dim, strides.Length)];
        }

        /// <summary>The number of dimensions.</summary>
        public long dim() => ndim;

        /// <summary>The number of elements.</summary>
        public long numel()
        {
            var elements = Native.kiln_tensor_elements(Handle);
            GC.KeepAlive(this);
            return elements;
        }

        /// <summary>The size of one element in bytes.</summary>
        public long element_size() => ElementSize;

        /// <summary>Whether the elements are in main memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements lie in memory without gaps, the last dimension closest together.</summary>
        public bool is_contiguous() => Has(TensorFlags.IsContiguous);

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => dtype.IsFloatingPoint();

        /// <summary>Whether the elements are integers.</summary>
        public bool is_integral() => dtype.IsIntegral();

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => dtype.IsComplex();

        internal unsafe TensorFacts Facts()
        {
            TensorFacts facts;
            Native.Check(Native.kiln_tensor_facts(Handle, &facts), "tensor");
            GC.KeepAlive(this);
            return facts;
        }

        private bool Has(TensorFlags flag) => (Facts().Flags & flag) != 0;

        private static int WrapDimension(int dim, int dimensions)
        {
            if (dim < -dimensions || dim >= dimensions)
                throw new ArgumentOutOfRangeException(nameof(dim), $"The tensor has {dimensions} dimensions: expected {-dimensions} to {dimensions - 1}, got {dim}.");
            return dim < 0 ? dim + dimensions : dim;
        }
    }
}
