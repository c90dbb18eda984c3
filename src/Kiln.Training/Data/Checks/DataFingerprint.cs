using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Training;

/// <summary>
/// What makes two data sets the same to a run: SHA-256 over name, shapes, raw inputs, targets and their names,
/// split indices and whether both are normalised (the statistics follow from the rest).
/// </summary>
internal static class DataFingerprint
{
    public static string Of(RawExamples raw, Splitter.Parts parts, DataOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, raw.Name);
        AppendNumbers(hash, raw.Shape);
        AppendText(hash, raw.IsPixels ? FormattableString.Invariant($"uint8/{raw.White}") : raw.IsTokens ? "int64" : "float32");
        raw.ForEachBlock((_, bytes) => hash.AppendData(bytes));
        AppendNumbers(hash, [(long)raw.Targets.Kind, raw.Targets.ByteCount]);
        raw.Targets.ForEachBlock(bytes => hash.AppendData(bytes));
        foreach (string name in raw.Targets.Names) AppendText(hash, name);
        foreach (long[] split in new[] { parts.Train, parts.Validation, parts.Test }) AppendNumbers(hash, split);
        AppendText(hash, $"inputs {(options.Normalize ? "normalized" : "as is")}, targets {(options.NormalizeTargets ? "normalized" : "as is")}");
        if (options.Augment.Length > 0) AppendText(hash, $"augment {options.Augment}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        AppendNumbers(hash, [bytes.Length]);
        hash.AppendData(bytes);
    }

    private static void AppendNumbers(IncrementalHash hash, ReadOnlySpan<long> numbers)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, numbers.Length);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(numbers));
    }
}
