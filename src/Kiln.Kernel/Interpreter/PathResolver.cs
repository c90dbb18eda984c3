using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Resolves <c>#r "path.dll"</c> of a cell.</summary>
internal sealed class PathResolver : MetadataReferenceResolver
{
    public static readonly PathResolver Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        new[] { FullPath(reference, baseFilePath), OfFramework(reference) }.FirstOrDefault(File.Exists) is { } path
            ? [MetadataReference.CreateFromFile(path, properties)]
            : [];

    private static string FullPath(string reference, string? baseFilePath) =>
        Path.GetFullPath(reference, Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : Directory.GetCurrentDirectory());

    // "System.Net.Http.Json" and "System.Net.Http.Json.dll" name an assembly of the runtime, as in C# Interactive.
    private static string OfFramework(string reference) =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), Path.GetFileName(reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference : reference + ".dll"));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => nameof(PathResolver).Length;
}
