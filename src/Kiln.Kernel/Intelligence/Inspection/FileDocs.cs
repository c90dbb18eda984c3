using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Documentation from the XML file beside an assembly, indexed when it is first asked for.</summary>
/// <param name="path">The XML file.</param>
internal sealed class FileDocs(string path) : DocumentationProvider
{
    private readonly string _path = path;
    private readonly Lazy<DocumentationFiles> _file = new(() => DocumentationFiles.Index([path]));

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        _file.Value.Find(documentationMemberID);

    public override bool Equals(object? obj) => obj is FileDocs other && other._path == _path;

    public override int GetHashCode() => _path.GetHashCode(StringComparison.Ordinal);
}
