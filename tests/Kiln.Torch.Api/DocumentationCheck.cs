using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kiln.Torch.Api;

/// <summary>Something that the documentation of a public member lacks.</summary>
/// <param name="Type">The type it belongs to.</param>
/// <param name="Member">The member, or the type itself.</param>
/// <param name="Lack">What is missing.</param>
public sealed record DocumentationGap(string Type, string Member, string Lack);

/// <summary>Holds the documentation of Kiln.Torch against the rules: a summary, a shape, a source.</summary>
public sealed partial class DocumentationCheck
{
    private readonly XmlComments _comments;
    private readonly IAssemblySymbol _assembly;

    /// <summary>Reads an assembly and the documentation file beside it.</summary>
    /// <param name="path">The path of the assembly.</param>
    public DocumentationCheck(string path)
    {
        _comments = new XmlComments(Path.ChangeExtension(path, ".xml"));
        _assembly = CompilationFrame.Load(path);
    }

    /// <summary>All gaps, in the order of the types.</summary>
    public IEnumerable<DocumentationGap> Gaps() =>
        CompilationFrame.Types(_assembly.GlobalNamespace).Where(IsVisible).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .SelectMany(type => type.GetMembers().Where(IsDocumented).Prepend(type))
            .SelectMany(symbol => Lacks(symbol).Select(lack => new DocumentationGap(TypeName(symbol), symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), lack)));

    private IEnumerable<string> Lacks(ISymbol symbol)
    {
        foreach (var reference in _comments.Unresolved(symbol)) yield return $"inheritdoc leads nowhere: {reference}";
        var elements = _comments.Of(symbol);
        if (!IsInheritedFromPlatform(symbol) && !_comments.InheritsFromPlatform(symbol) && !elements.Any(element => element.Name == "summary" && element.Value.Trim().Length > 0)) yield return "summary";
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && MentionsTensor(method.ReturnType) && !StatesShape(method, elements)) yield return "shape in returns";
        if (NeedsLink(symbol) && !HasLink(symbol, elements)) yield return "source";
    }

    /// <summary>Types, functions and methods of a tensor name their source; small kinds of values have none.</summary>
    private static bool NeedsLink(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } type => !InheritsFrom(type, "Exception"),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false } method =>
            (method.IsStatic && char.IsLower(method.ContainingType.Name[0])) || (method.ContainingType.Name == "Tensor" && MentionsTensor(method.ReturnType)),
        _ => false,
    };

    private bool HasLink(ISymbol symbol, IReadOnlyList<XElement> elements)
    {
        if (elements.Any(element => Link().IsMatch(element.ToString()))) return true;
        if (symbol is INamedTypeSymbol type)
            return (type.ContainingType is { } outer && outer.Name != "torch" && HasLink(outer, _comments.Of(outer)))
                || (type.BaseType?.ContainingAssembly?.Name == _assembly.Name && HasLink(type.BaseType.OriginalDefinition, _comments.Of(type.BaseType.OriginalDefinition)));
        var returned = ((IMethodSymbol)symbol).ReturnType as INamedTypeSymbol;
        if (returned is { Name: not "Tensor" } && returned.ContainingAssembly?.Name == _assembly.Name && HasLink(returned.OriginalDefinition, _comments.Of(returned.OriginalDefinition))) return true;
        return symbol.ContainingType.Name is not ("torch" or "Tensor") && HasLink(symbol.ContainingType, _comments.Of(symbol.ContainingType));
    }

    /// <summary>What a module gives stands with its class, because every module has the same method.</summary>
    private bool StatesShape(IMethodSymbol method, IReadOnlyList<XElement> elements) =>
        elements.Any(element => element.Name == "returns" && Shape().IsMatch(element.ToString()))
        || (method is { IsOverride: true, Name: "forward" } && _comments.Of(method.ContainingType).Any(element => Shape().IsMatch(element.ToString())));

    private static bool MentionsTensor(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MentionsTensor(array.ElementType),
        INamedTypeSymbol { Name: "Tensor" } => true,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => MentionsTensor(element.Type)),
        _ => false,
    };

    private static bool IsInheritedFromPlatform(ISymbol symbol) =>
        symbol is { IsOverride: true, Name: "ToString" or "Equals" or "GetHashCode" } || (symbol.Name is "Dispose" or "GetEnumerator" && symbol.Kind == SymbolKind.Method);

    private static bool InheritsFrom(INamedTypeSymbol type, string name) =>
        type.Name == name || (type.BaseType is { } above && InheritsFrom(above, name));

    private static bool IsDocumented(ISymbol symbol) =>
        IsVisible(symbol) && !symbol.IsImplicitlyDeclared && symbol is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null }) && !IsCompilerMade(symbol);

    private static bool IsCompilerMade(ISymbol symbol) =>
        symbol.Name.StartsWith('<') || symbol.Name == "value__" || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }) || symbol.ContainingType.IsRecord;

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private static string TypeName(ISymbol symbol) => (symbol as INamedTypeSymbol ?? symbol.ContainingType).ToDisplayString();

    [GeneratedRegex("https?://")]
    private static partial Regex Link();

    [GeneratedRegex(@"\((\)|[A-Z*…\d][^)]*\)|[^)]*,[^)]*\))|shapes?\b|\b(size|sizes|scalar|itself|element|elements|dimension|dimensions|length)\b|\b([Tt]his|[Tt]he same|[Tt]he given) tensor\b")]
    private static partial Regex Shape();
}
