using System.Globalization;

namespace Kiln.Training;

/// <summary>A folder of pictures, one folder for each class.</summary>
internal sealed class ImageFolder(string folder, ImageOptions options) : DataSource
{
    private const int LargestOwnSize = 128;
    private static readonly (int, int) UsualSize = (64, 64);

    public override string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    internal override RawExamples Read(ReadContext context)
    {
        Check();
        var found = ImageFiles.Find(folder);
        var (size, remark) = Size(found.Paths, context.Cancel);
        bool streams = 3L * size.Height * size.Width * found.Paths.Length > Math.Min(context.Budget, Array.MaxLength);
        // Whether all are grey is told by a part where reading all would take too long.
        byte[][] pictures = Decode(streams ? [.. found.Paths.Where((_, i) => i % (1 + found.Paths.Length / 200) == 0)] : found.Paths, size, context.Cancel);
        bool grey = options.Color == "grey" || (options.Color == "auto" && Array.TrueForAll(pictures, Colors.IsGrey));
        return new RawExamples
        {
            Name = Name,
            Shape = [grey ? 1 : 3, size.Height, size.Width],
            Pixels = streams ? null : Joined(pictures, grey),
            Stream = streams ? new PictureStream(found.Paths, size, grey, options, context.Cancel) : null,
            Targets = new ClassTargets(found.Classes, found.ClassNames),
            OfficialTestStart = found.TestStart,
            Facts = DataFacts.Of([remark, .. found.Remarks, .. streams ? ["The pictures do not fit in the memory set aside for them: they stay in their files and are decoded batch by batch, ahead of the training."] : Array.Empty<string>()]),
        };
    }

    private void Check()
    {
        if (!PictureFit.Names.Contains(options.Fit))
            throw new DataException($"Pictures: there is no fit '{options.Fit}'. {Suggestions.Hint(options.Fit, PictureFit.Names)}");
        if (options.Color is not ("auto" or "grey" or "rgb"))
            throw new DataException($"Pictures: there is no colour '{options.Color}'. {Suggestions.Hint(options.Color, ["auto", "grey", "rgb"])}");
        if (options.Size is { } size && (size.Height is < 1 or > 2048 || size.Width is < 1 or > 2048))
            throw new DataException($"Pictures: expected a size of 1 to 2048 pixels a side, got {size.Height} x {size.Width}.");
    }

    private ((int Height, int Width) Size, string Remark) Size(string[] paths, CancellationToken ct)
    {
        var sizes = new (int Height, int Width)[paths.Length];
        Each(paths.Length, i => sizes[i] = PictureFile.SizeOf(paths[i], options), ct);
        var first = sizes[0];
        bool same = Array.TrueForAll(sizes, size => size == first);
        var size = options.Size ?? (same && Math.Max(first.Height, first.Width) <= LargestOwnSize ? first : UsualSize);
        if (same && size == first) return (size, "All pictures have this size; none was scaled.");
        string rule = options.Fit switch
        {
            "pad" => "scaled until it fits into this size, the rest black",
            "stretch" => "stretched to this size, proportions changed",
            _ => "scaled until it covers this size, and the middle cut out",
        };
        string from = same ? Text(first) : $"{Text(sizes.Min())} to {Text(sizes.Max())}";
        return (size, $"Every picture was {rule} (--fit crop, pad or stretch; --size {size.Height}x{size.Width}); they were {from} pixels.");
    }

    private byte[][] Decode(string[] paths, (int, int) size, CancellationToken ct)
    {
        var pictures = new byte[paths.Length][];
        Each(paths.Length, i => pictures[i] = PictureFile.Read(paths[i], size, options), ct);
        return pictures;
    }

    private static byte[] Joined(byte[][] pictures, bool grey)
    {
        int length = pictures[0].Length / (grey ? 3 : 1);
        var all = GC.AllocateUninitializedArray<byte>(length * pictures.Length);
        for (int i = 0; i < pictures.Length; i++)
        {
            (grey ? Colors.ToGrey(pictures[i]) : pictures[i]).CopyTo(all, i * length);
            pictures[i] = [];
        }
        return all;
    }

    internal static void Each(int count, Action<int> work, CancellationToken ct)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = ct }, work);
        }
        catch (AggregateException problems)
        {
            // Whichever thread failed first: the user needs one message.
            throw problems.Flatten().InnerExceptions.OfType<DataException>().OrderBy(problem => problem.Message, StringComparer.Ordinal).FirstOrDefault()
                ?? problems.InnerExceptions[0];
        }
    }

    private static string Text((int Height, int Width) size) => string.Create(CultureInfo.InvariantCulture, $"{size.Height} x {size.Width}");
}
