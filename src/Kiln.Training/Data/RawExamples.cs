using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>
/// Examples as their source holds them, before splitting and scaling: pixels as bytes, or features as floats.
/// </summary>
internal sealed class RawExamples
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

    /// <summary>(N) class of each example, 0..K-1.</summary>
    public required long[] Targets { get; init; }

    public required string[] ClassNames { get; init; }

    /// <summary>First example of the official test split, which reaches to the end; null where there is none.</summary>
    public int? OfficialTestStart { get; init; }

    public int Count => Targets.Length;

    public ReadOnlySpan<byte> Bytes => Pixels is not null ? Pixels : MemoryMarshal.AsBytes<float>(Features);

    public ReadOnlySpan<byte> BytesOf(long index)
    {
        int size = Bytes.Length / Count;
        return Bytes.Slice((int)(index * size), size);
    }

    /// <summary>Refuses sizes that do not belong together and classes that do not exist.</summary>
    public RawExamples Checked()
    {
        long expected = Shape.Aggregate((long)Count, (product, size) => product * size);
        long got = Pixels?.LongLength ?? Features!.LongLength;
        if (Count == 0)
            throw new DataException($"Data '{Name}': expected at least one example, got none.");
        if (got != expected)
        {
            throw new DataException($"Data '{Name}': expected {expected} input values for {Count} examples of shape "
                + $"{ShapeText.Of(Shape)}, got {got}.");
        }
        for (int i = 0; i < Count; i++)
        {
            if (Targets[i] < 0 || Targets[i] >= ClassNames.Length)
            {
                throw new DataException($"Data '{Name}': row {i + 1} has label {Targets[i]}, expected 0 to {ClassNames.Length - 1} "
                    + $"({ClassNames.Length} classes). Correct the label or name all classes.");
            }
        }
        return this;
    }
}
