using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>Counts examples of validation and test whose raw bytes also stand in an earlier split: a leak that no split by index shows.</summary>
internal static class DuplicateCount
{
    // Equal examples have equal hashes: so many of them are looked at together that their table stays small.
    private const int AtOnce = 1 << 20;

    public static int Across(RawExamples raw, Splitter.Parts parts)
    {
        ulong[] hashes = Hashes(raw);
        ulong groups = (ulong)(raw.Count / AtOnce + 1);
        // One table for all groups: what a new one left behind each time would be as large as the data.
        var seen = new Dictionary<ulong, long>(Math.Min(raw.Count, AtOnce + AtOnce / 8));
        int count = 0;
        for (ulong group = 0; group < groups; group++)
        {
            seen.Clear();
            ulong number = group;
            count += new Group(raw, hashes, seen, index => hashes[index] % groups == number).Count(parts);
        }
        return count;
    }

    private static ulong[] Hashes(RawExamples raw)
    {
        var hashes = new ulong[raw.Count];
        int size = raw.BytesOf(0).Length;
        raw.ForEachBlock((first, bytes) =>
        {
            for (int i = 0; i < bytes.Length / size; i++) hashes[first + i] = Hash(bytes.Slice(i * size, size));
        });
        return hashes;
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

    /// <summary>The examples whose hashes have one remainder.</summary>
    private sealed class Group(RawExamples raw, ulong[] hashes, Dictionary<ulong, long> seen, Predicate<long> isMember)
    {
        private readonly List<long> _collisions = [];

        public int Count(Splitter.Parts parts)
        {
            foreach (long index in parts.Train) Remember(index);
            int count = 0;
            foreach (long[] split in new[] { parts.Validation, parts.Test })
            {
                foreach (long index in split)
                {
                    if (isMember(index) && IsKnown(index)) count++;
                }
                foreach (long index in split) Remember(index);
            }
            return count;
        }

        private void Remember(long index)
        {
            if (isMember(index) && !seen.TryAdd(hashes[index], index) && !IsKnown(index)) _collisions.Add(index);
        }

        private bool IsKnown(long index)
        {
            if (!seen.TryGetValue(hashes[index], out long other)) return false;
            ReadOnlySpan<byte> bytes = raw.BytesOf(index);
            if (raw.BytesOf(other).SequenceEqual(bytes)) return true;
            foreach (long collision in _collisions)
            {
                if (raw.BytesOf(collision).SequenceEqual(bytes)) return true;
            }
            return false;
        }
    }
}
