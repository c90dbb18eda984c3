namespace TorchSharp;

public static partial class torch
{
    /// <summary>One tensor where a condition is true, another elsewhere.</summary>
    /// <param name="condition">Truth values.</param>
    /// <param name="x">Where it is true.</param>
    /// <param name="y">Where it is false.</param>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Ops.where(condition, x, y);

    /// <summary>The indices of the elements that are true, one tensor for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => Ops.where(condition);

    /// <inheritdoc cref="Tensor.masked_select(Tensor)"/>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <inheritdoc cref="Tensor.gather(long, Tensor)"/>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <inheritdoc cref="Tensor.scatter(long, Tensor, Tensor)"/>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <inheritdoc cref="Tensor.index_select(long, Tensor)"/>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <inheritdoc cref="Tensor.take(Tensor)"/>
    public static Tensor take(Tensor input, Tensor index) => input.take(index);

    /// <inheritdoc cref="Tensor.nonzero()"/>
    public static Tensor nonzero(Tensor input) => input.nonzero();

    /// <inheritdoc cref="Tensor.tril(long)"/>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <inheritdoc cref="Tensor.triu(long)"/>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <inheritdoc cref="Tensor.diag(long)"/>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <inheritdoc cref="Tensor.trace()"/>
    public static Tensor trace(Tensor input) => input.trace();

    /// <summary>The differences of neighbours along a dimension.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="n">How often to take differences.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="prepend">What to put before the elements.</param>
    /// <param name="append">What to put after the elements.</param>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        Ops.diff(input, n, dim, prepend, append);

    /// <inheritdoc cref="Tensor.numel()"/>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <inheritdoc cref="Tensor.clone()"/>
    public static Tensor clone(Tensor input) => input.clone();
}
