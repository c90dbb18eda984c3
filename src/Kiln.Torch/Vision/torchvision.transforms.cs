using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>What prepares images: sizes, types, colours and chance.</summary>
    /// <seealso href="https://docs.pytorch.org/vision/0.14/transforms.html"/>
    public static class transforms
    {
        /// <summary>One transform after the other.</summary>
        /// <param name="transforms">The transforms in order.</param>
        /// <returns>The transform.</returns>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Compose.html"/>
        public static ITransform Compose(params ITransform[] transforms)
        {
            ArgumentNullException.ThrowIfNull(transforms);
            return new ImageTransform(image => transforms.Aggregate(image, static (made, next) => next.call(made)));
        }

        /// <summary>A function as a transform.</summary>
        /// <param name="lambda">Makes an image from another.</param>
        /// <returns>The transform.</returns>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Lambda.html"/>
        public static ITransform Lambda(Func<Tensor, Tensor> lambda)
        {
            ArgumentNullException.ThrowIfNull(lambda);
            return new ImageTransform(lambda);
        }

        /// <summary><c>(x − mean) / stdev</c>, channel by channel.</summary>
        /// <param name="means">The mean of every channel.</param>
        /// <param name="stdevs">The standard deviation of every channel.</param>
        /// <param name="dtype">The type of the numbers to compute with.</param>
        /// <param name="device">The device to compute on; the CPU if left out.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">There are not as many deviations as means; or, when called, not as many channels.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Normalize.html"/>
        public static ITransform Normalize(double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32, Device? device = null) =>
            new ImageTransform(new ChannelScaling(means, stdevs, dtype, device).Scale);

        /// <summary>Images of another height and width.</summary>
        /// <param name="height">The new height in pixels.</param>
        /// <param name="width">The new width in pixels.</param>
        /// <param name="interpolation">How values between pixels are computed.</param>
        /// <param name="maxSize">Has a meaning only where one size is given.</param>
        /// <param name="antialias">Whether pixels that disappear are averaged, for Bilinear and Bicubic.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">A size is below 1.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Resize.html"/>
        public static ITransform Resize(int height, int width, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) =>
            new ImageTransform(new Resizing(height, width, interpolation, maxSize, antialias).Resize);

        /// <summary>Images whose shorter edge has a given size; the other keeps the proportion.</summary>
        /// <param name="size">The size of the shorter edge in pixels.</param>
        /// <param name="interpolation">How values between pixels are computed.</param>
        /// <param name="maxSize">What the longer edge may have at most; it then decides the size.</param>
        /// <param name="antialias">Whether pixels that disappear are averaged, for Bilinear and Bicubic.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">A size is below 1.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Resize.html"/>
        public static ITransform Resize(int size, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) =>
            new ImageTransform(new Resizing(size, null, interpolation, maxSize, antialias).Resize);

        /// <inheritdoc cref="Resize(int, int, InterpolationMode, int?, bool)"/>
        public static ITransform Resize(int height, int width, int? maxSize = null) => Resize(height, width, InterpolationMode.Nearest, maxSize);

        /// <inheritdoc cref="Resize(int, int, InterpolationMode, int?, bool)"/>
        public static ITransform Resize(int height, int width) => Resize(height, width, InterpolationMode.Nearest);

        /// <inheritdoc cref="Resize(int, InterpolationMode, int?, bool)"/>
        public static ITransform Resize(int size, int? maxSize = null) => Resize(size, InterpolationMode.Nearest, maxSize);

        /// <inheritdoc cref="Resize(int, InterpolationMode, int?, bool)"/>
        public static ITransform Resize(int size) => Resize(size, InterpolationMode.Nearest);

        /// <summary>Pixels in another type: 0..1 for real numbers, 0 to the greatest value for whole ones.</summary>
        /// <param name="dtype">The type.</param>
        /// <returns>The transform.</returns>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.ConvertImageDtype.html"/>
        public static ITransform ConvertImageDType(ScalarType dtype) => new ImageTransform(image => PixelTypes.Convert(image, dtype));

        /// <summary>Images mirrored from left to right.</summary>
        /// <returns>The transform.</returns>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.functional.hflip.html"/>
        public static ITransform HorizontalFlip() => new ImageTransform(static image => image.flip(-1));

        /// <summary>Images mirrored from left to right, or left as they are, by chance.</summary>
        /// <param name="p">The probability of mirroring, 0..1.</param>
        /// <returns>The transform; it draws from the default generator, once for a whole batch.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The probability is not one.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.RandomHorizontalFlip.html"/>
        public static ITransform RandomHorizontalFlip(double p = 0.5)
        {
            if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "RandomHorizontalFlip: expected a probability of 0 to 1.");
            return new ImageTransform(image =>
            {
                using var drawn = rand(1);
                return drawn.item<float>() < p ? image.flip(-1) : image.alias();
            });
        }

        /// <summary>The middle of images; zeros around those that are too small.</summary>
        /// <param name="height">The height of the middle in pixels.</param>
        /// <param name="width">The width of the middle in pixels.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">A size is below 1.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.CenterCrop.html"/>
        public static ITransform CenterCrop(int height, int width) => new ImageTransform(new Cropping(height, width).Crop);

        /// <summary>The middle square of images; zeros around those that are too small.</summary>
        /// <param name="size">The height and width of the middle in pixels.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">The size is below 1.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.CenterCrop.html"/>
        public static ITransform CenterCrop(int size) => CenterCrop(size, size);

        /// <summary>Brightness without colour: <c>0.2989 R + 0.587 G + 0.114 B</c>.</summary>
        /// <param name="outputChannels">How many equal channels to give: 1 or 3.</param>
        /// <returns>The transform.</returns>
        /// <exception cref="ArgumentException">Other channels are asked for; or, when called, images have neither 1 nor 3.</exception>
        /// <seealso href="https://docs.pytorch.org/vision/0.14/generated/torchvision.transforms.Grayscale.html"/>
        public static ITransform Grayscale(int outputChannels = 1) => new ImageTransform(new Brightness(outputChannels).Of);
    }
}
