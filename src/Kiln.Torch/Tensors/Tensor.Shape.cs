namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transposed matrix; all dimensions in reverse order for other ranks.</summary>
        public Tensor T => ndim <= 1 ? Ops.alias(this) : Ops.permute(this, [.. Enumerable.Range(0, (int)ndim).Reverse().Select(d => (long)d)]);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => Ops.transpose(this, -2, -1);

        /// <summary>The elements in another shape; memory is shared where possible.</summary>
        /// <param name="shape">The new sizes; one may be -1 and follows from the others.</param>
        /// <exception cref="TorchException">The number of elements differs.</exception>
        public Tensor reshape(params long[] shape) => Ops.reshape(this, shape);

        /// <summary>The elements in another shape, always on the same memory.</summary>
        /// <param name="shape">The new sizes; one may be -1 and follows from the others.</param>
        /// <exception cref="TorchException">The number of elements differs or the memory does not allow it; use reshape.</exception>
        public Tensor view(params long[] shape) => Ops.view(this, shape);

        /// <summary>The elements in the shape of another tensor, on the same memory.</summary>
        public Tensor view_as(Tensor other) => Ops.view(this, other.shape);

        /// <summary>Makes one dimension of several.</summary>
        /// <param name="start_dim">The first.</param>
        /// <param name="end_dim">The last.</param>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Ops.flatten(this, start_dim, end_dim);

        /// <summary>Makes several dimensions of one.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="sizes">Their sizes; one may be -1.</param>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var old = shape;
            var at = WrapDimension((int)dim, old.Length);
            return Ops.view(this, [.. old[..at], .. Fill(sizes, old[at]), .. old[(at + 1)..]]);
        }

        /// <summary>Removes dimensions of size 1.</summary>
        /// <param name="dim">The one to remove; all if left out.</param>
        public Tensor squeeze(long? dim = null) => dim is { } d ? Ops.squeeze(this, d) : Ops.squeeze(this);

        /// <summary>Removes dimensions of size 1 from this tensor.</summary>
        /// <param name="dim">The one to remove; all if left out.</param>
        /// <returns>This tensor.</returns>
        public Tensor squeeze_(long? dim = null) => dim is { } d ? Ops.squeeze_(this, d) : Ops.squeeze_(this);

        /// <summary>Inserts a dimension of size 1.</summary>
        /// <param name="dim">Where.</param>
        public Tensor unsqueeze(long dim) => Ops.unsqueeze(this, dim);

        /// <summary>Inserts a dimension of size 1 into this tensor.</summary>
        /// <param name="dim">Where.</param>
        /// <returns>This tensor.</returns>
        public Tensor unsqueeze_(long dim) => Ops.unsqueeze_(this, dim);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor transpose(long dim0, long dim1) => Ops.transpose(this, dim0, dim1);

        /// <summary>Exchanges two dimensions of this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor transpose_(long dim0, long dim1) => Ops.transpose_(this, dim0, dim1);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor swapaxes(long dim0, long dim1) => Ops.transpose(this, dim0, dim1);

        /// <summary>Puts the dimensions into another order.</summary>
        /// <param name="permutation">For every new dimension the old one.</param>
        public Tensor permute(params long[] permutation) => Ops.permute(this, permutation);

        /// <summary>Puts the dimensions into another order.</summary>
        /// <param name="permutation">For every new dimension the old one.</param>
        public Tensor permute(IEnumerable<long> permutation) => Ops.permute(this, [.. permutation]);

        /// <summary>The transposed matrix.</summary>
        public Tensor t() => Ops.t(this);

        /// <summary>Moves dimensions to other places.</summary>
        /// <param name="source">The dimensions.</param>
        /// <param name="destination">Where they go.</param>
        public Tensor movedim(long[] source, long[] destination) => Ops.movedim(this, source, destination);

        /// <summary>Repeats dimensions of size 1 without copying.</summary>
        /// <param name="sizes">The new sizes; -1 keeps a size.</param>
        public Tensor expand(params long[] sizes) => Ops.expand(this, sizes);

        /// <summary>Repeats dimensions of size 1 without copying.</summary>
        /// <param name="sizes">The new sizes; -1 keeps a size.</param>
        /// <param name="isImplicit">Has no meaning outside libtorch.</param>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Ops.expand(this, sizes, isImplicit);

        /// <summary>Repeats dimensions of size 1 to the size of another tensor, without copying.</summary>
        public Tensor expand_as(Tensor other) => Ops.expand(this, other.shape);

        /// <summary>Repeats dimensions of size 1 without copying.</summary>
        /// <param name="shape">The new sizes.</param>
        public Tensor broadcast_to(params long[] shape) => Ops.broadcast_to(this, shape);

        /// <summary>Copies the tensor several times along each dimension.</summary>
        /// <param name="sizes">How often.</param>
        public Tensor repeat(params long[] sizes) => Ops.repeat(this, sizes);

        /// <summary>Copies every element a number of times.</summary>
        /// <param name="repeats">How often, for each.</param>
        /// <param name="dim">Along which dimension; the flattened tensor if left out.</param>
        /// <param name="output_size">The size of the result, if known.</param>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Ops.repeat_interleave(this, repeats, dim, output_size);

        /// <summary>Copies every element a number of times.</summary>
        /// <param name="repeats">How often.</param>
        /// <param name="dim">Along which dimension; the flattened tensor if left out.</param>
        /// <param name="output_size">The size of the result, if known.</param>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Ops.repeat_interleave(this, repeats, dim, output_size);

        /// <summary>Copies the tensor several times along each dimension.</summary>
        /// <param name="reps">How often.</param>
        public Tensor tile(long[] reps) => Ops.tile(this, reps);

        /// <summary>Reverses the order along dimensions.</summary>
        public Tensor flip(params long[] dims) => Ops.flip(this, dims);

        /// <summary>Moves the elements along a dimension; what leaves comes in at the other end.</summary>
        /// <param name="shifts">By how many places.</param>
        /// <param name="dims">The dimension; the flattened tensor if left out.</param>
        public Tensor roll(long shifts, long? dims = null) => Ops.roll(this, [shifts], dims is { } d ? [d] : null);

        /// <summary>Moves the elements along dimensions; what leaves comes in at the other end.</summary>
        /// <param name="shifts">By how many places.</param>
        /// <param name="dims">The dimensions.</param>
        public Tensor roll(long[] shifts, long[] dims) => Ops.roll(this, shifts, dims);

        private static long[] Fill(long[] sizes, long total)
        {
            var open = Array.IndexOf(sizes, -1);
            if (open < 0) return sizes;
            var filled = (long[])sizes.Clone();
            filled[open] = total / sizes.Where(s => s != -1).TotalSize();
            return filled;
        }
    }
}
