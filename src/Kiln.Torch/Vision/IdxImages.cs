using System.Buffers.Binary;

namespace TorchSharp.Modules;

/// <summary>Reads images and labels in the format of MNIST: a mark, the sizes big-endian, the bytes.</summary>
/// <seealso href="http://yann.lecun.com/exdb/mnist/"/>
internal static class IdxImages
{
    public static ImageDataset Load(string root, string[] names, bool train, torchvision.ITransform? transform)
    {
        // TorchSharp unpacks into test_data, PyTorch into raw.
        string[] folders = [.. names.SelectMany(name => new[] { Path.Combine(name, "test_data"), name, Path.Combine(name, "raw") }), "", "raw"];
        var prefix = train ? "train" : "t10k";
        var (imageSizes, pixels) = Read(root, folders, $"{prefix}-images-idx3-ubyte", 3);
        var (_, labels) = Read(root, folders, $"{prefix}-labels-idx1-ubyte", 1);
        if (labels.Length != imageSizes[0]) throw new InvalidDataException($"There are {imageSizes[0]} images and {labels.Length} labels in {root}. Get both files from one source.");
        return new ImageDataset(pixels, [imageSizes[0], 1, imageSizes[1], imageSizes[2]], [("label", [.. labels.Select(label => (long)label)])], transform, asBatch: true);
    }

    private static (long[] Sizes, byte[] Data) Read(string root, IEnumerable<string> folders, string name, int rank)
    {
        var bytes = ImageFiles.Read(root, folders, name);
        var header = 4 + (4 * rank);
        if (bytes.Length < header || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 8 || bytes[3] != rank)
            throw new InvalidDataException($"{name} does not begin as a file of bytes of {rank} dimensions. Get it again from the data set's page.");
        long[] sizes = [.. Enumerable.Range(0, rank).Select(i => (long)BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + (4 * i))))];
        var expected = sizes.Aggregate(1L, static (product, size) => product * size);
        if (sizes.Any(static size => size < 0) || expected != bytes.Length - header)
            throw new InvalidDataException($"{name} announces {string.Join(" x ", sizes)} bytes and holds {bytes.Length - header}. Get it again from the data set's page.");
        return (sizes, bytes[header..]);
    }
}
