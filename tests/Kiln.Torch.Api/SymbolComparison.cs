using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Torch.Api;

/// <summary>Compares what a call site resolves to with what the list says.</summary>
internal static class SymbolComparison
{
    /// <summary>The member that a call site uses.</summary>
    public static ISymbol? Used(SemanticModel model, MemberDeclarationSyntax site)
    {
        if (site is ClassDeclarationSyntax { Members: [.., var member] }) site = member;
        if (site is ConstructorDeclarationSyntax { Initializer: { } initializer }) return model.GetSymbolInfo(initializer).Symbol;
        if (site is not MethodDeclarationSyntax method) return null;
        var expression = method.ExpressionBody?.Expression
            ?? method.DescendantNodes().OfType<EqualsValueClauseSyntax>().FirstOrDefault()?.Value;
        if (expression is null) return null;
        return model.GetSymbolInfo(expression).Symbol switch
        {
            null or IParameterSymbol => model.GetConversion(expression).MethodSymbol,
            var symbol => symbol,
        };
    }

    /// <summary>The protected member that a derived class would use if its base were not sealed.</summary>
    public static ISymbol? ProtectedInSealed(SemanticModel model, MemberDeclarationSyntax site, ApiMember member)
    {
        if (site is not ClassDeclarationSyntax { BaseList.Types: [var above] } || model.GetTypeInfo(above.Type).Type is not { IsSealed: true } type) return null;
        for (var owner = type; owner is not null; owner = owner.BaseType)
            foreach (var method in owner.GetMembers(member.Name).OfType<IMethodSymbol>())
                if (method.DeclaredAccessibility == Accessibility.Protected && method.Parameters.Select(parameter => parameter.Name).SequenceEqual(member.Parameters.Select(parameter => parameter.Name)))
                    return method;
        return null;
    }

    /// <summary>Whether the parameters of the used member have the types of the arguments.</summary>
    public static bool HasTypesOf(Compilation compilation, SemanticModel model, MemberDeclarationSyntax site, ISymbol used)
    {
        if (site is ClassDeclarationSyntax { Members: [.., var member] }) site = member;
        var parameters = used switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };
        if (model.GetDeclaredSymbol(site) is not IMethodSymbol declared) return false;
        var arguments = declared.Parameters.SkipWhile(parameter => parameter.Name == "self").ToList();
        return arguments.Count <= parameters.Length
            && arguments.Zip(parameters).All(pair => compilation.ClassifyConversion(pair.First.Type, pair.Second.Type).IsIdentity);
    }

    /// <summary>How the used member differs from the list in the order or the defaults of its parameters.</summary>
    public static string? Difference(ApiMember member, ISymbol used)
    {
        if (used is not IMethodSymbol { MethodKind: not (MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.BuiltinOperator) } method) return null;
        var parameters = (method.ReducedFrom ?? method).Parameters;
        if (parameters.Length < member.Parameters.Count) return null;
        return member.Parameters.Zip(parameters)
            .Select(pair => Difference(pair.First, pair.Second)).FirstOrDefault(difference => difference is not null);
    }

    private static string? Difference(ApiParameter listed, IParameterSymbol own)
    {
        if (listed.Name != own.Name) return $"parameter '{own.Name}' stands where the list has '{listed.Name}'";
        if (listed.Modifier == "params" && !own.IsParams) return $"parameter '{own.Name}' is not params";
        if (listed.Default is null || !own.HasExplicitDefaultValue) return null;
        return Same(listed.Default, own) ? null : $"parameter '{own.Name}' has the default {Text(own)}, the list has {listed.Default}";
    }

    private static bool Same(string listed, IParameterSymbol own)
    {
        var value = own.ExplicitDefaultValue;
        var type = own.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : own.Type;
        if (value is null) return listed == "null" || listed.StartsWith("default(", StringComparison.Ordinal);
        if (type.TypeKind == TypeKind.Enum)
            return type.GetMembers(listed).FirstOrDefault() is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value);
        if (value is string or char) return listed.Trim('"', '\'') == value.ToString();
        if (value is bool flag) return listed == (flag ? "true" : "false");
        return double.TryParse(listed, CultureInfo.InvariantCulture, out var number)
            && (float)number == Convert.ToSingle(value, CultureInfo.InvariantCulture);
    }

    private static string Text(IParameterSymbol own) => Convert.ToString(own.ExplicitDefaultValue, CultureInfo.InvariantCulture) ?? "null";
}
