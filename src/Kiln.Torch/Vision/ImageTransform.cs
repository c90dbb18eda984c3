using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transform that is a function.</summary>
internal sealed class ImageTransform(Func<Tensor, Tensor> function) : torchvision.ITransform
{
    public Tensor call(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return function(input);
    }

    /// <summary>Refuses what is not an image or a batch of them.</summary>
    public static void Require(string operation, Tensor image)
    {
        if (image.ndim < 3)
            throw new ArgumentException($"{operation}: expected images (C, H, W) or (N, C, H, W), got ({string.Join(", ", image.shape)}). Put unsqueeze(0) before it where the channel is missing.");
    }
}
