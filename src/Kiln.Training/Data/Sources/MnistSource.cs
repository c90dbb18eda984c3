namespace Kiln.Training;

/// <summary>MNIST and what was made in its likeness: 60,000 + 10,000 grey 28 x 28 pictures in ten classes, in four IDX files.</summary>
internal sealed class MnistSource : DataSource
{
    public const string FashionFolder = "/usr/share/datasets/fashion-mnist";
    public const string FashionPackage = "dataset-fashion-mnist";

    private static readonly string[] FileNames =
        ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];

    private readonly string[] _classes;
    private readonly RemoteFiles _remote;

    private MnistSource(string name, string[] classes, string[] mirrors, string[] sums)
    {
        Name = name;
        _classes = classes;
        _remote = new RemoteFiles(name, Array.ConvertAll(mirrors, mirror => new Uri(mirror)), FileNames.Zip(sums).ToDictionary());
    }

    /// <summary>Handwritten digits (LeCun, Cortes and Burges, 1998).</summary>
    public static MnistSource Mnist { get; } = new("mnist", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/", "http://yann.lecun.com/exdb/mnist/"],
        [
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        ]);

    /// <summary>Clothes (Xiao, Rasul and Vollgraf, 2017), from Debian's package where it is installed.</summary>
    public static MnistSource Fashion { get; } = new("fashion-mnist",
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
        ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"],
        [
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        ])
    { Folder = FashionFolder, Package = FashionPackage };

    public override string Name { get; }

    private string? Folder { get; init; }

    private string? Package { get; init; }

    internal override RawExamples Read(ReadContext context)
    {
        var read = new IdxFile[FileNames.Length];
        for (int i = 0; i < read.Length; i++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            string path = context.Files.FindOrFetch(_remote, FileNames[i], Folder, Package, context.Cancel);
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
            Targets = new ClassTargets(Array.ConvertAll(Joined(read[1].Data, read[3].Data), label => (long)label), _classes),
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
