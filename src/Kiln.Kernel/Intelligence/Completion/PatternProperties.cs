using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Properties in a pattern in braces.</summary>
internal static class PatternProperties
{
    /// <summary>The type whose properties a pattern in braces names.</summary>
    public static ITypeSymbol? InputOf(SemanticModel model, RecursivePatternSyntax pattern)
    {
        if (pattern.Type is { } type) return model.GetTypeInfo(type).Type;
        return pattern.Parent switch
        {
            IsPatternExpressionSyntax test => model.GetTypeInfo(test.Expression).Type,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => model.GetTypeInfo(choice.GoverningExpression).Type,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
            SubpatternSyntax outer => TypeOf(model, outer),
            _ => model.GetTypeInfo(pattern).Type,
        };
    }

    /// <summary>The type of the property that a part of the pattern tests.</summary>
    public static ITypeSymbol? TypeOf(SemanticModel model, SubpatternSyntax part) =>
        part.ExpressionColon?.Expression is { } property && model.GetSymbolInfo(property).Symbol is { } symbol ? SymbolWords.ValueType(symbol) : null;
}
