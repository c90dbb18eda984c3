namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.reshape(long[])"/>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <inheritdoc cref="Tensor.flatten(long, long)"/>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <inheritdoc cref="Tensor.squeeze(long?)"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <inheritdoc cref="Tensor.unsqueeze(long)"/>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <inheritdoc cref="Tensor.transpose(long, long)"/>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <inheritdoc cref="Tensor.swapaxes(long, long)"/>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.transpose(axis0, axis1);

    /// <inheritdoc cref="Tensor.permute(long[])"/>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <inheritdoc cref="Tensor.t()"/>
    public static Tensor t(Tensor input) => input.t();

    /// <summary>Moves one dimension to another place.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <inheritdoc cref="Tensor.flip(long[])"/>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <inheritdoc cref="Tensor.roll(long, long?)"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(long[], long[])"/>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.tile(long[])"/>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <inheritdoc cref="Tensor.repeat_interleave(long, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <inheritdoc cref="Tensor.repeat_interleave(Tensor, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Joins tensors along a dimension that they have.</summary>
    /// <param name="tensors">The tensors; all other sizes are equal.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.cat([.. tensors], dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Joins tensors of equal size along a new dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">Where the new dimension goes.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.stack([.. tensors], dim);

    /// <summary>Joins tensors along the second dimension, or the first where they have one.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Ops.hstack(tensors);

    /// <inheritdoc cref="hstack(Tensor[])"/>
    public static Tensor hstack(IList<Tensor> tensors) => Ops.hstack([.. tensors]);

    /// <summary>Joins tensors along the first dimension; vectors become rows.</summary>
    public static Tensor vstack(Tensor[] tensors) => Ops.vstack(tensors);

    /// <inheritdoc cref="vstack(Tensor[])"/>
    public static Tensor vstack(IList<Tensor> tensors) => Ops.vstack([.. tensors]);

    /// <summary>Cuts a dimension into parts of given sizes.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="split_size_or_sections">The sizes.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <inheritdoc cref="Tensor.split(long, int)"/>
    public static Tensor[] split(Tensor tensor, long split_size, int dim = 0) => tensor.split(split_size, dim);

    /// <inheritdoc cref="Tensor.chunk(long, long)"/>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <inheritdoc cref="Tensor.unbind(long)"/>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    /// <summary>The coordinates of a grid, one tensor for each axis.</summary>
    /// <param name="tensors">The values on each axis, (N) each.</param>
    /// <param name="indexing"><c>ij</c> keeps the order of the axes, <c>xy</c> exchanges the first two.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Ops.meshgrid([.. tensors], indexing: indexing);
}
