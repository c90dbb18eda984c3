using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>References to installed assemblies, mapped into memory for good: of their 100 MB only what the compiler looks at is read.</summary>
/// <remarks>For files that nobody overwrites while the kernel runs; of a user's own assembly a copy is read.</remarks>
internal static class MappedMetadata
{
    /// <summary>A reference to an assembly.</summary>
    public static unsafe MetadataReference Of(string path, DocumentationProvider documentation)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        // Never disposed: the compiler reads through its pointers for as long as the process lives.
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
        byte* start = null;
        view.AcquirePointer(ref start);
        using var image = new PEReader(start, checked((int)view.ByteLength));
        var metadata = image.GetMetadata();
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length)).GetReference(documentation, filePath: path, display: path);
    }
}
