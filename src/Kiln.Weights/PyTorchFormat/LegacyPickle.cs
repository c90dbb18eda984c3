using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Kiln.Weights;

/// <summary>The files before PyTorch 1.6: five pickles one after the other, then the storages, each with its length.</summary>
internal static class LegacyPickle
{
    private const long Version = 1001;

    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static PickleFile Read(InputFile file)
    {
        var input = new PickleInput(file, 0, file.Length);
        var records = new Dictionary<string, StorageRecord>(StringComparer.Ordinal);
        if (Next() is not BigInteger magic || magic != Magic) throw PickleFile.Refused(file, "it is a pickle, but not one that torch.save wrote");
        if (Next() is not Version) throw PickleFile.Refused(file, "it was written by a version of PyTorch that is too old");
        if (Next() is not Dictionary<object, object?> system || system.GetValueOrDefault("little_endian") is not true)
            throw PickleFile.Refused(file, "it was written on a machine of the other byte order (big-endian)");
        object? root = Next();
        if (Next() is not List<object?> keys) throw PickleFile.Damaged(file, "the list of its storages is missing");
        return new PickleFile(file, root, Places(file, keys, records, input.Position));

        object? Next() => new PickleMachine(file, input, records).Run();
    }

    private static Dictionary<string, DataRange> Places(InputFile file, List<object?> keys, Dictionary<string, StorageRecord> records, long position)
    {
        var places = new Dictionary<string, DataRange>(StringComparer.Ordinal);
        Span<byte> prefix = stackalloc byte[8];
        foreach (var item in keys)
        {
            if (item is not string key || !records.TryGetValue(key, out var record)) throw PickleFile.Damaged(file, "its list of storages names one that no tensor uses");
            if (position > file.Length - 8) throw PickleFile.Damaged(file, "it ends before its last storage");
            file.Read(position, prefix);
            long elements = BinaryPrimitives.ReadInt64LittleEndian(prefix);
            position += 8;
            if (elements != record.Elements || elements > (file.Length - position) / record.Type.ElementSize)
                throw PickleFile.Damaged(file, $"its storage '{Words.Short(key)}' has another length than its tensors say, or ends outside the file");
            if (!places.TryAdd(key, new DataRange(position, elements * record.Type.ElementSize))) throw PickleFile.Damaged(file, "it has a storage twice");
            position += elements * record.Type.ElementSize;
        }
        return places;
    }
}
