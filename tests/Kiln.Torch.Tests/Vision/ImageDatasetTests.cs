using System.Buffers.Binary;
using System.IO.Compression;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace Kiln.Torch.Tests.Vision;

public sealed class ImageDatasetTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kiln-images-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("mnist/test_data", false)]
    [InlineData("MNIST/raw", false)]
    [InlineData("", true)]
    public void Digits_are_read_from_where_TorchSharp_or_Python_put_them(string folder, bool packed)
    {
        using var scope = NewDisposeScope();
        WriteDigits(folder, "train", packed);
        using var digits = datasets.MNIST(_root, train: true);
        var second = digits.GetTensor(1);

        Assert.Equal(2, digits.Count);
        Assert.Equal([1, 2, 2], second["data"].shape);
        Assert.Equal([4 / 256f, 5 / 256f, 6 / 256f, 7 / 256f], second["data"].flatten().data<float>().ToArray());
        Assert.Equal(9L, second["label"].item<long>());
    }

    [Fact]
    public void The_relatives_of_the_digits_have_folders_of_their_own_and_images_are_transformed()
    {
        using var scope = NewDisposeScope();
        WriteDigits("fashion-mnist", "t10k", packed: true);
        WriteDigits("kmnist", "t10k", packed: true);
        using var clothes = datasets.FashionMNIST(_root, train: false, target_transform: transforms.Resize(4, 4));
        using var letters = datasets.KMNIST(_root, train: false);

        Assert.Equal([1, 4, 4], clothes.GetTensor(0)["data"].shape);
        Assert.Equal([1, 2, 2], letters.GetTensor(0)["data"].shape);
    }

    [Fact]
    public void Missing_and_damaged_files_are_named()
    {
        Assert.Contains(_root, Assert.Throws<FileNotFoundException>(() => datasets.MNIST(_root, train: true)).Message, StringComparison.Ordinal);
        WriteDigits("", "train", packed: false);
        File.WriteAllBytes(Path.Combine(_root, "train-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9]);
        Assert.Contains("9 x 9 x 9", Assert.Throws<InvalidDataException>(() => datasets.MNIST(_root, train: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Photographs_come_with_their_labels()
    {
        using var scope = NewDisposeScope();
        WriteRecords("CIFAR10/cifar-10-batches-bin/test_batch.bin", [3]);
        WriteRecords("CIFAR100/cifar-100-binary/test.bin", [4, 77]);
        using var ten = datasets.CIFAR10(_root, train: false);
        using var hundred = datasets.CIFAR100(_root, train: false, download: false, target_transform: (Tensor image) => image * 2);
        using var turned = datasets.CIFAR10(_root, train: false, download: false, target_transform: (Tensor image) => image + 1);
        using var plain = datasets.CIFAR100(_root, train: false);

        Assert.Equal([3, 32, 32], ten.GetTensor(0)["data"].shape);
        Assert.Equal(3L, ten.GetTensor(0)["label"].item<long>());
        Assert.Equal((4L, 77L), (plain.GetTensor(0)["categories"].item<long>(), plain.GetTensor(0)["label"].item<long>()));
        Assert.Equal(1f, hundred.GetTensor(0)["data"].max().item<float>());
        Assert.Equal(1.5f, turned.GetTensor(0)["data"].max().item<float>());
        Assert.Throws<ArgumentOutOfRangeException>(() => ten.GetTensor(1));
    }

    [Fact]
    public void A_loader_makes_batches_of_images()
    {
        using var scope = NewDisposeScope();
        WriteDigits("mnist", "train", packed: true);
        using var loader = utils.data.DataLoader(datasets.MNIST(_root, train: true), batchSize: 2);

        foreach (var batch in loader) Assert.Equal([2, 1, 2, 2], batch["data"].shape);
        Assert.Equal(1, loader.Count);
    }

    private void WriteDigits(string folder, string prefix, bool packed)
    {
        byte[] images = [0, 0, 8, 3, .. Number(2), .. Number(2), .. Number(2), 0, 1, 2, 3, 4, 5, 6, 7];
        byte[] labels = [0, 0, 8, 1, .. Number(2), 5, 9];
        Write(Path.Combine(folder, $"{prefix}-images-idx3-ubyte"), images, packed);
        Write(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), labels, packed);
    }

    private void WriteRecords(string file, byte[] labels) =>
        Write(file, [.. labels, .. Enumerable.Repeat((byte)128, 3 * 32 * 32)], packed: false);

    private void Write(string file, byte[] bytes, bool packed)
    {
        var path = Path.Combine(_root, packed ? file + ".gz" : file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using Stream stream = packed ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        stream.Write(bytes);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
