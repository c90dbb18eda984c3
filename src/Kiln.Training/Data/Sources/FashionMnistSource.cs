namespace Kiln.Training;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017): 60,000 + 10,000 grey 28 x 28 pictures of clothes in ten classes,
/// from Debian's package.
/// </summary>
internal sealed class FashionMnistSource : IDataSource
{
    public const string Folder = "/usr/share/datasets/fashion-mnist";
    public const string Package = "dataset-fashion-mnist";

    private static readonly string[] Classes =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public string Name => "fashion-mnist";

    public RawExamples Read(DataFiles files, CancellationToken ct)
    {
        string[] names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"];
        var read = new IdxFile[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            string path = files.Find(Name, names[i] + "-ubyte.gz", Folder, Package);
            read[i] = IdxFile.Read(path, rank: i % 2 == 0 ? 3 : 1);
        }
        RequireEqualCounts(read[0], read[1]);
        RequireEqualCounts(read[2], read[3]);
        RequireEqualSizes(read[0], read[2]);
        return new RawExamples
        {
            Name = Name,
            Shape = [1, read[0].Shape[1], read[0].Shape[2]],
            Pixels = Joined(read[0].Data, read[2].Data),
            Targets = new ClassTargets(Array.ConvertAll(Joined(read[1].Data, read[3].Data), label => (long)label), Classes),
            OfficialTestStart = read[0].Shape[0],
        };
    }

    private static void RequireEqualCounts(IdxFile images, IdxFile labels)
    {
        if (images.Shape[0] != labels.Shape[0])
            throw DataFileText.Damaged(labels.Path, $"{images.Shape[0]} labels, as {images.Path} has images", $"{labels.Shape[0]}");
    }

    private static void RequireEqualSizes(IdxFile train, IdxFile test)
    {
        if (train.Shape[1] != test.Shape[1] || train.Shape[2] != test.Shape[2])
        {
            throw DataFileText.Damaged(test.Path, $"images of {train.Shape[1]} x {train.Shape[2]} pixels, as in {train.Path}",
                $"{test.Shape[1]} x {test.Shape[2]}");
        }
    }

    private static byte[] Joined(byte[] first, byte[] second)
    {
        var joined = GC.AllocateUninitializedArray<byte>(first.Length + second.Length);
        first.CopyTo(joined, 0);
        second.CopyTo(joined, first.Length);
        return joined;
    }
}
