namespace TorchSharp.Modules;

/// <summary>Reads the binary versions of CIFAR: records of labels and 3 x 32 x 32 bytes.</summary>
/// <seealso href="https://www.cs.toronto.edu/~kriz/cifar.html"/>
internal static class CifarImages
{
    private const int Pixels = 3 * 32 * 32;

    public static ImageDataset LoadTen(string root, bool train, torchvision.ITransform? transform)
    {
        string[] files = train ? [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")] : ["test_batch.bin"];
        return Load(root, ["CIFAR10/cifar-10-batches-bin", "cifar-10-batches-bin", ""], files, ["label"], transform);
    }

    public static ImageDataset LoadHundred(string root, bool train, torchvision.ITransform? transform) =>
        Load(root, ["CIFAR100/cifar-100-binary", "cifar-100-binary", ""], [train ? "train.bin" : "test.bin"], ["categories", "label"], transform);

    private static ImageDataset Load(string root, string[] folders, string[] files, string[] labels, torchvision.ITransform? transform)
    {
        var record = labels.Length + Pixels;
        var parts = files.Select(file => Checked(ImageFiles.Read(root, folders, file), record, file)).ToList();
        var bytes = new byte[parts.Sum(part => part.Length)];
        var end = 0;
        foreach (var part in parts)
        {
            part.CopyTo(bytes, end);
            end += part.Length;
        }

        var count = bytes.Length / record;
        var pixels = new byte[count * Pixels];
        for (var i = 0; i < count; i++) bytes.AsSpan((i * record) + labels.Length, Pixels).CopyTo(pixels.AsSpan(i * Pixels));
        var numbers = labels.Select((name, place) => (name, Enumerable.Range(0, count).Select(i => (long)bytes[(i * record) + place]).ToArray()));
        return new ImageDataset(pixels, [count, 3, 32, 32], [.. numbers], transform, asBatch: false);
    }

    private static byte[] Checked(byte[] bytes, int record, string file) => bytes.Length % record == 0
        ? bytes
        : throw new InvalidDataException($"{file} holds {bytes.Length} bytes, which are not whole records of {record}. Get the binary version again from the data set's page.");
}
