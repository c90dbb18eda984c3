using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Several arms compared over the same pairs: every two of them, with Holm's correction, and what may be said of the best.</summary>
/// <remarks>
/// The more pairs of arms are compared, the likelier one of them differs by chance. Holm's correction keeps the chance of calling any
/// winner among equal arms at alpha; its price is that more seeds are needed: three arms make three comparisons, and p can reach
/// alpha only from 7 seeds on.
/// </remarks>
public sealed record SeveralArms
{
    private SeveralArms(ImmutableArray<ArmScores> arms, PairedComparisonOptions options, bool hasBaseline)
    {
        (Arms, Options, HasBaseline) = (arms, options, hasBaseline);
        Means = [.. arms.Select(arm => ArmMean.Of(arm.Values, options))];
        Ranking = [.. Enumerable.Range(0, arms.Length).OrderBy(arm => options.HigherIsBetter ? -Means[arm].Mean : Means[arm].Mean)];
        Pairs = hasBaseline ? ArmPair.WithFirst(arms, options) : ArmPair.All(arms, options);
    }

    /// <summary>The arms, (k), in the order given.</summary>
    public ImmutableArray<ArmScores> Arms { get; }

    /// <summary>Mean, spread and interval of each arm, (k): for dots with intervals. Two that overlap may still differ pair by pair.</summary>
    public ImmutableArray<MeanInterval> Means { get; }

    /// <summary>Indices of the arms by their means, the best first, (k).</summary>
    public ImmutableArray<int> Ranking { get; }

    /// <summary>Whether the first arm is a baseline: the others are compared with it and not with one another, so that fewer seeds are needed.</summary>
    public bool HasBaseline { get; }

    /// <summary>Index of the arm that the verdict holds the others against: the baseline, else the one with the best mean.</summary>
    public int Reference => HasBaseline ? 0 : Ranking[0];

    /// <summary>Every two arms compared, k (k - 1) / 2 of them; with a baseline the k - 1 of it and another.</summary>
    public ImmutableArray<ArmPair> Pairs { get; }

    /// <summary>How it is judged.</summary>
    public PairedComparisonOptions Options { get; }

    /// <summary>Arms that <see cref="Reference"/> is better than, as far as the data tell; indices, best first.</summary>
    public ImmutableArray<int> Beaten => Against(Outcome.Worse);

    /// <summary>Arms that are better than the baseline, as far as the data tell; indices, best first; empty without a baseline.</summary>
    public ImmutableArray<int> BetterThanBaseline => Against(Outcome.Better);

    /// <summary>Arms that are practically the same as <see cref="Reference"/>; indices, best first.</summary>
    public ImmutableArray<int> Same => Against(Outcome.Same);

    /// <summary>Arms of which it cannot be told yet how they differ from <see cref="Reference"/>; indices, best first.</summary>
    public ImmutableArray<int> Undecided => Against(Outcome.Undecided);

    /// <summary>How many pairs to add so that the undecided ones show their difference from <see cref="Reference"/>; null where none are, or too many would be needed.</summary>
    public int? PairsToAdd
    {
        get
        {
            var missing = Undecided.Select(arm => Between(Reference, arm).Comparison.PairsToAdd).ToList();
            return missing.Count == 0 || missing.Contains(null) ? null : missing.Max();
        }
    }

    /// <summary>The verdict in words.</summary>
    public string Sentence => SeveralArmsWords.Of(this);

    /// <summary>Compares arms.</summary>
    /// <param name="arms">At least two arms of different names, all with the same number of scores, pair by pair.</param>
    /// <param name="options">How to judge; the names and the number of comparisons are set here.</param>
    /// <param name="hasBaseline">Whether the first arm is a baseline, with which alone the others are compared; default no.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are fewer than two arms, names repeat, or the numbers of scores differ.</exception>
    public static SeveralArms Of(IReadOnlyList<ArmScores> arms, PairedComparisonOptions? options = null, bool hasBaseline = false)
    {
        if (arms.Count < 2)
            throw new ArgumentException($"{nameof(SeveralArms)}: expected at least 2 arms, got {arms.Count}. Name what to compare with.");
        if (arms.GroupBy(arm => arm.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"{nameof(SeveralArms)}: expected arms of different names, got '{twice.Key}' {twice.Count()} times. Name each arm once.");
        if (arms.FirstOrDefault(arm => arm.Values.Length != arms[0].Values.Length) is { } other)
            throw new ArgumentException($"{nameof(SeveralArms)}: expected {arms[0].Values.Length} scores of each arm, got {other.Values.Length} of '{other.Name}'. Give the scores of the same seeds.");
        return new SeveralArms([.. arms], options ?? new PairedComparisonOptions(), hasBaseline);
    }

    /// <summary>The comparison of two arms.</summary>
    /// <param name="one">Index of an arm.</param>
    /// <param name="other">Index of another.</param>
    /// <exception cref="ArgumentException">They are the same arm, there is no such arm, or with a baseline neither is the baseline.</exception>
    public ArmPair Between(int one, int other) =>
        Pairs.FirstOrDefault(pair => (pair.A, pair.B) == (Math.Min(one, other), Math.Max(one, other)))
        ?? throw new ArgumentException($"{nameof(SeveralArms)}: expected two different arms from 0 to {Arms.Length - 1}{(HasBaseline ? ", one of them the baseline 0" : "")}, got {one} and {other}.");

    private ImmutableArray<int> Against(Outcome wanted) => [.. Ranking.Where(arm => arm != Reference && Of(arm) == wanted)];

    private Outcome Of(int arm)
    {
        var pair = Between(Reference, arm);
        return pair.Comparison.Verdict switch
        {
            ComparisonVerdict.CannotTell => Outcome.Undecided,
            ComparisonVerdict.PracticallySame => Outcome.Same,
            var winner => (winner == ComparisonVerdict.ABetter ? pair.A : pair.B) == arm ? Outcome.Better : Outcome.Worse,
        };
    }

    /// <summary>What is said of an arm beside <see cref="Reference"/>.</summary>
    private enum Outcome
    {
        Better,
        Worse,
        Same,
        Undecided,
    }
}
