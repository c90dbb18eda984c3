using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>What cells are compiled against, in the order it was added.</summary>
/// <remarks>Implementation assemblies, not reference assemblies: the same files that run. Their documentation comes from the reference pack.</remarks>
internal sealed class References
{
    private static readonly Lazy<References> Shared = new(Load);

    // Held for ever: the compiler finds what it has read of a reference as long as somebody holds it.
    private static CSharpCompilation? _reader;

    private readonly HashSet<string> _names;
    private ImmutableArray<MetadataReference> _all;

    private References(HashSet<string> names, ImmutableArray<MetadataReference> all) => (_names, _all) = (new(names, StringComparer.OrdinalIgnoreCase), all);

    /// <summary>The framework, the formatters and Kiln itself.</summary>
    public static References Default() => new(Shared.Value._names, Shared.Value._all);

    /// <summary>What the simplest cell needs.</summary>
    public static References Few()
    {
        var references = new References([], []);
        foreach (var assembly in new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), typeof(References).Assembly }) references.AddInstalled(assembly.Location);
        return references;
    }

    public ImmutableArray<MetadataReference> All => _all;

    /// <summary>Adds an assembly; one of the same name that is already there stays.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(string path)
    {
        if (!_names.Add(Path.GetFileNameWithoutExtension(path))) return false;
        _all = _all.Add(MetadataReference.CreateFromFile(path, documentation: DocumentationOf(path)));
        return true;
    }

    private void AddInstalled(string path)
    {
        if (_names.Add(Path.GetFileNameWithoutExtension(path))) _all = _all.Add(MappedMetadata.Of(path, DocumentationOf(path)));
    }

    private static DocumentationProvider DocumentationOf(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return File.Exists(documentation) ? new FileDocs(documentation) : ReferencePackDocs.Instance;
    }

    // Read once for all sessions of the process, and before two of them can at the same time: each would have types of its own
    // then, and a name would mean two of them.
    private static References Load()
    {
        var references = new References([], []);
        foreach (var path in Framework().Concat(Own())) references.AddInstalled(path);
        _reader = CSharpCompilation.CreateScriptCompilation("references", references: references.All);
        _ = _reader.GetSpecialType(SpecialType.System_Object);
        return references;
    }

    private static IEnumerable<string> Framework()
    {
        var folder = RuntimeEnvironment.GetRuntimeDirectory();
        return Trusted().Where(path => path.StartsWith(folder, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Own() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Kiln.*.dll").Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Append(typeof(References).Assembly.Location)
            .Append(typeof(Formatter).Assembly.Location)
            .Append(typeof(IHtmlContent).Assembly.Location);

    private static string[] Trusted() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
