using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Documentation of the framework: its implementation assemblies carry none, the SDK's reference pack does.</summary>
/// <remarks>The pack is searched for each new symbol (some 30 ms) instead of being held in memory (some 100 MB).</remarks>
internal sealed class ReferencePackDocs : DocumentationProvider
{
    public static readonly ReferencePackDocs Instance = new();

    private readonly ConcurrentDictionary<string, string> _found = new();
    private readonly Lazy<string[]> _files = new(Files);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        _found.GetOrAdd(documentationMemberID, Search);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => nameof(ReferencePackDocs).Length;

    private static string[] Files()
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return Directory.Exists(packs) ? Directory.GetFiles(packs, "*.xml", SearchOption.AllDirectories) : [];
    }

    private string Search(string id)
    {
        var start = Encoding.UTF8.GetBytes($"<member name=\"{id.Replace("&", "&amp;").Replace("<", "&lt;")}\">");
        foreach (var file in _files.Value)
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            var from = bytes.IndexOf(start);
            if (from < 0) continue;
            var member = bytes[from..];
            var end = member.IndexOf("</member>"u8);
            return end < 0 ? "" : Encoding.UTF8.GetString(member[..(end + "</member>".Length)]);
        }
        return "";
    }
}
