namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Replaces elements of this tensor.</summary>
        /// <param name="value">The new elements; sizes of 1 are stretched.</param>
        /// <param name="indices">Which, as in brackets.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Replaces elements of this tensor, or adds to them.</summary>
        /// <param name="value">The new elements; sizes of 1 are stretched.</param>
        /// <param name="indices">Which, as in brackets.</param>
        /// <param name="accumulate">Whether to add; an element that is named twice is added to twice.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Put(value, indices, accumulate);
            return this;
        }

        /// <summary>Replaces elements of this tensor.</summary>
        /// <param name="value">The new elements; sizes of 1 are stretched.</param>
        /// <param name="indices">Tensors of indices, one for each dimension from the first on.</param>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Replaces elements of this tensor, or adds to them.</summary>
        /// <param name="value">The new elements; sizes of 1 are stretched.</param>
        /// <param name="indices">Tensors of indices, one for each dimension from the first on.</param>
        /// <param name="accumulate">Whether to add; an element that is named twice is added to twice.</param>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => Ops.index_put_(this, indices, value, accumulate);

        /// <summary>Replaces elements of this tensor by one number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">Which, as in brackets.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = Ops.full([], value, dtype);
            return index_put_(number, indices, false);
        }

        /// <summary>Replaces elements of this tensor by one number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">Tensors of indices, one for each dimension from the first on.</param>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.index_put_.html"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = Ops.full([], value, dtype);
            return index_put_(number, indices, false);
        }
    }
}
