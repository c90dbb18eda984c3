using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>A symbol's signature.</summary>
internal static class SignatureText
{
    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat Members = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMemberOptions(SymbolDisplayMemberOptions.IncludeConstantValue);

    public static string Of(ISymbol symbol) => symbol switch
    {
        // Declared at a cell's top level, it belongs to no type that the user knows.
        INamedTypeSymbol { ContainingType.IsScriptClass: true } type => type.ToDisplayString(Types.WithTypeQualification()),
        ITypeSymbol { TypeKind: not TypeKind.Array } or INamespaceSymbol => symbol.ToDisplayString(Types),
        _ => symbol.ToDisplayString(Members),
    };

    private static SymbolDisplayFormat WithTypeQualification(this SymbolDisplayFormat format) => new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: format.GenericsOptions,
        delegateStyle: format.DelegateStyle,
        parameterOptions: format.ParameterOptions,
        kindOptions: format.KindOptions,
        miscellaneousOptions: format.MiscellaneousOptions);
}
