using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Proposes what can stand at a cursor in C#: names in scope, members, keywords, named arguments, properties, types.</summary>
internal sealed class Completer(Sketches sketches)
{
    private const int Most = 300;

    /// <summary>What could stand at the cursor, the likeliest first.</summary>
    /// <param name="code">C#.</param>
    /// <param name="position">Index into it.</param>
    public Completions Complete(string code, int position)
    {
        var word = TypedWord.At(code, position);
        if (!word.IsName) return Completions.None(position);
        var sketch = sketches.Of(word.WithPlaceholder);
        var place = PlaceFinder.Find(sketch.Root, word.Start);
        if (place.Kind == PlaceKind.Nothing) return Completions.None(position);
        var expected = ExpectedType.Of(sketch, place);
        return new Completions(word.Start, word.End, Best(Candidates(sketch, place, expected, word.Typed), ExpectedType.Test(sketch, place, expected), word.Typed));
    }

    private static IEnumerable<Candidate> Candidates(Sketch sketch, CompletionPlace place, ITypeSymbol? expected, string typed)
    {
        var scope = new ScopeCandidates(sketch, place.Position, typed);
        var distant = DistantTypes.Of(sketch, scope, typed, _ => true);
        var special = place.Kind switch
        {
            PlaceKind.Member => MemberCandidates.Of(sketch, place),
            PlaceKind.Using => UsingCandidates.Of(sketch, place),
            PlaceKind.Attribute => AttributeCandidates.Of(sketch, scope, typed),
            PlaceKind.Initializer => InitializerCandidates.Of(sketch, place, scope),
            PlaceKind.Override => OverrideCandidates.Of(sketch, place),
            PlaceKind.Label => Labels(place),
            PlaceKind.New => NewCandidates.Of(sketch, place, expected, scope).Concat(DistantTypes.Of(sketch, scope, typed, type => type.CanBeMade)),
            PlaceKind.Type when place.Name?.Parent is CatchDeclarationSyntax => scope.TypesOnly().Select(ExceptionsFirst).Concat(distant),
            PlaceKind.Type or PlaceKind.Constraint or PlaceKind.Declaration => scope.TypesOnly().Concat(distant),
            PlaceKind.Pattern => ValueCandidates.Of(expected).Concat(scope.TypesOnly()).Concat(scope.All().Where(IsConstant)).Concat(distant),
            PlaceKind.Statement or PlaceKind.Expression => ArgumentCandidates.Of(sketch, place).Concat(ValueCandidates.Of(expected)).Concat(scope.All()).Concat(distant),
            PlaceKind.AfterExpression when NamesVariable(sketch, place) => null,
            _ => [],
        };
        return special is null ? [] : special.Concat(KeywordCandidates.Of(place));
    }

    private static List<CompletionItem> Best(IEnumerable<Candidate> candidates, Func<ITypeSymbol, bool>? fits, string typed)
    {
        var shown = candidates
            .Select(candidate => (candidate, match: Match(candidate, typed)))
            .Where(pair => pair.match != NameMatch.None)
            .OrderBy(pair => pair.match)
            .ThenBy(pair => RankOf(pair.candidate, fits))
            .ThenBy(pair => pair.candidate.Order)
            .ThenBy(pair => pair.candidate.Name, StringComparer.OrdinalIgnoreCase)
            .Select(pair => pair.candidate)
            .DistinctBy(candidate => candidate.Text)
            .Where(candidate => !candidate.IsHidden)
            .Take(Most);
        // Only of those shown it is worth reading their attributes.
        return [.. shown.OrderBy(candidate => candidate.IsObsolete).Select(candidate => new CompletionItem(candidate.Text, candidate.Kind, candidate.Description()))];
    }

    private static NameMatch Match(Candidate candidate, string typed)
    {
        var match = NameMatching.Of(candidate.Name, typed);
        return match < NameMatch.PrefixInOtherCase || candidate.Text == candidate.Name ? match : (NameMatch)Math.Min((int)match, (int)NameMatching.Of(candidate.Text, typed));
    }

    private static Rank RankOf(Candidate candidate, Func<ITypeSymbol, bool>? fits)
    {
        if (fits is null || candidate.Rank is not (Rank.Variable or Rank.Member) || candidate.Symbols.Count == 0) return candidate.Rank;
        return candidate.Symbols.Any(symbol => SymbolWords.ValueType(symbol) is { } type && fits(type)) ? Rank.Expected : candidate.Rank;
    }

    private static Candidate ExceptionsFirst(Candidate candidate) =>
        candidate.Name.EndsWith(nameof(Exception), StringComparison.Ordinal) ? candidate with { Rank = Rank.Expected } : candidate;

    private static bool IsConstant(Candidate candidate) => candidate.Symbols is [IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }, ..];

    private static IEnumerable<Candidate> Labels(CompletionPlace place) => place.Token.Parent!.SyntaxTree.GetRoot().DescendantNodes().OfType<LabeledStatementSyntax>()
        .Select(label => new Candidate(label.Identifier.ValueText, "statement", Rank.Variable, () => "label"));

    // In "Stopwatch w|" the user invents a name; in "number i|" a keyword is on its way.
    private static bool NamesVariable(Sketch sketch, CompletionPlace place) =>
        place.Token.Parent is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } && sketch.Model.GetSymbolInfo(declaration.Type).Symbol is ITypeSymbol;
}
