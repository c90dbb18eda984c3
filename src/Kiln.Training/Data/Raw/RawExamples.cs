using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>
/// Examples as their source holds them, before splitting and scaling: pixels as bytes, features as floats, or tokens.
/// </summary>
internal sealed record RawExamples
{
    public required string Name { get; init; }

    /// <summary>Shape of one example, without N.</summary>
    public required long[] Shape { get; init; }

    /// <summary>(N, *) bytes, for images; null for tables.</summary>
    public byte[]? Pixels { get; init; }

    /// <summary>(N, *) floats, for tables; null for images.</summary>
    public float[]? Features { get; init; }

    /// <summary>The byte that stands for white: pixels are divided by it, so that they lie in 0..1.</summary>
    public float White { get; init; } = 255;

    /// <summary>(N, T) tokens, for text; null otherwise.</summary>
    public long[]? Tokens { get; init; }

    /// <summary>(N, D) features of a table that does not fit in memory; null where they do.</summary>
    public IStored<float>? StoredFeatures { get; init; }

    /// <summary>(N, T) tokens of a text that does not fit in memory; null where they do.</summary>
    public IStored<long>? StoredTokens { get; init; }

    /// <summary>Pictures that are too many to be read at once; null where they are in memory.</summary>
    public PictureStream? Stream { get; init; }

    /// <summary>What is to be learnt of each example.</summary>
    public required RawTargets Targets { get; init; }

    /// <summary>Names of the features of a table, or the tokens of labelled text; null where there are none.</summary>
    public string[]? ColumnNames { get; init; }

    /// <summary>First example of the official test split, which reaches to the end; null where there is none.</summary>
    public int? OfficialTestStart { get; init; }

    /// <summary>
    /// Whether a NaN among the features is a cell without a value, to be filled in. Elsewhere it is a mistake, found before the first batch.
    /// </summary>
    public bool MayMiss { get; init; }

    /// <summary>
    /// How many of the examples that follow one share values with it, for examples that are pieces of one sequence: these are
    /// divided in stretches, with so many left out between two splits. Null where each example stands alone.
    /// </summary>
    public int? Overlap { get; init; }

    /// <summary>What the source has to tell.</summary>
    public DataFacts Facts { get; init; } = DataFacts.None;

    public int Count => Targets.Count;

    /// <summary>Whether an example is made of pixels.</summary>
    public bool IsPixels => Pixels is not null || Stream is not null;

    /// <summary>Whether an example is a row of tokens.</summary>
    public bool IsTokens => Tokens is not null || StoredTokens is not null;

    /// <summary>Whether inputs are in a file because they do not fit in memory.</summary>
    public bool IsStored => StoredFeatures is not null || StoredTokens is not null;

    /// <summary>Values of an example.</summary>
    public int Width => (int)Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Goes through what examples are told apart by: their values, or what stands for a picture in its file.</summary>
    /// <param name="take">Called with the number of an example, and the bytes of it and some that follow.</param>
    public void ForEachBlock(Action<long, ReadOnlySpan<byte>> take)
    {
        if (StoredFeatures is { } features) Blocks.ForEach(features, Count, Width, (first, values) => take(first, MemoryMarshal.AsBytes(values)));
        else if (StoredTokens is { } tokens) Blocks.ForEach(tokens, Count, Width, (first, values) => take(first, MemoryMarshal.AsBytes(values)));
        else take(0, Bytes);
    }

    /// <summary>Goes through the features of some examples, one after the other.</summary>
    public void ForEachRow(long[] ascending, Action<ReadOnlySpan<float>> take)
    {
        int width = Width;
        if (StoredFeatures is null)
        {
            foreach (long index in ascending) take(Features.AsSpan((int)(index * width), width));
            return;
        }
        int next = 0;
        Blocks.ForEach(StoredFeatures, Count, width, (first, values) =>
        {
            for (; next < ascending.Length && (ascending[next] - first + 1) * width <= values.Length; next++) take(values.Slice((int)(ascending[next] - first) * width, width));
        });
    }

    private ReadOnlySpan<byte> Bytes => Pixels is not null ? Pixels
        : Stream is not null ? Stream.Keys
        : Tokens is not null ? MemoryMarshal.AsBytes<long>(Tokens)
        : MemoryMarshal.AsBytes<float>(Features);

    /// <summary>What an example is told apart by.</summary>
    public ReadOnlySpan<byte> BytesOf(long index)
    {
        if (StoredFeatures is { } features) return BytesOf(features, index);
        if (StoredTokens is { } tokens) return BytesOf(tokens, index);
        int size = Bytes.Length / Count;
        return Bytes.Slice((int)(index * size), size);
    }

    /// <summary>(C, H, W) pixels of one example.</summary>
    public ReadOnlySpan<byte> PixelsOf(long index) => Stream is not null ? Stream.Read(index) : BytesOf(index);

    /// <summary>Refuses sizes that do not belong together and targets that cannot be learnt.</summary>
    public RawExamples Checked()
    {
        long expected = Shape.Aggregate((long)Count, (product, size) => product * size);
        long got = Pixels?.LongLength ?? Tokens?.LongLength ?? Features?.LongLength ?? 0;
        if (Count == 0)
            throw new DataException($"Data '{Name}': expected at least one example, got none.");
        if (Stream is null && !IsStored && got != expected)
        {
            throw new DataException($"Data '{Name}': expected {expected} input values for {Count} examples of shape "
                + $"{ShapeText.Of(Shape)}, got {got}.");
        }
        Targets.Check(Name);
        return this;
    }

    private ReadOnlySpan<byte> BytesOf<T>(IStored<T> stored, long index) where T : unmanaged
    {
        var values = new T[Width];
        stored.Read(index * values.Length, values);
        return MemoryMarshal.AsBytes<T>(values);
    }
}
