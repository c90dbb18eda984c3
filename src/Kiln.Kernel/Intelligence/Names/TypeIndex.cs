using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>The names of all public types, read from metadata: some ten thousand, without a symbol for any of them.</summary>
internal sealed class TypeIndex
{
    // One list per assembly, shared by the sessions of a process.
    private static readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<TypeEntry>> Assemblies = [];

    private TypeIndexView? _view;
    private int _count;

    /// <summary>The types of these references; made anew only when one was added.</summary>
    public TypeIndexView Of(ImmutableArray<MetadataReference> references)
    {
        if (_view is { } view && _count == references.Length) return view;
        _count = references.Length;
        return _view = new TypeIndexView(references.SelectMany(reference => Assemblies.GetValue(reference, Read)));
    }

    private static IReadOnlyList<TypeEntry> Read(MetadataReference reference)
    {
        try
        {
            return reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly ? TypeReader.Read(assembly) : [];
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            // What is wrong with a file is told where it is compiled against.
            return [];
        }
    }
}

/// <summary>Types and namespaces by the namespace that they are in.</summary>
internal sealed class TypeIndexView
{
    private readonly Dictionary<string, TypeEntry[]> _types;
    private readonly Dictionary<string, SortedSet<string>> _namespaces = new() { [""] = [] };

    public TypeIndexView(IEnumerable<TypeEntry> types)
    {
        _types = types.GroupBy(type => type.Namespace).ToDictionary(same => same.Key, same => same.ToArray());
        foreach (var space in _types.Keys) AddNamespace(space);
    }

    /// <summary>All types.</summary>
    public IEnumerable<TypeEntry> All => _types.Values.SelectMany(types => types);

    /// <summary>The types of a namespace.</summary>
    public IReadOnlyList<TypeEntry> In(string space) => _types.GetValueOrDefault(space) ?? [];

    /// <summary>The names of the namespaces directly below one; below the root for the empty string.</summary>
    public IReadOnlyCollection<string> Below(string space) => _namespaces.GetValueOrDefault(space) ?? [];

    private void AddNamespace(string space)
    {
        while (space.Length > 0)
        {
            var cut = space.LastIndexOf('.');
            var parent = cut < 0 ? "" : space[..cut];
            var known = _namespaces.TryGetValue(parent, out var children);
            if (!known) _namespaces[parent] = children = [];
            children!.Add(space[(cut + 1)..]);
            space = parent;
        }
    }
}
