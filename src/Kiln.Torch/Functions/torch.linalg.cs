namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solutions, norms.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/linalg.html"/>
    public static partial class linalg
    {
        /// <summary>How much of a QR decomposition is computed.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.linalg.qr.html"/>
        public enum QRMode
        {
            /// <summary>The smallest matrices whose product is the decomposed one.</summary>
            Reduced,

            /// <summary>A square Q and all rows of R.</summary>
            Complete,

            /// <summary>Only the reduced R; Q has no elements.</summary>
            R,
        }
    }
}
