namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <c>interpolate</c> computes values between pixels.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,

        /// <summary>A straight line, over one dimension.</summary>
        Linear = 1,

        /// <summary>Straight lines, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Straight lines, over three dimensions.</summary>
        Trilinear = 4,

        /// <summary>The mean over the area of the new pixel.</summary>
        Area = 5,
    }

    /// <summary>How <c>upsample</c> computes values between pixels.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,

        /// <summary>A straight line, over one dimension.</summary>
        Linear = 1,

        /// <summary>Straight lines, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Straight lines, over three dimensions.</summary>
        Trilinear = 4,
    }

    /// <summary>How <c>grid_sample</c> computes values between pixels.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,

        /// <summary>Straight lines.</summary>
        Bilinear = 1,
    }

    /// <summary>What <c>grid_sample</c> finds outside the image.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,

        /// <summary>The image mirrored at its border.</summary>
        Reflection = 1,

        /// <summary>The pixel of the border.</summary>
        Border = 2,
    }
}
