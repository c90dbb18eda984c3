using System.Text.Json;

namespace Kiln.Weights;

/// <summary>Turns the header's JSON into entries; anything unexpected is an error that names the tensor.</summary>
internal sealed class HeaderParser(string path)
{
    public List<TensorEntry> Entries(JsonElement root)
    {
        var entries = new List<TensorEntry>();
        foreach (var property in root.EnumerateObject())
            if (property.Name != Header.MetadataKey) entries.Add(Entry(property.Name, property.Value));
        return entries;
    }

    public IReadOnlyDictionary<string, string> Metadata(JsonElement root)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!root.TryGetProperty(Header.MetadataKey, out var element)) return metadata;
        if (element.ValueKind != JsonValueKind.Object) throw Header.Damaged(path, $"{Header.MetadataKey} is not an object");
        foreach (var property in element.EnumerateObject())
            metadata[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : throw Header.Damaged(path, $"{Header.MetadataKey} has a value that is not a text: '{property.Name}'");
        return metadata;
    }

    private TensorEntry Entry(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Header.Damaged(path, $"'{name}' is not an object");
        foreach (var property in element.EnumerateObject())
            if (property.Name is not ("dtype" or "shape" or "data_offsets")) throw Header.Damaged(path, $"'{name}' has an unknown field '{property.Name}'");
        var dtype = Dtype(name, element);
        var shape = Integers(name, element, "shape");
        var offsets = Integers(name, element, "data_offsets");
        if (offsets.Length != 2 || offsets[0] > offsets[1])
            throw Header.Damaged(path, $"'{name}' needs data_offsets [begin, end], got [{string.Join(", ", offsets)}]");
        long size = SizeInBytes(name, shape, dtype.Size);
        if (offsets[1] - offsets[0] != size)
            throw Header.Damaged(path, $"'{name}' of shape ({string.Join(", ", shape)}) needs {size} bytes, but data_offsets give {offsets[1] - offsets[0]}");
        return new TensorEntry(name, dtype.Type, dtype.Size, shape, offsets[0], offsets[1]);
    }

    private (TorchSharp.torch.ScalarType Type, int Size) Dtype(string name, JsonElement element)
    {
        if (!element.TryGetProperty("dtype", out var value) || value.ValueKind != JsonValueKind.String)
            throw Header.Damaged(path, $"'{name}' has no dtype");
        return Dtypes.Find(value.GetString()!)
            ?? throw new WeightsFileException(path, $"'{name}' has dtype {value.GetString()}, which cannot be read here. Save it as one of {Dtypes.Names}.");
    }

    private long[] Integers(string name, JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var array) || array.ValueKind != JsonValueKind.Array)
            throw Header.Damaged(path, $"'{name}' has no {field}");
        var numbers = new long[array.GetArrayLength()];
        int i = 0;
        foreach (var item in array.EnumerateArray())
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out numbers[i++]) || numbers[i - 1] < 0)
                throw Header.Damaged(path, $"'{name}' has a {field} with '{item}', which is not a count");
        return numbers;
    }

    private long SizeInBytes(string name, long[] shape, int elementSize)
    {
        try
        {
            // A size of zero first: no other size can then overflow.
            if (shape.Contains(0)) return 0;
            long size = elementSize;
            foreach (long dimension in shape) size = checked(size * dimension);
            return size;
        }
        catch (OverflowException e)
        {
            throw Header.Damaged(path, $"'{name}' of shape ({string.Join(", ", shape)}) is larger than any file", e);
        }
    }
}
