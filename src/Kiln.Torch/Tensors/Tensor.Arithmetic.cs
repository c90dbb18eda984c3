namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element.</summary>
        public Tensor add(Tensor target) => Ops.add(this, target);

        /// <summary>Adds alpha times another tensor.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Ops.add(this, target, alpha);

        /// <summary>Adds one number to all elements.</summary>
        public Tensor add(Scalar scalar) => Ops.add(this, scalar);

        /// <summary>Adds alpha times one number to all elements.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Ops.add(this, scalar, alpha);

        /// <summary>Adds another tensor to this one.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target) => Ops.add_(this, target);

        /// <summary>Adds alpha times another tensor to this one.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target, Scalar alpha) => Ops.add_(this, target, alpha);

        /// <summary>Adds one number to this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar) => Ops.add_(this, scalar);

        /// <summary>Adds alpha times one number to this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.add_(this, scalar, alpha);

        /// <summary>Subtracts element by element.</summary>
        public Tensor sub(Tensor target) => Ops.sub(this, target);

        /// <summary>Subtracts one number from all elements.</summary>
        public Tensor sub(Scalar target) => Ops.sub(this, target);

        /// <summary>Subtracts another tensor from this one.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Tensor target) => Ops.sub_(this, target);

        /// <summary>Subtracts one number from this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Scalar target) => Ops.sub_(this, target);

        /// <summary>Multiplies element by element.</summary>
        public Tensor mul(Tensor target) => Ops.mul(this, target);

        /// <summary>Multiplies all elements by one number.</summary>
        public Tensor mul(Scalar target) => Ops.mul(this, target);

        /// <summary>Multiplies this tensor by another, element by element.</summary>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Tensor target) => Ops.mul_(this, target);

        /// <summary>Multiplies this tensor by one number.</summary>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Scalar target) => Ops.mul_(this, target);

        /// <summary>Divides element by element.</summary>
        /// <param name="target">The divisors.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div(this, target) : Ops.div(this, target, rounding_mode: rounding_mode.ToString());

        /// <summary>Divides all elements by one number.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div(this, target) : Ops.div(this, target, rounding_mode: rounding_mode.ToString());

        /// <summary>Divides this tensor by another, element by element.</summary>
        /// <param name="target">The divisors.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        /// <returns>This tensor.</returns>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div_(this, target) : Ops.div_(this, target, rounding_mode: rounding_mode.ToString());

        /// <summary>Divides this tensor by one number.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        /// <returns>This tensor.</returns>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Ops.div_(this, target) : Ops.div_(this, target, rounding_mode: rounding_mode.ToString());

        /// <summary>Divides and rounds towards negative infinity.</summary>
        public Tensor floor_divide(Tensor other) => Ops.floor_divide(this, other);

        /// <summary>Divides by one number and rounds towards negative infinity.</summary>
        public Tensor floor_divide(Scalar other) => Ops.floor_divide(this, other);

        /// <summary>Divides to floating-point numbers.</summary>
        public Tensor true_divide(Tensor other) => Ops.true_divide(this, other);

        /// <summary>Divides by one number to floating-point numbers.</summary>
        public Tensor true_divide(Scalar other) => Ops.true_divide(this, other);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Ops.remainder(this, target);

        /// <summary>The remainder of a division by one number, with its sign.</summary>
        public Tensor remainder(Scalar scalar) => Ops.remainder(this, scalar);

        /// <summary>The remainder of a division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Ops.fmod(this, target);

        /// <summary>The remainder of a division by one number, with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Ops.fmod(this, scalar);

        /// <summary>Raises to the power of another tensor, element by element.</summary>
        public Tensor pow(Tensor exponent) => Ops.pow(this, exponent);

        /// <summary>Raises all elements to one power.</summary>
        public Tensor pow(Scalar exponent) => Ops.pow(this, exponent);

        /// <summary>Raises this tensor to the power of another, element by element.</summary>
        /// <returns>This tensor.</returns>
        public Tensor pow_(Tensor exponent) => Ops.pow_(this, exponent);

        /// <summary>Raises this tensor to one power.</summary>
        /// <returns>This tensor.</returns>
        public Tensor pow_(Scalar exponent) => Ops.pow_(this, exponent);

        /// <summary>Rounds to a number of decimals, halves to the even neighbour.</summary>
        /// <param name="decimals">How many; negative numbers round before the point.</param>
        public Tensor round(long decimals = 0) => decimals == 0 ? Ops.round(this) : Ops.round(this, decimals);

        /// <summary>The angle of (other, this) to the x axis, in radians, with this as y.</summary>
        public Tensor atan2(Tensor other) => Ops.atan2(this, other);

        /// <summary>this · ln y, and 0 where this is 0.</summary>
        public Tensor xlogy(Tensor y) => Ops.xlogy(this, y);

        /// <summary>this · ln y, and 0 where this is 0.</summary>
        public Tensor xlogy(Scalar y) => Ops.xlogy(this, y);

        /// <summary>this + weight · (end - this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Ops.lerp(this, end, weight);

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul(this, tensor1, tensor2, value);

        /// <summary>Adds value · tensor1 · tensor2 to this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul_(this, tensor1, tensor2, value);

        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv(this, tensor1, tensor2, value);

        /// <summary>this + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Ops.addcdiv(this, tensor1, tensor2);

        /// <summary>Adds value · tensor1 / tensor2 to this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv_(this, tensor1, tensor2, value);

        /// <summary>Adds tensor1 / tensor2 to this tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Ops.addcdiv_(this, tensor1, tensor2);

        /// <summary>Limits every element to min..max.</summary>
        /// <param name="min">The lower limit, or null for none.</param>
        /// <param name="max">The upper limit, or null for none.</param>
        [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.clamp(this, min, max);

        /// <summary>Limits every element to limits of its own.</summary>
        /// <param name="min">The lower limits, or null for none.</param>
        /// <param name="max">The upper limits, or null for none.</param>
        public Tensor clamp(Tensor? min, Tensor? max) => Ops.clamp(this, min, max);

        /// <summary>Limits every element of this tensor to min..max.</summary>
        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        /// <returns>This tensor.</returns>
        [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.clamp_(this, min, max);

        /// <summary>Limits every element of this tensor to limits of its own.</summary>
        /// <inheritdoc cref="clamp(Tensor, Tensor)"/>
        /// <returns>This tensor.</returns>
        public Tensor clamp_(Tensor? min, Tensor? max) => Ops.clamp_(this, min, max);

        /// <summary>Raises every smaller element to min.</summary>
        public Tensor clamp_min(Scalar min) => Ops.clamp_min(this, min);

        /// <summary>Lowers every greater element to max.</summary>
        public Tensor clamp_max(Scalar max) => Ops.clamp_max(this, max);

        /// <summary>Limits every element to min..max.</summary>
        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => Ops.clamp(this, min, max);

        /// <summary>The greater of both, element by element.</summary>
        public Tensor maximum(Tensor other) => Ops.maximum(this, other);

        /// <summary>The smaller of both, element by element.</summary>
        public Tensor minimum(Tensor other) => Ops.minimum(this, other);
    }
}
