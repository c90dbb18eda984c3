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
    private static readonly Lazy<Known> Shared = new(Load);

    // Held for ever: the compiler finds what it has read of a reference as long as somebody holds it.
    private static CSharpCompilation? _reader;

    // Cells cannot name it, so what is declared there is out of their sight.
    private static readonly MetadataReferenceProperties Hidden = MetadataReferenceProperties.Assembly.WithAliases(["<hidden>"]);

    private static readonly Lazy<HashSet<string>> Program = new(() => [.. Trusted().Select(path => Path.GetFileNameWithoutExtension(path))]);

    private readonly Lazy<Known> _known;

    private References(Func<Known> load) => _known = new Lazy<Known>(load);

    /// <summary>The framework, the formatters and Kiln itself; read when the first code is compiled.</summary>
    public static References Default() => new(() => Shared.Value with { Names = new(Shared.Value.Names, Shared.Value.Names.Comparer) });

    /// <summary>Simple names of what every process of this program has: the framework and the program's own assemblies.</summary>
    public static IReadOnlySet<string> OfProgram => Program.Value;

    /// <summary>What the simplest cell needs.</summary>
    public static References Few()
    {
        var paths = new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), typeof(References).Assembly }.Select(assembly => assembly.Location);
        return new References(() => new Known([], ImmutableDictionary<string, MetadataReference>.Empty, [.. paths.Select(Installed)]));
    }

    /// <summary>What the compiler reads: also the libraries that only Kiln uses.</summary>
    public ImmutableArray<MetadataReference> All => _known.Value.All;

    /// <summary>What cells may name.</summary>
    public IEnumerable<MetadataReference> Visible => All.Where(reference => reference.Properties.Aliases.IsEmpty);

    /// <summary>Adds an assembly; one of the same name that is already there stays.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var known = _known.Value;
        if (!known.Names.Add(name)) return false;
        known.All = known.All.Add(known.Hidden.TryGetValue(name, out var own)
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
    private static Known Load()
    {
        var visible = ByName(Framework().Concat(Own()));
        var hidden = ByName(Trusted()).RemoveRange(visible.Keys).ToImmutableDictionary(
            file => file.Key, file => Installed(file.Value).WithProperties(Hidden), StringComparer.OrdinalIgnoreCase);
        var known = new Known(new(visible.Keys, StringComparer.OrdinalIgnoreCase), hidden, [.. visible.Values.Select(Installed), .. hidden.Values]);
        _reader = CSharpCompilation.CreateScriptCompilation("references", references: known.All);
        _ = _reader.GetSpecialType(SpecialType.System_Object);
        return known;
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

    /// <summary>What is known.</summary>
    /// <param name="Names">Simple names of what cells may name.</param>
    /// <param name="Hidden">What only Kiln uses, by name.</param>
    /// <param name="All">What the compiler reads.</param>
    private sealed record Known(HashSet<string> Names, ImmutableDictionary<string, MetadataReference> Hidden, ImmutableArray<MetadataReference> All)
    {
        public ImmutableArray<MetadataReference> All { get; set; } = All;
    }
}
