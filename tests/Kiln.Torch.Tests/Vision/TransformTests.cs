using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace Kiln.Torch.Tests.Vision;

public class TransformTests
{
    [Fact]
    public void Channels_are_normalised_in_images_and_in_batches()
    {
        using var scope = NewDisposeScope();
        var image = ones(2, 3, 3);
        var normalise = transforms.Normalize([.5, 0], [.5, 2]);

        var expected = stack([ones(3, 3), full(3, 3, .5f)]);
        TensorAssert.Close(expected, normalise.call(image));
        TensorAssert.Close(expected.unsqueeze(0), normalise.call(image.unsqueeze(0)));
        Assert.Contains("2 channels", Assert.Throws<ArgumentException>(() => normalise.call(ones(3, 3, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => transforms.Normalize([.5], []));
    }

    [Fact]
    public void Images_get_a_size_or_keep_their_proportion()
    {
        using var scope = NewDisposeScope();
        var image = rand(3, 4, 8);

        Assert.Equal([3, 2, 6], transforms.Resize(2, 6).call(image).shape);
        Assert.Equal([3, 2, 6], transforms.Resize(2, 6, maxSize: null).call(image).shape);
        Assert.Equal([3, 2, 6], transforms.Resize(2, 6, InterpolationMode.Bilinear).call(image).shape);
        Assert.Equal([3, 2, 4], transforms.Resize(2).call(image).shape);
        Assert.Equal([3, 2, 4], transforms.Resize(2, InterpolationMode.Bicubic).call(image).shape);
        Assert.Equal([1, 3, 6, 12], transforms.Resize(6, maxSize: 20).call(image.unsqueeze(0)).shape);
        Assert.Equal([3, 5, 10], transforms.Resize(6, maxSize: 10).call(image).shape);
        Assert.Throws<ArgumentException>(() => transforms.Resize(0));
    }

    [Fact]
    public void Resized_pixels_are_those_of_interpolate_and_bytes_stay_bytes()
    {
        using var scope = NewDisposeScope();
        var image = rand(3, 4, 8);

        TensorAssert.Close(
            nn.functional.interpolate(image.unsqueeze(0), [2, 6], mode: InterpolationMode.Bilinear).squeeze(0),
            transforms.Resize(2, 6, InterpolationMode.Bilinear).call(image));
        Assert.Equal([10, 30], transforms.Resize(1, 2).call(tensor(new byte[] { 10, 20, 30, 40 }, [1, 1, 4])).data<byte>().ToArray());
    }

    [Fact]
    public void The_middle_is_cut_out_and_small_images_get_a_margin()
    {
        using var scope = NewDisposeScope();
        var image = arange(16, dtype: float32).reshape(1, 4, 4);

        Assert.Equal([5f, 6, 9, 10], transforms.CenterCrop(2).call(image).flatten().data<float>().ToArray());
        Assert.Equal([4f, 5, 6, 7, 8, 9, 10, 11], transforms.CenterCrop(2, 4).call(image).flatten().data<float>().ToArray());
        var wide = transforms.CenterCrop(4, 6).call(image);
        Assert.Equal([1, 4, 6], wide.shape);
        Assert.Equal([0f, 0, 1, 2, 3, 0], wide[0, 0].data<float>().ToArray());
    }

    [Fact]
    public void Images_are_mirrored_always_or_by_chance()
    {
        using var scope = NewDisposeScope();
        var image = tensor([1f, 2f], [1, 1, 2]);
        var mirrored = tensor([2f, 1f], [1, 1, 2]);

        TensorAssert.Same(mirrored, transforms.HorizontalFlip().call(image));
        TensorAssert.Same(mirrored, transforms.RandomHorizontalFlip(1).call(image));
        TensorAssert.Same(image, transforms.RandomHorizontalFlip(0).call(image));
        Assert.Throws<ArgumentOutOfRangeException>(() => transforms.RandomHorizontalFlip(2));
    }

    [Fact]
    public void Colours_become_brightness()
    {
        using var scope = NewDisposeScope();
        var image = tensor([1f, .5f, 0f], [3, 1, 1]);

        Assert.Equal(.2989f + .2935f, transforms.Grayscale().call(image).item<float>(), 6);
        Assert.Equal([3, 1, 1], transforms.Grayscale(3).call(image).shape);
        Assert.Equal([3, 1, 1], transforms.Grayscale(3).call(ones(1, 1, 1)).shape);
        Assert.Throws<ArgumentException>(() => transforms.Grayscale(2));
    }

    [Fact]
    public void Pixels_change_their_type_and_white_stays_white()
    {
        using var scope = NewDisposeScope();
        var bytes = tensor(new byte[] { 0, 255 }, [1, 1, 2]);
        var real = transforms.ConvertImageDType(ScalarType.Float32).call(bytes);

        Assert.Equal([0f, 1f], real.flatten().data<float>().ToArray());
        Assert.Equal([0, 255], transforms.ConvertImageDType(ScalarType.Byte).call(real).flatten().data<byte>().ToArray());
        Assert.Equal([(short)0, (short)(255 * 128)], transforms.ConvertImageDType(ScalarType.Int16).call(bytes).flatten().data<short>().ToArray());
        Assert.Equal(ScalarType.Float64, transforms.ConvertImageDType(ScalarType.Float64).call(real).dtype);
    }

    [Fact]
    public void Transforms_follow_each_other()
    {
        using var scope = NewDisposeScope();
        var both = transforms.Compose(transforms.Lambda(x => x + 1), transforms.Lambda(x => x * 2));

        Assert.Equal(4f, both.call(ones(1)).item<float>());
    }
}
