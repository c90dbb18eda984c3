using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>Words about symbols.</summary>
internal static class SymbolWords
{
    /// <summary>Jupyter's word for a symbol, and its rank.</summary>
    public static (string Kind, Rank Rank) Classify(ISymbol symbol) => symbol switch
    {
        IParameterSymbol => ("param", Rank.Variable),
        ILocalSymbol or IRangeVariableSymbol => ("instance", Rank.Variable),
        IFieldSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } => ("instance", Rank.Variable),
        IMethodSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => ("function", Rank.Variable),
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

    /// <summary>Jupyter's word for C#'s: it knows no structs and delegates.</summary>
    public static string KindOf(string typeKind) => typeKind is "interface" or "enum" ? typeKind : "class";

    /// <summary>The name as code says it, with its <c>@</c> where it is a keyword.</summary>
    public static string Name(ISymbol symbol) => SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    /// <summary>Whether editors shall not show it.</summary>
    public static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: 1 }] });

    public static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    /// <summary>The type of the value that the symbol's name stands for, or null.</summary>
    public static ITypeSymbol? ValueType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
        _ => null,
    };
}
