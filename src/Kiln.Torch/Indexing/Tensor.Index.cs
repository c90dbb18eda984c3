using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Elements by numbers, ranges, new dimensions and tensors of indices, as in Python's brackets.</summary>
        /// <param name="indices">One for each dimension, from the first on.</param>
        /// <returns>A view, or a copy where a tensor of indices is among them.</returns>
        /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
        /// <exception cref="TorchException">An index does not exist.</exception>
        /// <seealso href="https://docs.pytorch.org/cppdocs/notes/tensor_indexing.html"/>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Pick(indices);
            set => Put(value, indices);
        }

        /// <summary>Elements by tensors of indices, one for each dimension from the first on.</summary>
        /// <inheritdoc cref="this[TensorIndex[]]"/>
        // Tensors convert to indices and some indices to tensors: where both kinds stand in the brackets, the other indexer is meant.
        [OverloadResolutionPriority(-1)]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => Put(value, Array.ConvertAll(indices, TensorIndex.Tensor));
        }

        /// <summary>One slice along the first dimension.</summary>
        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[long i1]
        {
            get => Ops.select(this, 0, i1);
            set => Put(value, [i1]);
        }

        /// <summary>One slice along the first two dimensions.</summary>
        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[long i1, long i2]
        {
            get => Pick([i1, i2]);
            set => Put(value, [i1, i2]);
        }

        /// <summary>One slice along the first three dimensions.</summary>
        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[long i1, long i2, long i3]
        {
            get => Pick([i1, i2, i3]);
            set => Put(value, [i1, i2, i3]);
        }

        /// <summary>One slice along the first dimensions.</summary>
        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[params long[] indices]
        {
            get => Pick(Array.ConvertAll(indices, i => (TensorIndex)i));
            set => Put(value, Array.ConvertAll(indices, i => (TensorIndex)i));
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        /// <returns>The chosen elements (*).</returns>
        /// <seealso href="https://docs.pytorch.org/cppdocs/notes/tensor_indexing.html"/>
        public Tensor index(params TensorIndex[] indices) => Pick(indices);

        /// <inheritdoc cref="this[Tensor[]]"/>
        /// <returns>The chosen elements (*).</returns>
        public Tensor index(params Tensor[] indices) => Ops.index(this, indices);

        private Tensor Pick(ReadOnlySpan<TensorIndex> indices)
        {
            using var selection = new Selection(this, indices);
            return selection.Take();
        }

        private void Put(Tensor value, ReadOnlySpan<TensorIndex> indices, bool accumulate = false)
        {
            using var selection = new Selection(this, indices);
            // A number in the program is an Int32 or Float64 tensor here; libtorch wants the type of the target.
            using var converted = value.dtype == dtype ? null : value.to_type(dtype);
            selection.Put(converted ?? value, accumulate);
        }
    }
}
