namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activation of an Elman network's step.</summary>
        public enum NonLinearities
        {
            /// <summary>Rectifier.</summary>
            ReLU = 0,

            /// <summary>Hyperbolic tangent.</summary>
            Tanh = 1,
        }
    }
}
