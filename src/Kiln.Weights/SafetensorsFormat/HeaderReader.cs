using System.Text;
using System.Text.Json;

namespace Kiln.Weights;

/// <summary>Turns the header's JSON into entries; anything unexpected is an error that names the tensor.</summary>
/// <remarks>It reads token by token: a document object would take several times the memory of a hostile header.</remarks>
internal ref struct HeaderReader
{
    // More dimensions than libtorch's operators take.
    private const int MostDimensions = 64;

    private readonly InputFile _file;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;

    public HeaderReader(InputFile file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _json = new Utf8JsonReader(text);
    }

    public List<SafetensorsEntry> Entries { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public void ReadAll()
    {
        _json.Read();
        while (NextProperty() is { } name)
        {
            if (!_names.Add(name)) throw Damaged($"the name '{Words.Short(name)}' stands there twice");
            _json.Read();
            if (name == Header.MetadataKey) ReadMetadata();
            else Entries.Add(ReadEntry(name));
        }
        // What follows the object must be blank: the reader throws otherwise.
        _json.Read();
    }

    private string? NextProperty()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    private void ReadMetadata()
    {
        if (_json.TokenType != JsonTokenType.StartObject) throw Damaged($"{Header.MetadataKey} is not an object");
        while (NextProperty() is { } name)
        {
            _json.Read();
            if (_json.TokenType != JsonTokenType.String) throw Damaged($"{Header.MetadataKey} has a value that is not a text: '{Words.Short(name)}'");
            if (!Metadata.TryAdd(name, _json.GetString()!)) throw Damaged($"{Header.MetadataKey} has the name '{Words.Short(name)}' twice");
        }
    }

    private SafetensorsEntry ReadEntry(string name)
    {
        string shown = Words.Short(name);
        if (_json.TokenType != JsonTokenType.StartObject) throw Damaged($"'{shown}' is not an object");
        (Dtype? dtype, long[]? shape, long[]? offsets) = (null, null, null);
        while (NextProperty() is { } field)
        {
            _json.Read();
            if (field == "dtype" && dtype is null) dtype = ReadDtype(shown);
            else if (field == "shape" && shape is null) shape = ReadIntegers(shown, field);
            else if (field == "data_offsets" && offsets is null) offsets = ReadIntegers(shown, field);
            else throw Damaged($"'{shown}' has an unknown field '{Words.Short(field)}', or has it twice");
        }
        if (dtype is null) throw Damaged($"'{shown}' has no dtype");
        if (shape is null) throw Damaged($"'{shown}' has no shape");
        if (offsets is null) throw Damaged($"'{shown}' has no data_offsets");
        CheckSize(shown, dtype, shape, offsets);
        return new SafetensorsEntry(name, dtype, shape, offsets[0], offsets[1]);
    }

    private Dtype ReadDtype(string name)
    {
        if (_json.TokenType != JsonTokenType.String) throw Damaged($"'{name}' has no dtype");
        string text = _json.GetString()!;
        return Dtypes.Find(text)
            ?? throw new WeightsFileException(_file.Path, $"'{name}' has the dtype {Words.Short(text)}, which is not known here. Convert it in Python with .to(torch.float32), or save it as one of {Dtypes.Readable}.");
    }

    private long[] ReadIntegers(string name, string field)
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw Damaged($"'{name}' has no {field}");
        var numbers = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long number) || number < 0)
                throw Damaged($"'{name}' has a {field} with '{Words.Short(Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 100)]))}', which is not a count");
            if (numbers.Count == MostDimensions) throw Damaged($"'{name}' has more than {MostDimensions} numbers in its {field}");
            numbers.Add(number);
        }
        return [.. numbers];
    }

    private readonly void CheckSize(string name, Dtype dtype, long[] shape, long[] offsets)
    {
        if (offsets.Length != 2 || offsets[0] > offsets[1])
            throw Damaged($"'{name}' needs data_offsets [begin, end], got [{string.Join(", ", offsets)}]");
        long size = Words.SizeInBytes(shape, dtype.Size) ?? throw Damaged($"'{name}' of shape {Words.Shape(shape)} is larger than any file");
        if (offsets[1] - offsets[0] != size)
            throw Damaged($"'{name}' of shape {Words.Shape(shape)} needs {size} bytes, but data_offsets give {offsets[1] - offsets[0]}");
    }

    private readonly WeightsFileException Damaged(string problem) => Header.Damaged(_file, problem);
}
