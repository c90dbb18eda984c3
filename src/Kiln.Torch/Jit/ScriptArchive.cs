using System.IO.Compression;

namespace TorchSharp;

/// <summary>Looks at a TorchScript file before libtorch does, which trusts what it reads: every part must be there whole.</summary>
internal static class ScriptArchive
{
    /// <summary>Checks that a file is a whole TorchScript archive.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged or of another kind.</exception>
    internal static void Check(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"jit.load: there is no file {path}. Save the program in Python with torch.jit.save(torch.jit.script(model), path).", path);
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (!zip.Entries.Any(entry => entry.FullName.EndsWith("/constants.pkl", StringComparison.Ordinal))) throw new InvalidDataException("it holds no program");
            foreach (var entry in zip.Entries) CheckSum(entry);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException or (IOException and not FileNotFoundException))
        {
            throw new InvalidDataException($"jit.load: {path} is not a TorchScript archive, or is damaged ({e.Message.TrimEnd('.')}). Copy it again, or save it in Python with torch.jit.save(torch.jit.script(model), path); a state dict is read with load_state_dict.", e);
        }
    }

    private static void CheckSum(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var buffer = new byte[1 << 16];
        var sum = new Crc32();
        long length = 0;
        for (int count; (count = content.Read(buffer)) > 0; length += count) sum.Append(buffer.AsSpan(0, count));
        if (length != entry.Length || sum.Value != entry.Crc32) throw new InvalidDataException($"its part {entry.Name} is damaged");
    }
}
