using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>How likely a proposal is meant, best first.</summary>
internal enum Rank
{
    Expected,
    Variable,
    Member,
    Keyword,
    Type,
    Namespace,
}

/// <summary>A proposal before it is ranked; its description is made only if it is shown.</summary>
internal sealed record Candidate(string Text, string Kind, Rank Rank, Func<string> Description)
{
    /// <summary>Symbols of one name, such as a method's overloads.</summary>
    public static Candidate Of(IReadOnlyList<ISymbol> symbols, SemanticModel model, int position)
    {
        var (kind, rank) = Classify(symbols[0]);
        var more = symbols.Count > 1 ? $" (+{symbols.Count - 1})" : "";
        return new Candidate(symbols[0].Name, kind, rank, () => symbols[0].ToMinimalDisplayString(model, position) + more);
    }

    private static (string Kind, Rank Rank) Classify(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => ("instance", Rank.Variable),
        IFieldSymbol { ContainingType.IsScriptClass: true } => ("instance", Rank.Variable),
        IMethodSymbol { ContainingType.IsScriptClass: true } => ("function", Rank.Variable),
        IMethodSymbol => ("function", Rank.Member),
        IPropertySymbol => ("property", Rank.Member),
        IFieldSymbol => ("field", Rank.Member),
        IEventSymbol => ("event", Rank.Member),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => ("interface", Rank.Type),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => ("enum", Rank.Type),
        ITypeSymbol => ("class", Rank.Type),
        INamespaceSymbol => ("module", Rank.Namespace),
        _ => ("text", Rank.Type),
    };
}
