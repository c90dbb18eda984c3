namespace TorchSharp;

public static partial class torch
{
    /// <summary>Computes |x| for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor abs(Tensor input) => Ops.abs(input);

    /// <summary>Replaces every element x by |x|.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor abs_(Tensor input) => Ops.abs_(input);

    /// <summary>Computes -x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor neg(Tensor input) => Ops.neg(input);

    /// <summary>Replaces every element x by -x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor neg_(Tensor input) => Ops.neg_(input);

    /// <summary>Computes -1, 0 or 1 by the sign of x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor sign(Tensor input) => Ops.sign(input);

    /// <summary>Computes x² for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor square(Tensor input) => Ops.square(input);

    /// <summary>Replaces every element x by x².</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor square_(Tensor input) => Ops.square_(input);

    /// <summary>Computes √x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor sqrt(Tensor input) => Ops.sqrt(input);

    /// <summary>Replaces every element x by √x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor sqrt_(Tensor input) => Ops.sqrt_(input);

    /// <summary>Computes 1 / √x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor rsqrt(Tensor input) => Ops.rsqrt(input);

    /// <summary>Replaces every element x by 1 / √x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor rsqrt_(Tensor input) => Ops.rsqrt_(input);

    /// <summary>Computes 1 / x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor reciprocal(Tensor input) => Ops.reciprocal(input);

    /// <summary>Replaces every element x by 1 / x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor reciprocal_(Tensor input) => Ops.reciprocal_(input);

    /// <summary>Computes eˣ for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor exp(Tensor input) => Ops.exp(input);

    /// <summary>Replaces every element x by eˣ.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor exp_(Tensor input) => Ops.exp_(input);

    /// <summary>Computes 2ˣ for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor exp2(Tensor input) => Ops.exp2(input);

    /// <summary>Computes eˣ - 1, exact near 0 for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor expm1(Tensor input) => Ops.expm1(input);

    /// <summary>Computes ln x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor log(Tensor input) => Ops.log(input);

    /// <summary>Replaces every element x by ln x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor log_(Tensor input) => Ops.log_(input);

    /// <summary>Computes the logarithm of x to base 2 for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor log2(Tensor input) => Ops.log2(input);

    /// <summary>Computes the logarithm of x to base 10 for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor log10(Tensor input) => Ops.log10(input);

    /// <summary>Computes ln(1 + x), exact near 0 for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor log1p(Tensor input) => Ops.log1p(input);

    /// <summary>Computes the largest integer that is not greater than x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor floor(Tensor input) => Ops.floor(input);

    /// <summary>Replaces every element x by the largest integer that is not greater than x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor floor_(Tensor input) => Ops.floor_(input);

    /// <summary>Computes the smallest integer that is not less than x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor ceil(Tensor input) => Ops.ceil(input);

    /// <summary>Replaces every element x by the smallest integer that is not less than x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor ceil_(Tensor input) => Ops.ceil_(input);

    /// <summary>Computes x without its fraction for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor trunc(Tensor input) => Ops.trunc(input);

    /// <summary>Replaces every element x by x without its fraction.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor trunc_(Tensor input) => Ops.trunc_(input);

    /// <summary>Computes the fraction of x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor frac(Tensor input) => Ops.frac(input);

    /// <summary>Replaces every element x by the fraction of x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor frac_(Tensor input) => Ops.frac_(input);

    /// <summary>Computes 1 / (1 + e⁻ˣ) for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor sigmoid(Tensor input) => Ops.sigmoid(input);

    /// <summary>Replaces every element x by 1 / (1 + e⁻ˣ).</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>The same tensor.</returns>
    public static Tensor sigmoid_(Tensor input) => Ops.sigmoid_(input);

    /// <summary>Computes the error function of x for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor erf(Tensor input) => Ops.erf(input);

    /// <summary>Computes 1 - erf(x) for every element x.</summary>
    /// <param name="input">The elements, (*).</param>
    /// <returns>A new tensor (*).</returns>
    public static Tensor erfc(Tensor input) => Ops.erfc(input);
}
