using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How the pixels of a larger picture come about.</summary>
internal enum PixelBlend
{
    Nearest,
    Bilinear,
}

/// <summary>(N, C, H, W) to (N, C, H · scale, W · scale).</summary>
internal sealed class Upsampled(double scale, PixelBlend blend) : nn.Module<Tensor, Tensor>("Upsample")
{
    public double Scale { get; } = scale;

    public PixelBlend Blend { get; } = blend;

    public override Tensor forward(Tensor input) => Blend == PixelBlend.Nearest
        ? nn.functional.interpolate(input, scale_factor: [Scale, Scale])
        : nn.functional.interpolate(input, scale_factor: [Scale, Scale], mode: InterpolationMode.Bilinear, align_corners: false);
}
