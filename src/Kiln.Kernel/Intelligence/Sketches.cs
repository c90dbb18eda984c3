using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>Semantic models of unfinished code on top of the session.</summary>
/// <remarks>
/// The last one is kept: a front end asks again and again about the same code while its user types one word. A new one
/// takes over what the last compilation knows of its references.
/// </remarks>
/// <param name="chain">The session.</param>
/// <param name="references">What its cells are compiled against.</param>
internal sealed class Sketches(SubmissionChain chain, References references)
{
    private readonly Lock _lock = new();
    private readonly TypeIndex _types = new();
    private Sketch? _last;
    private (CSharpCompilation? Previous, int References) _basis;

    /// <summary>The meaning of code that was not run.</summary>
    public Sketch Of(string code)
    {
        lock (_lock)
        {
            var basis = (chain.Last, references.All.Length);
            if (_last is null || _basis != basis) return _last = New(code, null, basis);
            return _last.Code == code ? _last : _last = New(code, _last.Compilation, basis);
        }
    }

    private Sketch New(string code, CSharpCompilation? similar, (CSharpCompilation? Previous, int References) basis)
    {
        _basis = basis;
        var tree = CellSyntax.Parse(code);
        var compilation = similar?.ReplaceSyntaxTree(similar.SyntaxTrees[^1], tree) ?? chain.Sketch(tree);
        return new Sketch(code, compilation, _types.Of([.. references.Visible]));
    }
}

/// <summary>Unfinished code with what its names mean.</summary>
/// <param name="code">The code.</param>
/// <param name="compilation">It alone, on top of the session.</param>
/// <param name="types">The types of the session's references.</param>
internal sealed class Sketch(string code, CSharpCompilation compilation, TypeIndexView types)
{
    private volatile KnownMembers? _members;
    private readonly Lazy<SessionNames> _names = new(() => SessionNames.Before(compilation));

    public string Code => code;

    public CSharpCompilation Compilation => compilation;

    public TypeIndexView Types => types;

    // Files that the code loads come before it.
    public SyntaxNode Root { get; } = compilation.SyntaxTrees[^1].GetRoot();

    public SemanticModel Model { get; } = compilation.GetSemanticModel(compilation.SyntaxTrees[^1]);

    /// <summary>What the cells before declare and import.</summary>
    public SessionNames Session => _names.Value;

    /// <summary>The members of a value, with the extension methods that fit it.</summary>
    /// <remarks>Kept, because trying a thousand extension methods takes most of a completion, and the next letter asks for the same.</remarks>
    public ImmutableArray<ISymbol> Members(ITypeSymbol type, int position)
    {
        if (_members is { } known && known.Position == position && SymbolEqualityComparer.Default.Equals(known.Type, type)) return known.Members;
        var members = Model.LookupSymbols(position, type, includeReducedExtensionMethods: true);
        _members = new KnownMembers(type, position, members);
        return members;
    }

    private sealed record KnownMembers(ITypeSymbol Type, int Position, ImmutableArray<ISymbol> Members);
}
