using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>An open safetensors file, whose tensors are read when they are asked for.</summary>
/// <remarks>Tensors that were read do not depend on the file any more.</remarks>
public sealed class SafetensorsFile : IDisposable
{
    private readonly InputFile _file;
    private readonly long _dataStart;
    private readonly Dictionary<string, SafetensorsEntry> _byName;

    internal SafetensorsFile(InputFile file, Header header)
    {
        _file = file;
        _dataStart = header.DataStart;
        Entries = header.Entries;
        Metadata = header.Metadata;
        _byName = header.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public string FilePath => _file.Path;

    /// <summary>The texts in the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Name, dtype and shape of every tensor, in the order of the data.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>Whether there is a tensor of this name.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <returns>True if <see cref="Read"/> finds it.</returns>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Name, dtype and shape of one tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="KeyNotFoundException">There is no tensor of this name.</exception>
    public SafetensorsEntry this[string name] => _byName.TryGetValue(name, out var entry)
        ? entry
        : throw new KeyNotFoundException($"{FilePath}: there is no tensor '{name}'; there are {Words.Short(string.Join(", ", _byName.Keys))}.");

    /// <summary>Reads one tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <returns>A new tensor on the CPU, of the entry's shape.</returns>
    /// <exception cref="KeyNotFoundException">There is no tensor of this name.</exception>
    /// <exception cref="WeightsFileException">The values cannot be read, or libtorch has no such dtype.</exception>
    public Tensor Read(string name)
    {
        var entry = this[name];
        return _file.ReadTensor(_dataStart + entry.Begin, entry.Sizes, TypeOf(entry), entry.Kind.Size);
    }

    /// <summary>Reads a part of one tensor and nothing else of the file; the same as <c>Read(name).narrow(dim, start, length)</c>.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="dim">The dimension to cut, from 0.</param>
    /// <param name="start">The first index along it.</param>
    /// <param name="length">How many indices to read.</param>
    /// <returns>A new tensor on the CPU: the entry's shape with <paramref name="length"/> in place of that dimension.</returns>
    /// <exception cref="KeyNotFoundException">There is no tensor of this name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tensor has no such dimension or is not that long.</exception>
    /// <exception cref="WeightsFileException">The values cannot be read, or libtorch has no such dtype.</exception>
    public Tensor ReadNarrow(string name, int dim, long start, long length)
    {
        var entry = this[name];
        var shape = (long[])entry.Sizes.Clone();
        if (dim < 0 || dim >= shape.Length)
            throw new ArgumentOutOfRangeException(nameof(dim), $"ReadNarrow: '{name}' has shape {Words.Shape(shape)}, so there is no dimension {dim}. Count from 0.");
        if (start < 0 || length < 0 || start > shape[dim] - length)
            throw new ArgumentOutOfRangeException(nameof(start), $"ReadNarrow: dimension {dim} of '{name}' has {shape[dim]} indices, so {length} from {start} are not all there.");
        return ReadPieces(entry, shape, dim, start, length);
    }

    /// <summary>Reads all tensors.</summary>
    /// <returns>New tensors on the CPU by name; they belong to the caller's dispose scope, or to the caller if there is none.</returns>
    /// <exception cref="WeightsFileException">The values cannot be read, or libtorch lacks the dtype of one; then none is left behind.</exception>
    public Dictionary<string, Tensor> ReadAll()
    {
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var entry in Entries) tensors[entry.Name] = Read(entry.Name);
        foreach (var tensor in tensors.Values) tensor.MoveToOuterDisposeScope();
        return tensors;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    // Before the dimension everything is read; of it, one run of bytes for every index of those before.
    private Tensor ReadPieces(SafetensorsEntry entry, long[] shape, int dim, long start, long length)
    {
        using var scope = NewDisposeScope();
        long inner = Words.SizeInBytes(shape.AsSpan(dim + 1), entry.Kind.Size) ?? 0;
        long outer = Words.SizeInBytes(shape.AsSpan(0, dim), 1) ?? 0;
        long row = shape[dim] * inner;
        shape[dim] = length;
        if (outer == 1) return _file.ReadTensor(_dataStart + entry.Begin + start * inner, shape, TypeOf(entry), entry.Kind.Size).MoveToOuterDisposeScope();
        var tensor = empty(shape, TypeOf(entry));
        if (tensor.numel() == 0) return tensor.MoveToOuterDisposeScope();
        var rows = tensor.view(outer, -1);
        for (long i = 0; i < outer; i++)
            _file.Read(_dataStart + entry.Begin + i * row + start * inner, rows.select(0, i).bytes);
        return tensor.MoveToOuterDisposeScope();
    }

    private ScalarType TypeOf(SafetensorsEntry entry) => entry.Type
        ?? throw new WeightsFileException(FilePath, $"'{Words.Short(entry.Name)}' has the dtype {entry.Dtype}, which libtorch 1.13 does not have. Convert it in Python with .to(torch.float32), or read the other tensors with Safetensors.Open(path).Read(name).");
}
