using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Resolves <c>#r "path.dll"</c> of a cell.</summary>
internal sealed class PathResolver : MetadataReferenceResolver
{
    public static readonly PathResolver Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        File.Exists(reference) ? [MetadataReference.CreateFromFile(Path.GetFullPath(reference), properties)] : [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => nameof(PathResolver).Length;
}
