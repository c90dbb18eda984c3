namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Computes |x| for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor abs() => Ops.abs(this);

        /// <summary>Replaces every element x by |x|.</summary>
        /// <returns>This tensor.</returns>
        public Tensor abs_() => Ops.abs_(this);

        /// <summary>Computes -x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor neg() => Ops.neg(this);

        /// <summary>Replaces every element x by -x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor neg_() => Ops.neg_(this);

        /// <summary>Computes -1, 0 or 1 by the sign of x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor sign() => Ops.sign(this);

        /// <summary>Computes x² for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor square() => Ops.square(this);

        /// <summary>Replaces every element x by x².</summary>
        /// <returns>This tensor.</returns>
        public Tensor square_() => Ops.square_(this);

        /// <summary>Computes √x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor sqrt() => Ops.sqrt(this);

        /// <summary>Replaces every element x by √x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sqrt_() => Ops.sqrt_(this);

        /// <summary>Computes 1 / √x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor rsqrt() => Ops.rsqrt(this);

        /// <summary>Replaces every element x by 1 / √x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor rsqrt_() => Ops.rsqrt_(this);

        /// <summary>Computes 1 / x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor reciprocal() => Ops.reciprocal(this);

        /// <summary>Replaces every element x by 1 / x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor reciprocal_() => Ops.reciprocal_(this);

        /// <summary>Computes eˣ for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor exp() => Ops.exp(this);

        /// <summary>Replaces every element x by eˣ.</summary>
        /// <returns>This tensor.</returns>
        public Tensor exp_() => Ops.exp_(this);

        /// <summary>Computes 2ˣ for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor exp2() => Ops.exp2(this);

        /// <summary>Computes eˣ - 1, exact near 0 for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor expm1() => Ops.expm1(this);

        /// <summary>Computes ln x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor log() => Ops.log(this);

        /// <summary>Replaces every element x by ln x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor log_() => Ops.log_(this);

        /// <summary>Computes the logarithm of x to base 2 for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor log2() => Ops.log2(this);

        /// <summary>Computes the logarithm of x to base 10 for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor log10() => Ops.log10(this);

        /// <summary>Computes ln(1 + x), exact near 0 for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor log1p() => Ops.log1p(this);

        /// <summary>Computes the largest integer that is not greater than x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor floor() => Ops.floor(this);

        /// <summary>Replaces every element x by the largest integer that is not greater than x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor floor_() => Ops.floor_(this);

        /// <summary>Computes the smallest integer that is not less than x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor ceil() => Ops.ceil(this);

        /// <summary>Replaces every element x by the smallest integer that is not less than x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor ceil_() => Ops.ceil_(this);

        /// <summary>Computes x without its fraction for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor trunc() => Ops.trunc(this);

        /// <summary>Replaces every element x by x without its fraction.</summary>
        /// <returns>This tensor.</returns>
        public Tensor trunc_() => Ops.trunc_(this);

        /// <summary>Computes the fraction of x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor frac() => Ops.frac(this);

        /// <summary>Replaces every element x by the fraction of x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor frac_() => Ops.frac_(this);

        /// <summary>Computes 1 / (1 + e⁻ˣ) for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor sigmoid() => Ops.sigmoid(this);

        /// <summary>Replaces every element x by 1 / (1 + e⁻ˣ).</summary>
        /// <returns>This tensor.</returns>
        public Tensor sigmoid_() => Ops.sigmoid_(this);

        /// <summary>Computes the error function of x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor erf() => Ops.erf(this);

        /// <summary>Computes 1 - erf(x) for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor erfc() => Ops.erfc(this);
    }
}
