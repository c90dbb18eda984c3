namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether are equal, element by element.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Ops.eq(left, right);

        /// <summary>Whether are equal, element by element.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Ops.eq(left, right);

        /// <summary>Whether are equal, element by element.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Ops.eq(right, left);

        /// <summary>Whether differ, element by element.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Ops.ne(left, right);

        /// <summary>Whether differ, element by element.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Ops.ne(left, right);

        /// <summary>Whether differ, element by element.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Ops.ne(right, left);

        /// <summary>Whether left is less than right, element by element.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Ops.lt(left, right);

        /// <summary>Whether left is less than right, element by element.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Ops.lt(left, right);

        /// <summary>Whether left is less than right, element by element.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Ops.gt(right, left);

        /// <summary>Whether left is not greater than right, element by element.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Ops.le(left, right);

        /// <summary>Whether left is not greater than right, element by element.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Ops.le(left, right);

        /// <summary>Whether left is not greater than right, element by element.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Ops.ge(right, left);

        /// <summary>Whether left is greater than right, element by element.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Ops.gt(left, right);

        /// <summary>Whether left is greater than right, element by element.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Ops.gt(left, right);

        /// <summary>Whether left is greater than right, element by element.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Ops.lt(right, left);

        /// <summary>Whether left is not less than right, element by element.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Ops.ge(left, right);

        /// <summary>Whether left is not less than right, element by element.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Ops.ge(left, right);

        /// <summary>Whether left is not less than right, element by element.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Ops.le(right, left);

        /// <summary>Bitwise and, or logical and of truth values.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Ops.bitwise_and(left, right);

        /// <summary>Bitwise or, or logical or of truth values.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Ops.bitwise_or(left, right);

        /// <summary>Bitwise exclusive or, or logical exclusive or of truth values.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Ops.bitwise_xor(left, right);

        /// <summary>Bitwise not, or logical not of truth values.</summary>
        public static Tensor operator ~(Tensor left) => Ops.bitwise_not(left);

        /// <summary>Whether the other object is a tensor of the same type, sizes and elements.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is Tensor other && Equals(other));

        /// <summary>Whether both tensors have the same type, sizes and elements; NaN equals nothing.</summary>
        public bool Equals(Tensor target) => dtype == target.dtype && Ops.equal(this, target);

        /// <summary>A hash of the object, not of the elements.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
