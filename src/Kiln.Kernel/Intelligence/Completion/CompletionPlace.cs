using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the grammar allows at a cursor.</summary>
internal enum PlaceKind
{
    /// <summary>Nothing to propose: text, comments, numbers, names that are being invented.</summary>
    Nothing,

    /// <summary>Where a statement starts.</summary>
    Statement,

    /// <summary>Behind modifiers, or in a type's body.</summary>
    Declaration,

    Expression,

    /// <summary>Behind a complete expression: <c>is</c>, <c>switch</c>, …</summary>
    AfterExpression,

    /// <summary>Behind a complete clause of a query.</summary>
    AfterClause,

    /// <summary>Behind <c>foreach (var x</c>.</summary>
    In,

    /// <summary>Where only a type can stand.</summary>
    Type,

    /// <summary>Behind <c>where T :</c>.</summary>
    Constraint,

    /// <summary>Behind <c>new</c>.</summary>
    New,

    Pattern,

    /// <summary>Behind a pattern.</summary>
    AfterPattern,

    /// <summary>Behind a dot.</summary>
    Member,

    /// <summary>In a using directive.</summary>
    Using,

    Attribute,

    /// <summary>A property in an initialiser, or in a pattern in braces.</summary>
    Initializer,

    /// <summary>Behind <c>override</c>.</summary>
    Override,

    Accessor,

    Label,

    /// <summary>Behind <c>yield</c>.</summary>
    Yield,
}

/// <summary>A cursor in the syntax of a sketch.</summary>
/// <param name="Kind">What the grammar allows.</param>
/// <param name="Token">The placeholder at the cursor.</param>
/// <param name="Before">The token before it.</param>
internal sealed record CompletionPlace(PlaceKind Kind, SyntaxToken Token, SyntaxToken Before)
{
    /// <summary>The placeholder as a name; null where the grammar sees a new name there, or nothing.</summary>
    public SimpleNameSyntax? Name => Token.Parent as SimpleNameSyntax;

    public int Position => Token.SpanStart;
}
