using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>What cells are compiled against, in the order it was added.</summary>
/// <remarks>Implementation assemblies, not reference assemblies: the same files that run. Their documentation comes from the reference pack.</remarks>
internal sealed class References
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableArray<MetadataReference> _all = [];

    /// <summary>The framework, the formatters and Kiln itself.</summary>
    public static References Default()
    {
        var references = new References();
        foreach (var path in Framework().Concat(Shipped())) references.Add(path);
        return references;
    }

    public ImmutableArray<MetadataReference> All => _all;

    /// <summary>Adds an assembly; one of the same name that is already there stays.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(string path)
    {
        if (!_names.Add(Path.GetFileNameWithoutExtension(path))) return false;
        var documentation = Path.ChangeExtension(path, ".xml");
        _all = _all.Add(MetadataReference.CreateFromFile(
            path, documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : ReferencePackDocs.Instance));
        return true;
    }

    private static IEnumerable<string> Framework()
    {
        var folder = RuntimeEnvironment.GetRuntimeDirectory();
        return Trusted().Where(path => path.StartsWith(folder, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Shipped() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Kiln.*.dll").Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Append(typeof(References).Assembly.Location)
            .Append(typeof(Formatter).Assembly.Location)
            .Append(typeof(IHtmlContent).Assembly.Location);

    private static string[] Trusted() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
