using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>Counts examples of validation and test whose raw bytes also stand in an earlier split: a leak that no split by index shows.</summary>
internal static class DuplicateCount
{
    public static int Across(RawExamples raw, Splitter.Parts parts)
    {
        var seen = new Dictionary<ulong, long>(raw.Count);
        var collisions = new List<long>();
        foreach (long index in parts.Train) Remember(raw, index, seen, collisions);
        int count = 0;
        foreach (long[] split in new[] { parts.Validation, parts.Test })
        {
            foreach (long index in split)
            {
                if (IsKnown(raw, index, seen, collisions)) count++;
            }
            foreach (long index in split) Remember(raw, index, seen, collisions);
        }
        return count;
    }

    private static void Remember(RawExamples raw, long index, Dictionary<ulong, long> seen, List<long> collisions)
    {
        if (!seen.TryAdd(Hash(raw.BytesOf(index)), index) && !IsKnown(raw, index, seen, collisions))
            collisions.Add(index);
    }

    private static bool IsKnown(RawExamples raw, long index, Dictionary<ulong, long> seen, List<long> collisions)
    {
        ReadOnlySpan<byte> bytes = raw.BytesOf(index);
        if (!seen.TryGetValue(Hash(bytes), out long other))
            return false;
        if (raw.BytesOf(other).SequenceEqual(bytes))
            return true;
        foreach (long collision in collisions)
        {
            if (raw.BytesOf(collision).SequenceEqual(bytes)) return true;
        }
        return false;
    }

    /// <summary>Eight bytes a step, multiply and rotate; a collision only costs a comparison of bytes.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Prime = 0x9E3779B185EBCA87;
        ulong hash = Prime ^ (ulong)bytes.Length;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words) hash = ulong.RotateLeft((hash ^ word) * Prime, 31);
        foreach (byte rest in bytes[(words.Length * 8)..]) hash = ulong.RotateLeft((hash ^ rest) * Prime, 31);
        return hash;
    }
}
