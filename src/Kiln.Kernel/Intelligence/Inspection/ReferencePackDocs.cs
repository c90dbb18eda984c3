using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Documentation of the framework: its implementation assemblies carry none, the SDK's reference pack does.</summary>
/// <remarks>Of each member only a hash and its place in the files are held (some 2 MB instead of 100); the text is read when it is asked for.</remarks>
internal sealed class ReferencePackDocs : DocumentationProvider
{
    public static readonly ReferencePackDocs Instance = new();

    private readonly Lazy<DocumentationFiles> _files = new(() => DocumentationFiles.Index(Files()));

    /// <summary>Indexes the pack ahead of the first question.</summary>
    public void Prepare() => _ = _files.Value;

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        _files.Value.Find(documentationMemberID);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => nameof(ReferencePackDocs).Length;

    private static IEnumerable<string> Files()
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];
        // Several SDKs bring several packs; the one of the running version fits best.
        var newest = Directory.GetDirectories(packs).MaxBy(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version());
        return newest is null ? [] : Directory.GetFiles(newest, "*.xml", SearchOption.AllDirectories);
    }
}
