using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads and writes named tensors in the format the file has: safetensors, or PyTorch's <c>.pt</c> and <c>.pth</c>.</summary>
public static class StateDict
{
    /// <summary>Reads named tensors; the file's content tells its format, not its name.</summary>
    /// <param name="path">A safetensors file or one of Python's <c>torch.save</c>.</param>
    /// <param name="entry">Where in a PyTorch checkpoint the state dict stands, such as <c>model</c>; null if the file is a state dict itself.</param>
    /// <returns>New tensors on the CPU by name, for <c>module.load_state_dict</c>; they belong to the caller's dispose scope, or to the caller if there is none.</returns>
    /// <exception cref="WeightsFileException">The file is missing, damaged, of another kind, or holds no state dict there.</exception>
    /// <exception cref="ArgumentException">An entry is named, but the file is a safetensors file.</exception>
    public static Dictionary<string, Tensor> Load(string path, string? entry = null)
    {
        if (Kind(path) != FileKind.Safetensors) return Named(path, PyTorchFile.Read(path), entry);
        if (entry is not null) throw new ArgumentException($"StateDict.Load: {path} is a safetensors file, which has no entry '{entry}'. Leave entry out.", nameof(entry));
        return Safetensors.Load(path);
    }

    /// <summary>Writes named tensors: the whole file or nothing.</summary>
    /// <param name="path">The file; it ends in <c>.safetensors</c>, <c>.pt</c>, <c>.pth</c> or <c>.bin</c>, which tells the format.</param>
    /// <param name="tensors">The tensors by name, any shape, such as <c>module.state_dict()</c>.</param>
    /// <exception cref="ArgumentException">Another ending, or a dtype that the format does not have.</exception>
    /// <exception cref="WeightsFileException">The disk is full or the folder cannot be written; a file of that name is as it was.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".safetensors": Safetensors.Save(path, tensors); break;
            case ".pt" or ".pth" or ".bin": PyTorchFile.Save(path, tensors); break;
            default: throw new ArgumentException($"StateDict.Save: expected a file that ends in .safetensors or .pt, got '{path}'. The ending tells the format.", nameof(path));
        }
    }

    private static FileKind Kind(string path)
    {
        using var file = InputFile.Open(path);
        var kind = FileKinds.Of(file);
        return kind != FileKind.Unknown ? kind : throw new WeightsFileException(path,
            "neither a safetensors file nor one of Python's torch.save. If module.save wrote it, read it with module.load(path); otherwise copy or download it again.");
    }

    private static Dictionary<string, Tensor> Named(string path, object? root, string? entry)
    {
        if (root is not Dictionary<object, object?> values) throw new WeightsFileException(path, "it does not hold a state dict. See what it holds with PyTorchFile.Read(path).");
        if (entry is null && IsStateDict(values)) return ToTensors(values);
        if (entry is not null && values.GetValueOrDefault(entry) is Dictionary<object, object?> inner && IsStateDict(inner)) return ToTensors(inner);
        string candidates = Words.Short(string.Join(", ", values.Where(pair => pair.Value is Dictionary<object, object?> { Count: > 0 } part && IsStateDict(part)).Select(pair => $"\"{pair.Key}\"")));
        throw new WeightsFileException(path, candidates.Length == 0
            ? "it holds no state dict. See what it holds with PyTorchFile.Read(path)."
            : $"it is a checkpoint with a state dict under {candidates}. Name one: StateDict.Load(path, {candidates.Split(',')[0]}).");
    }

    private static bool IsStateDict(Dictionary<object, object?> values) => values.All(pair => pair is { Key: string, Value: Tensor });

    private static Dictionary<string, Tensor> ToTensors(Dictionary<object, object?> values) =>
        values.ToDictionary(pair => (string)pair.Key, pair => (Tensor)pair.Value!, StringComparer.Ordinal);
}
