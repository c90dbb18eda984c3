namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Computes whether x is not a number for every element x.</summary>
        /// <returns>A new tensor of truth values (*).</returns>
        public Tensor isnan() => Ops.isnan(this);

        /// <summary>Computes whether x is infinite for every element x.</summary>
        /// <returns>A new tensor of truth values (*).</returns>
        public Tensor isinf() => Ops.isinf(this);

        /// <summary>Computes whether x is a finite number for every element x.</summary>
        /// <returns>A new tensor of truth values (*).</returns>
        public Tensor isfinite() => Ops.isfinite(this);

        /// <summary>Computes whether x is zero for every element x.</summary>
        /// <returns>A new tensor of truth values (*).</returns>
        public Tensor logical_not() => Ops.logical_not(this);
    }
}
