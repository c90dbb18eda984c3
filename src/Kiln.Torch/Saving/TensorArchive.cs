using System.IO.Compression;
using System.Text;

namespace TorchSharp;

/// <summary>Files of one tensor as C++'s <c>torch::save</c> writes them: a TorchScript archive without code.</summary>
internal static unsafe class TensorArchive
{
    internal static void Save(torch.Tensor tensor, string location)
    {
        using var scope = torch.NewDisposeScope();
        var kept = tensor.is_sparse || (tensor.is_leaf && tensor.requires_grad) ? tensor : tensor.InPlainMemory();
        var path = Encoding.UTF8.GetBytes(location);
        fixed (byte* bytes = path) Native.Check(Native.kiln_jit_save_tensor(kept.Handle, bytes, path.Length), $"save {location}");
        GC.KeepAlive(kept);
    }

    internal static torch.Tensor Load(string location)
    {
        ScriptArchive.Check(location);
        RefuseCode(location);
        using var file = torch.jit.load(location);
        var tensors = file.parameters().Concat(file.buffers()).ToList();
        if (tensors.Count != 1)
            throw new InvalidDataException($"load: {location} holds {tensors.Count} tensors, expected one. Load it with torch.jit.load().");
        var tensor = tensors[0].detach();
        if (tensors[0].requires_grad) tensor.requires_grad = true;
        return tensor;
    }

    // A class with methods could have one that libtorch runs while it loads.
    private static void RefuseCode(string location)
    {
        using var zip = ZipFile.OpenRead(location);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".py", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            if (reader.ReadToEnd().Contains("def ", StringComparison.Ordinal))
                throw new InvalidDataException($"load: {location} holds a program, not a tensor. Load it with torch.jit.load() if you trust it.");
        }
    }
}
