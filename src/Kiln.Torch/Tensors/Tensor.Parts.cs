namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Cuts a dimension into parts of one size; the last may be smaller.</summary>
        /// <param name="size">The size of a part.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>Views of the parts.</returns>
        public Tensor[] split(long size, int dim = 0) => Ops.split(this, size, dim);

        /// <summary>Cuts a dimension into parts of given sizes.</summary>
        /// <param name="sizes">The sizes of the parts.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>Views of the parts.</returns>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Ops.split(this, sizes, dim);

        /// <summary>Cuts a dimension into a number of parts.</summary>
        /// <param name="chunks">How many.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>Views of the parts.</returns>
        public Tensor[] chunk(long chunks, long dim = 0) => Ops.chunk(this, chunks, dim);

        /// <summary>Cuts a dimension into a number of parts whose sizes differ by at most 1.</summary>
        /// <param name="size">How many parts.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>Views of the parts.</returns>
        public Tensor[] tensor_split(long size, long dim = 0) => Ops.tensor_split(this, size, dim);

        /// <summary>Cuts a dimension at given places.</summary>
        /// <param name="sizes">The places.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>Views of the parts.</returns>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Ops.tensor_split(this, sizes, dim);

        /// <summary>The slices along a dimension, which disappears.</summary>
        /// <param name="dimension">The dimension.</param>
        /// <returns>Views of the slices.</returns>
        public Tensor[] unbind(long dimension = 0) => Ops.unbind(this, dimension);

        /// <summary>One slice along a dimension, which disappears.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slice; negative numbers count from the end.</param>
        /// <returns>A view.</returns>
        public Tensor select(long dim, long index) => Ops.select(this, dim, index);

        /// <summary>A stretch of a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index.</param>
        /// <param name="length">How many.</param>
        /// <returns>A view.</returns>
        public Tensor narrow(long dim, long start, long length) => Ops.narrow(this, dim, start, length);

        /// <summary>A stretch of a dimension, with gaps if wanted.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index.</param>
        /// <param name="finish">Where to stop, not included.</param>
        /// <param name="step">The distance between indices.</param>
        /// <returns>A view.</returns>
        public Tensor slice(long dim, long start, long finish, long step) => Ops.slice(this, dim, start, finish, step);

        /// <summary>Slices along a dimension in any order.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices, (M) of Int64.</param>
        /// <returns>A copy.</returns>
        public Tensor index_select(long dim, Tensor index) => Ops.index_select(this, dim, index);

        /// <summary>Adds slices to slices of this tensor.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">To which slices, (M) of Int64.</param>
        /// <param name="source">The slices to add.</param>
        /// <param name="alpha">What they are multiplied by.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add_(this, dim, index, source, alpha);

        /// <summary>Replaces slices of this tensor.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices, (M) of Int64.</param>
        /// <param name="source">The new slices.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Ops.index_copy_(this, dim, index, source);

        /// <summary>Fills slices of this tensor with one value.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices, (M) of Int64.</param>
        /// <param name="value">The value.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Ops.index_fill_(this, dim, index, value);

        /// <summary>Replaces the elements where a mask is true by one value.</summary>
        /// <param name="mask">Truth values that can be stretched to this tensor's size.</param>
        /// <param name="value">The value.</param>
        public Tensor masked_fill(Tensor mask, Scalar value) => Ops.masked_fill(this, mask, value);

        /// <summary>Replaces the elements of this tensor where a mask is true by one value.</summary>
        /// <param name="mask">Truth values that can be stretched to this tensor's size.</param>
        /// <param name="value">The value.</param>
        /// <returns>This tensor.</returns>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Ops.masked_fill_(this, mask, value);

        /// <summary>The elements where a mask is true.</summary>
        /// <param name="mask">Truth values that can be stretched to this tensor's size.</param>
        /// <returns>A copy (M).</returns>
        public Tensor masked_select(Tensor mask) => Ops.masked_select(this, mask);

        /// <summary>Replaces the elements of this tensor where a mask is true, one after the other.</summary>
        /// <param name="mask">Truth values that can be stretched to this tensor's size.</param>
        /// <param name="value">The new elements in order.</param>
        /// <returns>This tensor.</returns>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Ops.masked_scatter_(this, mask, value);

        /// <summary>Picks elements along a dimension by index.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The indices, of Int64; the result has their size.</param>
        public Tensor gather(long dim, Tensor index) => Ops.gather(this, dim, index);

        /// <summary>Writes elements along a dimension by index.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The indices, of Int64.</param>
        /// <param name="src">The elements.</param>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Ops.scatter(this, dim, index, src);

        /// <summary>Writes elements of this tensor along a dimension by index.</summary>
        /// <inheritdoc cref="scatter(long, Tensor, Tensor)"/>
        /// <returns>This tensor.</returns>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Ops.scatter_(this, dim, index, src);

        /// <summary>Writes one value along a dimension by index.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The indices, of Int64.</param>
        /// <param name="value">The value.</param>
        /// <returns>This tensor.</returns>
        public Tensor scatter_(long dim, Tensor index, Scalar value) => Ops.scatter_(this, dim, index, value);

        /// <summary>Adds elements along a dimension by index.</summary>
        /// <inheritdoc cref="scatter(long, Tensor, Tensor)"/>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Ops.scatter_add(this, dim, index, src);

        /// <summary>Adds elements to this tensor along a dimension by index.</summary>
        /// <inheritdoc cref="scatter(long, Tensor, Tensor)"/>
        /// <returns>This tensor.</returns>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Ops.scatter_add_(this, dim, index, src);

        /// <summary>Elements by their place in the flattened tensor.</summary>
        /// <param name="index">The places, of Int64; the result has their size.</param>
        public Tensor take(Tensor index) => Ops.take(this, index);

        /// <summary>This tensor where a condition is true, another elsewhere.</summary>
        /// <param name="condition">Truth values.</param>
        /// <param name="y">The other tensor.</param>
        public Tensor where(Tensor condition, Tensor y) => Ops.where(condition, this, y);

        /// <summary>The indices of the elements that are not zero.</summary>
        /// <returns>A tensor (M, dimensions) of Int64.</returns>
        public Tensor nonzero() => Ops.nonzero(this);

        /// <summary>The lower triangle; zeros elsewhere.</summary>
        /// <param name="diagonal">Where it ends; 0 is the main diagonal.</param>
        public Tensor tril(long diagonal = 0) => Ops.tril(this, diagonal);

        /// <summary>The upper triangle; zeros elsewhere.</summary>
        /// <param name="diagonal">Where it begins; 0 is the main diagonal.</param>
        public Tensor triu(long diagonal = 0) => Ops.triu(this, diagonal);

        /// <summary>The diagonal of a matrix, or the matrix of a diagonal.</summary>
        /// <param name="diagonal">Which; 0 is the main diagonal.</param>
        public Tensor diag(long diagonal = 0) => Ops.diag(this, diagonal);

        /// <summary>The diagonal of two dimensions.</summary>
        /// <param name="offset">Which; 0 is the main diagonal.</param>
        /// <param name="dim1">The first dimension.</param>
        /// <param name="dim2">The second dimension.</param>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal(this, offset, dim1, dim2);

        /// <summary>The sum of the main diagonal of a matrix.</summary>
        public Tensor trace() => Ops.trace(this);
    }
}
