namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element; sizes of 1 are stretched.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Tensor left, int right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Tensor left, long right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Tensor left, float right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Tensor left, double right) => Ops.add(left, right);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Ops.add(right, left);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(int left, Tensor right) => Ops.add(right, left);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(long left, Tensor right) => Ops.add(right, left);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(float left, Tensor right) => Ops.add(right, left);

        /// <summary>Adds with one number for all elements.</summary>
        public static Tensor operator +(double left, Tensor right) => Ops.add(right, left);

        /// <summary>Subtracts element by element; sizes of 1 are stretched.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Tensor left, int right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Tensor left, long right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Tensor left, float right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Tensor left, double right) => Ops.sub(left, right);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Ops.rsub(right, left);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(int left, Tensor right) => Ops.rsub(right, left);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(long left, Tensor right) => Ops.rsub(right, left);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(float left, Tensor right) => Ops.rsub(right, left);

        /// <summary>Subtracts with one number for all elements.</summary>
        public static Tensor operator -(double left, Tensor right) => Ops.rsub(right, left);

        /// <summary>Multiplies element by element; sizes of 1 are stretched.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Tensor left, int right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Tensor left, long right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Tensor left, float right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Tensor left, double right) => Ops.mul(left, right);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Ops.mul(right, left);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(int left, Tensor right) => Ops.mul(right, left);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(long left, Tensor right) => Ops.mul(right, left);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(float left, Tensor right) => Ops.mul(right, left);

        /// <summary>Multiplies with one number for all elements.</summary>
        public static Tensor operator *(double left, Tensor right) => Ops.mul(right, left);

        /// <summary>Divides element by element; sizes of 1 are stretched.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Tensor left, int right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Tensor left, long right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Tensor left, float right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Tensor left, double right) => Ops.div(left, right);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Ops.mul(Ops.reciprocal(right), left);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(int left, Tensor right) => Ops.mul(Ops.reciprocal(right), left);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(long left, Tensor right) => Ops.mul(Ops.reciprocal(right), left);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(float left, Tensor right) => Ops.mul(Ops.reciprocal(right), left);

        /// <summary>Divides with one number for all elements.</summary>
        public static Tensor operator /(double left, Tensor right) => Ops.mul(Ops.reciprocal(right), left);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Ops.remainder(left, right);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Ops.remainder(left, right);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Ops.remainder(left, right);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Ops.remainder(left, right);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Ops.remainder(left, right);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Ops.remainder(left, right);

        /// <summary>Calls a module with a tensor: what F# writes as <c>t --&gt; m</c>.</summary>
        /// <param name="t">The input.</param>
        /// <param name="m">The module.</param>
        /// <returns>What the module makes of the tensor (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Module.html"/>
        public static Tensor op_MinusMinusGreater(Tensor t, nn.Module<Tensor, Tensor> m) => m.call(t);

        /// <summary>The negative of every element.</summary>
        public static Tensor operator -(Tensor tensor) => Ops.neg(tensor);
    }
}
