namespace Kiln.Kernel;

/// <summary>A package as it lies on disk.</summary>
/// <param name="Name">Its name, in the spelling of its author.</param>
/// <param name="Version">The version that was taken.</param>
internal sealed record RestoredPackage(string Name, string Version)
{
    /// <summary>Its folder.</summary>
    public required string Root { get; init; }

    /// <summary>Assemblies to compile against.</summary>
    public IReadOnlyList<string> Compile { get; init; } = [];

    /// <summary>Assemblies to load.</summary>
    public IReadOnlyList<string> Runtime { get; init; } = [];

    /// <summary>Native libraries of this platform.</summary>
    public IReadOnlyList<string> Native { get; init; } = [];

    /// <summary>Texts in other languages.</summary>
    public IReadOnlyList<(string Culture, string Path)> Satellites { get; init; } = [];

    /// <summary>Whether it asks for other packages.</summary>
    public bool HasDependencies { get; init; }

    /// <summary>Whether there is nothing in it that a cell could use.</summary>
    public bool IsEmpty => Compile.Count == 0 && Runtime.Count == 0 && Native.Count == 0 && Satellites.Count == 0 && !HasDependencies;

    /// <summary>Whether it extends .NET Interactive.</summary>
    public bool HasExtension => Directory.Exists(Path.Combine(Root, "interactive-extensions", "dotnet"));
}
