namespace TorchSharp;

/// <summary>Images: data sets and what prepares them, as the TorchVision package has them.</summary>
/// <seealso href="https://docs.pytorch.org/vision/0.14/index.html"/>
public static partial class torchvision
{
    /// <summary>Something that makes one image, or a batch of them, from another.</summary>
    /// <seealso href="https://docs.pytorch.org/vision/0.14/transforms.html"/>
    public interface ITransform
    {
        /// <summary>Transforms an image or a batch.</summary>
        /// <param name="input">Images, (C, H, W) or (N, C, H, W).</param>
        /// <returns>Images, (C, H, W) or (N, C, H, W), of sizes that depend on the transform; the caller disposes them.</returns>
        torch.Tensor call(torch.Tensor input);
    }
}
