namespace TorchSharp;

public static partial class torch
{
    /// <summary>Computes sin x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor sin(Tensor input) => Ops.sin(input);

    /// <summary>Replaces every element x by sin x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor sin_(Tensor input) => Ops.sin_(input);

    /// <summary>Computes cos x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor cos(Tensor input) => Ops.cos(input);

    /// <summary>Replaces every element x by cos x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor cos_(Tensor input) => Ops.cos_(input);

    /// <summary>Computes tan x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor tan(Tensor input) => Ops.tan(input);

    /// <summary>Computes arcsin x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor asin(Tensor input) => Ops.asin(input);

    /// <summary>Computes arccos x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor acos(Tensor input) => Ops.acos(input);

    /// <summary>Computes arctan x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor atan(Tensor input) => Ops.atan(input);

    /// <summary>Computes sinh x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor sinh(Tensor input) => Ops.sinh(input);

    /// <summary>Computes cosh x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor cosh(Tensor input) => Ops.cosh(input);

    /// <summary>Computes tanh x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor tanh(Tensor input) => Ops.tanh(input);

    /// <summary>Replaces every element x by tanh x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor tanh_(Tensor input) => Ops.tanh_(input);
}
