namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Computes sin x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor sin() => Ops.sin(this);

        /// <summary>Replaces every element x by sin x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor sin_() => Ops.sin_(this);

        /// <summary>Computes cos x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor cos() => Ops.cos(this);

        /// <summary>Replaces every element x by cos x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor cos_() => Ops.cos_(this);

        /// <summary>Computes tan x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor tan() => Ops.tan(this);

        /// <summary>Computes arcsin x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor asin() => Ops.asin(this);

        /// <summary>Computes arccos x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor acos() => Ops.acos(this);

        /// <summary>Computes arctan x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor atan() => Ops.atan(this);

        /// <summary>Computes sinh x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor sinh() => Ops.sinh(this);

        /// <summary>Computes cosh x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor cosh() => Ops.cosh(this);

        /// <summary>Computes tanh x for every element x.</summary>
        /// <returns>A new tensor (*).</returns>
        public Tensor tanh() => Ops.tanh(this);

        /// <summary>Replaces every element x by tanh x.</summary>
        /// <returns>This tensor.</returns>
        public Tensor tanh_() => Ops.tanh_(this);
    }
}
