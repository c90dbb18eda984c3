namespace TorchSharp;

public static partial class torch
{
    /// <summary>Computes whether x is not a number for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor of truth values (*).</returns>
    public static Tensor isnan(Tensor input) => Ops.isnan(input);

    /// <summary>Computes whether x is infinite for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor of truth values (*).</returns>
    public static Tensor isinf(Tensor input) => Ops.isinf(input);

    /// <summary>Computes whether x is a finite number for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor of truth values (*).</returns>
    public static Tensor isfinite(Tensor input) => Ops.isfinite(input);

    /// <summary>Computes whether x is zero for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor of truth values (*).</returns>
    public static Tensor logical_not(Tensor input) => Ops.logical_not(input);
}
