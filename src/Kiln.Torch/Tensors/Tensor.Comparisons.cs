namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether are equal, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor eq(Tensor target) => Ops.eq(this, target);

        /// <summary>Whether are equal, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor eq(Scalar target) => Ops.eq(this, target);

        /// <summary>Replaces every element by 1 or 0: whether are equal.</summary>
        /// <returns>This tensor.</returns>
        public Tensor eq_(Tensor target) => Ops.eq_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether are equal.</summary>
        /// <returns>This tensor.</returns>
        public Tensor eq_(Scalar target) => Ops.eq_(this, target);

        /// <summary>Whether differ, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ne(Tensor target) => Ops.ne(this, target);

        /// <summary>Whether differ, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ne(Scalar target) => Ops.ne(this, target);

        /// <summary>Replaces every element by 1 or 0: whether differ.</summary>
        /// <returns>This tensor.</returns>
        public Tensor ne_(Tensor target) => Ops.ne_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether differ.</summary>
        /// <returns>This tensor.</returns>
        public Tensor ne_(Scalar target) => Ops.ne_(this, target);

        /// <summary>Whether the element is less than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor lt(Tensor target) => Ops.lt(this, target);

        /// <summary>Whether the element is less than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor lt(Scalar target) => Ops.lt(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is less than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor lt_(Tensor target) => Ops.lt_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is less than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor lt_(Scalar target) => Ops.lt_(this, target);

        /// <summary>Whether the element is not greater than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor le(Tensor target) => Ops.le(this, target);

        /// <summary>Whether the element is not greater than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor le(Scalar target) => Ops.le(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is not greater than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor le_(Tensor target) => Ops.le_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is not greater than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor le_(Scalar target) => Ops.le_(this, target);

        /// <summary>Whether the element is greater than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor gt(Tensor target) => Ops.gt(this, target);

        /// <summary>Whether the element is greater than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor gt(Scalar target) => Ops.gt(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is greater than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor gt_(Tensor target) => Ops.gt_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is greater than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor gt_(Scalar target) => Ops.gt_(this, target);

        /// <summary>Whether the element is not less than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ge(Tensor target) => Ops.ge(this, target);

        /// <summary>Whether the element is not less than the other, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ge(Scalar target) => Ops.ge(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is not less than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor ge_(Tensor target) => Ops.ge_(this, target);

        /// <summary>Replaces every element by 1 or 0: whether the element is not less than the other.</summary>
        /// <returns>This tensor.</returns>
        public Tensor ge_(Scalar target) => Ops.ge_(this, target);

        /// <summary>Whether both are not zero, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_and(Tensor other) => Ops.logical_and(this, other);

        /// <summary>Whether one of both is not zero, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_or(Tensor other) => Ops.logical_or(this, other);

        /// <summary>Whether exactly one of both is not zero, element by element.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_xor(Tensor other) => Ops.logical_xor(this, other);

        /// <summary>Whether all elements and the sizes are equal.</summary>
        /// <returns>A tensor of one truth value.</returns>
        public Tensor equal(Tensor target) => tensor(Ops.equal(this, target));

        /// <summary>Whether |x - y| ≤ atol + rtol · |y| for all elements.</summary>
        /// <param name="target">The other tensor y.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="equal_nan">Whether NaN equals NaN.</param>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Ops.allclose(this, target, rtol, atol, equal_nan);

        /// <summary>Whether |x - y| ≤ atol + rtol · |y|, element by element.</summary>
        /// <param name="other">The other tensor y.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="nanEqual">Whether NaN equals NaN.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Ops.isclose(this, other, rtol, atol, nanEqual);
    }
}
