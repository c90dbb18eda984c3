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

    // Cells cannot name it, so what is declared there is out of their sight.
    private static readonly MetadataReferenceProperties Hidden = MetadataReferenceProperties.Assembly.WithAliases(["<hidden>"]);

    private readonly HashSet<string> _names;
    private readonly ImmutableDictionary<string, MetadataReference> _hidden;
    private ImmutableArray<MetadataReference> _all;

    private References(IEnumerable<string> names, ImmutableDictionary<string, MetadataReference> hidden, ImmutableArray<MetadataReference> all) =>
        (_names, _hidden, _all) = (new(names, StringComparer.OrdinalIgnoreCase), hidden, all);

    /// <summary>The framework, the formatters and Kiln itself.</summary>
    public static References Default() => new(Shared.Value._names, Shared.Value._hidden, Shared.Value._all);

    /// <summary>What the simplest cell needs.</summary>
    public static References Few()
    {
        var paths = new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), typeof(References).Assembly }.Select(assembly => assembly.Location);
        return new References([], ImmutableDictionary<string, MetadataReference>.Empty, [.. paths.Select(Installed)]);
    }

    /// <summary>What the compiler reads: also the libraries that only Kiln uses.</summary>
    public ImmutableArray<MetadataReference> All => _all;

    /// <summary>What cells may name.</summary>
    public IEnumerable<MetadataReference> Visible => _all.Where(reference => reference.Properties.Aliases.IsEmpty);

    /// <summary>Adds an assembly; one of the same name that is already there stays.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!_names.Add(name)) return false;
        _all = _all.Add(_hidden.TryGetValue(name, out var own)
            ? own.WithProperties(MetadataReferenceProperties.Assembly)
            : MetadataReference.CreateFromFile(path, documentation: DocumentationOf(path)));
        return true;
    }

    private static MetadataReference Installed(string path) => MappedMetadata.Of(path, DocumentationOf(path));

    private static DocumentationProvider DocumentationOf(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return File.Exists(documentation) ? new FileDocs(documentation) : ReferencePackDocs.Instance;
    }

    // Read once for all sessions of the process, and before two of them can at the same time: each would have types of its own
    // then, and a name would mean two of them. For the same reason nothing that Kiln stands on may be missing: were a cell to add
    // it later, the compiler would read Kiln anew.
    private static References Load()
    {
        var visible = ByName(Framework().Concat(Own()));
        var hidden = ByName(Trusted()).RemoveRange(visible.Keys).ToImmutableDictionary(
            file => file.Key, file => Installed(file.Value).WithProperties(Hidden), StringComparer.OrdinalIgnoreCase);
        var references = new References(visible.Keys, hidden, [.. visible.Values.Select(Installed), .. hidden.Values]);
        _reader = CSharpCompilation.CreateScriptCompilation("references", references: references.All);
        _ = _reader.GetSpecialType(SpecialType.System_Object);
        return references;
    }

    private static ImmutableSortedDictionary<string, string> ByName(IEnumerable<string> paths) => paths
        .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
        .ToImmutableSortedDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.OrdinalIgnoreCase);

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
