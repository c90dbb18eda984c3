using System.Globalization;
using System.IO.Compression;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A state dict laid out as the archive of <c>torch.save</c> before it is written.</summary>
internal sealed class StateDictArchive
{
    private const string Root = "archive/";

    // The same weights give the same file.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly byte[] _pickle;
    private readonly List<Tensor> _storages;

    private StateDictArchive(byte[] pickle, List<Tensor> storages)
    {
        _pickle = pickle;
        _storages = storages;
    }

    public static StateDictArchive Of(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var records = new Dictionary<Tensor, StorageRecord>(ReferenceEqualityComparer.Instance);
        var pickle = new PickleWriter();
        pickle.BeginOrderedDict();
        foreach (var (name, tensor) in tensors)
        {
            if (!records.TryGetValue(tensor, out var record)) records[tensor] = record = Record(name, tensor, records.Count);
            pickle.Tensor(name, record, tensor.shape);
        }
        return new StateDictArchive(pickle.EndOrderedDict(), [.. records.OrderBy(entry => int.Parse(entry.Value.Key, CultureInfo.InvariantCulture)).Select(entry => entry.Key)]);
    }

    public void WriteTo(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        using (var entry = Open(zip, "data.pkl")) entry.Write(_pickle);
        using (var entry = Open(zip, "byteorder")) entry.Write("little"u8);
        for (int i = 0; i < _storages.Count; i++)
        {
            using var entry = Open(zip, string.Create(CultureInfo.InvariantCulture, $"data/{i}"));
            TensorBytes.Write(entry, _storages[i]);
        }
        using (var entry = Open(zip, "version")) entry.Write("3\n"u8);
    }

    private static StorageRecord Record(string name, Tensor tensor, int number)
    {
        var type = PickleGlobals.StorageOf(tensor.dtype)
            ?? throw new ArgumentException($"PyTorchFile.Save: '{name}' has dtype {tensor.dtype}, which torch.save has no storage for. Convert it with .to(…).", nameof(tensor));
        return new StorageRecord(number.ToString(CultureInfo.InvariantCulture), type, tensor.numel());
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(Root + name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Timestamp;
        return entry.Open();
    }
}
