using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The points of one epoch as bytes: for each its step, its number of steps and its values, as little-endian doubles.</summary>
internal static class StepBlob
{
    public static byte[] Write(IReadOnlyList<StepPoint> points)
    {
        var bytes = new byte[points.Sum(point => (point.Values.Length + 2) * sizeof(double))];
        var rest = bytes.AsSpan();
        foreach (var point in points)
        {
            Put(ref rest, point.Step);
            Put(ref rest, point.Count);
            foreach (var value in point.Values) Put(ref rest, value);
        }
        return bytes;
    }

    /// <exception cref="FormatException">The length is not that of whole points.</exception>
    public static ImmutableArray<StepPoint> Read(int epoch, int values, byte[] bytes)
    {
        var size = (values + 2) * sizeof(double);
        if (bytes.Length % size != 0)
            throw new FormatException(FormattableString.Invariant($"Steps of {values} values are {size} bytes each, got {bytes.Length} bytes."));
        var points = ImmutableArray.CreateBuilder<StepPoint>(bytes.Length / size);
        for (var at = 0; at < bytes.Length; at += size)
        {
            var numbers = new double[values];
            for (var i = 0; i < values; i++) numbers[i] = Number(bytes, at, i + 2);
            points.Add(new(epoch, Number(bytes, at, 0), (int)Number(bytes, at, 1), [.. numbers]));
        }
        return points.MoveToImmutable();
    }

    private static double Number(byte[] bytes, int at, int index) => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(at + index * sizeof(double)));

    private static void Put(ref Span<byte> rest, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(rest, value);
        rest = rest[sizeof(double)..];
    }
}
