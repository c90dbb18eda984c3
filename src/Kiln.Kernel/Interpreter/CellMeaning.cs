using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Kernel;

/// <summary>What the <see cref="CheckpointWeaver"/> cannot read off the syntax. Binding costs time: it is asked only where it must.</summary>
/// <param name="typed">The cell as the user typed it, and the files that it loads.</param>
/// <param name="tree">The tree in question.</param>
internal sealed class CellMeaning(CSharpCompilation typed, SyntaxTree tree)
{
    private readonly Lazy<SemanticModel> _model = new(() => typed.GetSemanticModel(tree));

    /// <summary>What a lambda without braces does with its expression; null for one that becomes an expression tree, or does not compile.</summary>
    public ArrowResult? ResultOf(AnonymousFunctionExpressionSyntax lambda)
    {
        if (TargetOf(lambda) is not { TypeKind: TypeKind.Delegate }) return null;
        return _model.Value.GetSymbolInfo(lambda).Symbol switch
        {
            IMethodSymbol { ReturnType.TypeKind: TypeKind.Error } => null,
            IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } } => ArrowResult.Dropped,
            IMethodSymbol => ArrowResult.Returned,
            _ => null,
        };
    }

    /// <summary>The method of <see cref="CellEnd"/> to call in place of one that would end the process; null for any other call.</summary>
    public string? EndOfProcess(InvocationExpressionSyntax call)
    {
        if (_model.Value.GetSymbolInfo(call).Symbol is not IMethodSymbol method) return null;
        return method.ContainingType?.ToDisplayString() switch
        {
            "System.Environment" when method.Name is nameof(CellEnd.Exit) or nameof(CellEnd.FailFast) => method.Name,
            "System.Diagnostics.Process" when method.Name == nameof(CellEnd.Kill) && IsOwnProcess(call) => method.Name,
            _ => null,
        };
    }

    /// <summary>Whether a query becomes expression trees, for a database or another reader.</summary>
    public bool IsData(QueryExpressionSyntax query) => query.DescendantNodes().Where(static node => node is QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax)
        .Any(clause => CallOf(clause)?.Parameters.Any(static parameter => IsExpression(parameter.Type)) == true);

    /// <summary>The method that a part of a query becomes a call of; null where it becomes none.</summary>
    public IMethodSymbol? CallOf(SyntaxNode part) =>
        (part is QueryClauseSyntax clause ? _model.Value.GetQueryClauseInfo(clause).OperationInfo : _model.Value.GetSymbolInfo(part)).Symbol as IMethodSymbol;

    /// <summary>Which parameters of a call the compiler gives the text of an argument, and that text.</summary>
    /// <param name="call">The call, a new object or an indexed value.</param>
    public IEnumerable<(string Parameter, string Text)> ArgumentTexts(SyntaxNode call)
    {
        if (!ParametersOf(_model.Value.GetSymbolInfo(call).Symbol).Any(TakesText)) return [];
        return from argument in ArgumentsOf(_model.Value.GetOperation(call))
               where argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && TakesText(parameter)
               where argument.Value.ConstantValue is { HasValue: true, Value: string }
               select (argument.Parameter!.Name, (string)argument.Value.ConstantValue.Value!);
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation indexer => indexer.Arguments,
        _ => [],
    };

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol? called) => called switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol indexer => indexer.Parameters,
        _ => [],
    };

    private static bool TakesText(IParameterSymbol parameter) =>
        parameter.IsOptional && parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(CallerArgumentExpressionAttribute));

    private static bool IsExpression(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    // A cast's operand has no converted type of its own.
    private ITypeSymbol? TargetOf(ExpressionSyntax lambda)
    {
        var outer = lambda;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesis) outer = parenthesis;
        return outer.Parent is CastExpressionSyntax cast ? _model.Value.GetTypeInfo(cast).Type : _model.Value.GetTypeInfo(lambda).ConvertedType;
    }

    private bool IsOwnProcess(InvocationExpressionSyntax kill) =>
        kill.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver }
        && _model.Value.GetSymbolInfo(receiver).Symbol?.Name == nameof(System.Diagnostics.Process.GetCurrentProcess);
}

/// <summary>What becomes of the expression behind an arrow.</summary>
internal enum ArrowResult
{
    Returned,
    Dropped,
}
