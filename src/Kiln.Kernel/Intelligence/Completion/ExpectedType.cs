using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>The type of value that a place asks for.</summary>
internal static class ExpectedType
{
    /// <summary>The type, or null where anything goes.</summary>
    public static ITypeSymbol? Of(Sketch sketch, CompletionPlace place)
    {
        if (place.Name is not { } name) return null;
        SyntaxNode value = name;
        while (value.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax
            or ObjectCreationExpressionSyntax or ConditionalExpressionSyntax or QualifiedNameSyntax)
        {
            if (value.Parent is ConditionalExpressionSyntax choice && choice.Condition == value) return Bool(sketch);
            value = value.Parent;
        }
        return Useful(OfParent(sketch, value));
    }

    /// <summary>Whether a value is what the place asks for; null where anything is.</summary>
    public static Func<ITypeSymbol, bool>? Test(Sketch sketch, CompletionPlace place, ITypeSymbol? expected)
    {
        if (IsAwaited(place)) return IsAwaitable;
        return expected is null ? null : type => sketch.Compilation.HasImplicitConversion(type, expected);
    }

    private static bool IsAwaited(CompletionPlace place)
    {
        SyntaxNode? value = place.Name;
        while (value?.Parent is MemberAccessExpressionSyntax access && access.Name == value) value = access;
        return value?.Parent is AwaitExpressionSyntax;
    }

    private static bool IsAwaitable(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType) if (at.GetMembers("GetAwaiter").Length > 0) return true;
        return false;
    }

    private static ITypeSymbol? Useful(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        return type is null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object or SpecialType.System_Void } ? null : type;
    }

    private static ITypeSymbol? OfParent(Sketch sketch, SyntaxNode value)
    {
        var model = sketch.Model;
        return value.Parent switch
        {
            ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument => OfArgument(model, list, list.Arguments.IndexOf(argument)),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } =>
                declaration.Type.IsVar ? null : model.GetTypeInfo(declaration.Type).Type,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetTypeInfo(property.Type).Type,
            EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } } => model.GetTypeInfo(type).Type,
            AssignmentExpressionSyntax assignment when assignment.Right == value => model.GetTypeInfo(assignment.Left).Type,
            BinaryExpressionSyntax binary => OfOperand(sketch, binary, value),
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax => Bool(sketch),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => Bool(sketch),
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => OfReturn(model, value),
            ThrowStatementSyntax or ThrowExpressionSyntax => sketch.Compilation.GetTypeByMetadataName("System.Exception"),
            LambdaExpressionSyntax lambda => (model.GetTypeInfo(lambda).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType,
            PatternSyntax pattern => OfPattern(model, pattern),
            _ => null,
        };
    }

    private static ITypeSymbol Bool(Sketch sketch) => sketch.Compilation.GetSpecialType(SpecialType.System_Boolean);

    private static ITypeSymbol? OfArgument(SemanticModel model, BaseArgumentListSyntax list, int index)
    {
        var types = Calls.Overloads(model, list.Parent).Select(method => Calls.Parameter(method, list, index)?.Type).OfType<ITypeSymbol>()
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).Take(2).ToList();
        // Overloads that disagree ask for nothing in particular.
        return types is [var only] ? only : types.FirstOrDefault(type => type.TypeKind == TypeKind.Enum);
    }

    private static ITypeSymbol? OfOperand(Sketch sketch, BinaryExpressionSyntax binary, SyntaxNode value)
    {
        if (binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression) return Bool(sketch);
        if (binary.Right != value || binary.Kind() is SyntaxKind.AsExpression or SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression) return null;
        return sketch.Model.GetTypeInfo(binary.Left).Type;
    }

    private static ITypeSymbol? OfReturn(SemanticModel model, SyntaxNode value)
    {
        if (model.GetEnclosingSymbol(value.SpanStart) is not IMethodSymbol method) return null;
        if (!method.IsAsync) return method.ReturnType;
        return (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
    }

    private static ITypeSymbol? OfPattern(SemanticModel model, PatternSyntax pattern)
    {
        var outer = pattern;
        while (outer.Parent is BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax) outer = (PatternSyntax)outer.Parent;
        return outer.Parent switch
        {
            IsPatternExpressionSyntax test => model.GetTypeInfo(test.Expression).Type,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => model.GetTypeInfo(choice.GoverningExpression).Type,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
            SubpatternSyntax subpattern => PatternProperties.TypeOf(model, subpattern),
            _ => null,
        };
    }
}
