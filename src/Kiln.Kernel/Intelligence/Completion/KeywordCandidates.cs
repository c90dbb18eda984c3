using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Keywords, only where they can stand.</summary>
internal static class KeywordCandidates
{
    private const string Types = "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort";
    private const string Values = "await base checked default delegate false from nameof new null sizeof stackalloc static this throw true typeof unchecked async " + Types;
    private const string Statements = "do fixed for foreach goto if lock return switch try unsafe using var while yield const ref " + Values;
    private const string Declarations = "abstract class const delegate enum event explicit extern file implicit interface internal new operator override partial private "
        + "protected public readonly record ref required sealed static struct unsafe virtual void volatile async fixed " + Types;
    private const string TopLevel = "abstract class const enum event extern interface internal partial private protected public readonly record sealed static struct void";

    /// <summary>The keywords of a place.</summary>
    public static IEnumerable<Candidate> Of(CompletionPlace place) => Words(place).Where(word => word.Length > 0).Distinct().Select(Of);

    /// <summary>One keyword.</summary>
    public static Candidate Of(string word) => new(word, "keyword", Rank.Keyword, () => KeywordHelp.Of(word)?.Summary ?? "keyword");

    private static IEnumerable<string> Words(CompletionPlace place) => place.Kind switch
    {
        PlaceKind.Statement => Split(Statements).Concat(OfStatement(place)),
        PlaceKind.Declaration => Split(Declarations),
        PlaceKind.Expression => Split(Values).Concat(OfArgument(place)),
        PlaceKind.AfterExpression => Split("as is switch with"),
        PlaceKind.AfterClause => Split("ascending by descending equals from group in into join let on orderby select where as is switch with"),
        PlaceKind.In => ["in"],
        PlaceKind.Type => Split(Types + " void delegate ref readonly"),
        PlaceKind.New => Split(Types),
        PlaceKind.Constraint => Split("allows class default new() notnull struct unmanaged"),
        PlaceKind.Pattern => Split("not null true false var default and or typeof nameof " + Types),
        PlaceKind.AfterPattern => Split("and or when"),
        PlaceKind.Accessor => Split("get set init add remove private protected internal readonly"),
        PlaceKind.Yield => Split("return break"),
        _ => [],
    };

    private static string[] Split(string words) => words.Split(' ');

    private static IEnumerable<string> OfStatement(CompletionPlace place)
    {
        var around = place.Token.Parent!;
        if (around.FirstAncestorOrSelf<BlockSyntax>() is null) foreach (var word in Split(TopLevel)) yield return word;
        if (IsInLoop(around))
        {
            yield return "break";
            yield return "continue";
        }
        if (around.FirstAncestorOrSelf<SwitchStatementSyntax>() is not null) foreach (var word in Split("break case default")) yield return word;
        if (place.Before.Parent is BlockSyntax or StatementSyntax) foreach (var word in Continuations(place.Before)) yield return word;
    }

    // What may follow the block or statement that ends before the cursor.
    private static IEnumerable<string> Continuations(SyntaxToken before)
    {
        for (var node = before.Parent; node is not null && node.Span.End == before.Span.End; node = node.Parent)
            switch (node)
            {
                case BlockSyntax { Parent: TryStatementSyntax or CatchClauseSyntax }:
                    yield return "catch";
                    yield return "finally";
                    break;
                case StatementSyntax { Parent: IfStatementSyntax { Else: null } }:
                    yield return "else";
                    break;
            }
    }

    private static IEnumerable<string> OfArgument(CompletionPlace place)
    {
        if (place.Name?.Parent is ArgumentSyntax) foreach (var word in Split("ref out in")) yield return word;
        if (place.Before.IsKind(SyntaxKind.ElseKeyword)) yield return "if";
    }

    private static bool IsInLoop(SyntaxNode node) => node.Ancestors()
        .TakeWhile(outer => outer is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
        .Any(outer => outer is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
}
