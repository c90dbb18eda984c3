using System.Globalization;

namespace Kiln.Training;

/// <summary>Pictures (or rows of numbers) and classes in files of the IDX format.</summary>
internal sealed class IdxSource(string images, string labels, string? testImages, string? testLabels) : DataSource
{
    public override string Name { get; } = CsvFile.NameOf(images);

    internal override RawExamples Read(ReadContext context)
    {
        if (testImages is null != testLabels is null)
            throw new DataException($"Data '{Name}': a test split needs two files, its images and its labels; got {(testImages is null ? "labels" : "images")} alone.");
        (IdxFile pixels, IdxFile classes) = Pair(images, labels, context.Cancel);
        byte[] data = pixels.Data, known = classes.Data;
        if (testImages is not null)
        {
            (IdxFile testPixels, IdxFile testClasses) = Pair(testImages, testLabels!, context.Cancel);
            if (!testPixels.Shape.AsSpan(1).SequenceEqual(pixels.Shape.AsSpan(1)))
                throw DataFileText.Damaged(testImages, $"examples of {string.Join(" x ", pixels.Shape[1..])}, as in {images}", string.Join(" x ", testPixels.Shape[1..]));
            (data, known) = ([.. data, .. testPixels.Data], [.. known, .. testClasses.Data]);
        }
        return ExamplesOf(data, known, pixels, testImages is null ? null : pixels.Shape[0]);
    }

    private RawExamples ExamplesOf(byte[] data, byte[] known, IdxFile pixels, int? testStart)
    {
        long[] shape = Array.ConvertAll(pixels.Shape[1..], size => (long)size);
        if (shape.Length == 2) shape = [1, .. shape];
        bool picture = shape.Length == 3;
        // Labels 0..K-1 name themselves; gaps are classes without examples, which the report points out.
        string[] names = [.. Enumerable.Range(0, known.Length == 0 ? 0 : known.Max() + 1).Select(k => k.ToString(CultureInfo.InvariantCulture))];
        return new RawExamples
        {
            Name = Name,
            Shape = shape,
            Pixels = picture ? data : null,
            Features = picture ? null : Array.ConvertAll(data, value => (float)value),
            Targets = new ClassTargets(Array.ConvertAll(known, label => (long)label), names),
            OfficialTestStart = testStart,
        };
    }

    private static (IdxFile Images, IdxFile Labels) Pair(string images, string labels, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        IdxFile pixels = IdxFile.Read(images);
        IdxFile classes = IdxFile.Read(labels);
        if (classes.Shape.Length != 1)
            throw DataFileText.Damaged(labels, "labels, that is one size", $"{classes.Shape.Length} sizes ({string.Join(" x ", classes.Shape)}); are images and labels exchanged");
        if (pixels.Shape.Length is < 2 or > 4)
            throw DataFileText.Damaged(images, "images of 2 to 4 sizes (N, C, H, W)", $"{pixels.Shape.Length} ({string.Join(" x ", pixels.Shape)})");
        if (pixels.Shape[0] != classes.Shape[0])
            throw DataFileText.Damaged(labels, $"{pixels.Shape[0]} labels, as {images} has images", $"{classes.Shape[0]}");
        return (pixels, classes);
    }
}
