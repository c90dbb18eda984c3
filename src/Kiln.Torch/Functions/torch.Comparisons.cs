namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether are equal, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor eq(Tensor left, Tensor right) => Ops.eq(left, right);

    /// <summary>Whether are equal, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor eq(Tensor left, Scalar right) => Ops.eq(left, right);

    /// <summary>Whether differ, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor ne(Tensor left, Tensor right) => Ops.ne(left, right);

    /// <summary>Whether differ, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor ne(Tensor left, Scalar right) => Ops.ne(left, right);

    /// <summary>Whether left is less than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor lt(Tensor left, Tensor right) => Ops.lt(left, right);

    /// <summary>Whether left is less than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor lt(Tensor left, Scalar right) => Ops.lt(left, right);

    /// <summary>Whether left is not greater than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor le(Tensor left, Tensor right) => Ops.le(left, right);

    /// <summary>Whether left is not greater than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor le(Tensor left, Scalar right) => Ops.le(left, right);

    /// <summary>Whether left is greater than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor gt(Tensor left, Tensor right) => Ops.gt(left, right);

    /// <summary>Whether left is greater than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor gt(Tensor left, Scalar right) => Ops.gt(left, right);

    /// <summary>Whether left is not less than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor ge(Tensor left, Tensor right) => Ops.ge(left, right);

    /// <summary>Whether left is not less than right, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor ge(Tensor left, Scalar right) => Ops.ge(left, right);

    /// <summary>Whether both are not zero, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor logical_and(Tensor left, Tensor right) => Ops.logical_and(left, right);

    /// <summary>Whether one of both is not zero, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor logical_or(Tensor left, Tensor right) => Ops.logical_or(left, right);

    /// <summary>Whether exactly one of both is not zero, element by element.</summary>
    /// <returns>A new tensor of truth values.</returns>
    public static Tensor logical_xor(Tensor left, Tensor right) => Ops.logical_xor(left, right);

    /// <summary>Whether all elements and the sizes are equal.</summary>
    /// <returns>A tensor of one truth value.</returns>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <inheritdoc cref="Tensor.allclose"/>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
        Ops.allclose(tensor, target, rtol, atol, equal_nan);

    /// <inheritdoc cref="Tensor.isclose"/>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
        Ops.isclose(tensor, other, rtol, atol, nanEqual);
}
