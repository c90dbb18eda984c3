using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>How likely a proposal is meant, best first.</summary>
internal enum Rank
{
    Expected,
    Variable,
    Member,
    Argument,
    Keyword,
    Type,
    Namespace,

    /// <summary>A type whose namespace is not imported.</summary>
    Distant,
}

/// <summary>A proposal before it is ranked; its description is made only if it is shown.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Kind">Jupyter's word for what it is.</param>
/// <param name="Rank">How likely it is meant.</param>
/// <param name="Description">Makes the signature or summary.</param>
internal sealed record Candidate(string Text, string Kind, Rank Rank, Func<string> Description)
{
    /// <summary>The order of what is imported: behind all that the session declares.</summary>
    public const int OfImports = 100_000;

    /// <summary>What the typed letters are compared with.</summary>
    public string Name { get; init; } = Text;

    /// <summary>Place among those of one rank, lowest first: newness of variables, distance of base types.</summary>
    public int Order { get; init; }

    /// <summary>Its symbols, such as a method's overloads; empty for keywords and types known by name only.</summary>
    public IReadOnlyList<ISymbol> Symbols { get; init; } = [];

    /// <summary>The type, where it is known by name only.</summary>
    public TypeEntry? Type { get; init; }

    /// <summary>Symbols of one name, such as a method's overloads.</summary>
    public static Candidate Of(IReadOnlyList<ISymbol> symbols, int order = 0)
    {
        var symbol = symbols[0];
        var (kind, rank) = SymbolWords.Classify(symbol);
        var more = symbols.Count > 1 ? $" (+{symbols.Count - 1})" : "";
        return new Candidate(SymbolWords.Name(symbol), kind, rank, () => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + more)
        {
            Symbols = symbols,
            Order = order,
        };
    }

    public bool IsHidden => Symbols.Count > 0 && Symbols.All(SymbolWords.IsHidden);

    public bool IsObsolete => Type?.IsObsolete ?? (Symbols.Count > 0 && Symbols.All(SymbolWords.IsObsolete));

    /// <summary>A type known by its name.</summary>
    public static Candidate Of(TypeEntry type) => new(type.Name, SymbolWords.KindOf(type.Kind), Rank.Type, () => type.Description)
    {
        Type = type,
        Order = OfImports,
    };

    /// <summary>A namespace.</summary>
    public static Candidate OfNamespace(string name, string parent) =>
        new(name, "module", Rank.Namespace, () => $"namespace {(parent.Length > 0 ? parent + "." : "")}{name}");
}
