namespace Kiln.Weights;

/// <summary>The kinds of weights file, told by their first bytes.</summary>
internal enum FileKind
{
    Unknown,
    Safetensors,
    Zip,
    Pickle,
}

/// <summary>Tells the kind of a file, whatever its name says.</summary>
internal static class FileKinds
{
    public static FileKind Of(InputFile file)
    {
        if (file.Length < 9) return FileKind.Unknown;
        Span<byte> start = stackalloc byte[9];
        file.Read(0, start);
        if (start[8] == '{') return FileKind.Safetensors;
        if (start.StartsWith("PK\x03\x04"u8)) return FileKind.Zip;
        return start[0] == (byte)PickleOpcode.Protocol ? FileKind.Pickle : FileKind.Unknown;
    }
}
