using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs.Tests;

/// <summary>What comes of following the verdict's advice once: six seeds, and where they cannot tell, as many more as it says.</summary>
/// <param name="AtOnce">Share of comparisons with a winner over six seeds.</param>
/// <param name="Advised">Share that could not tell and were told to add at most <see cref="Affordable"/> seeds.</param>
/// <param name="MedianAdded">Median of the seeds added by these.</param>
/// <param name="Then">Share of these with a winner after that.</param>
/// <param name="Wrong">Share of all comparisons that called the worse arm, or any arm where both are equal.</param>
internal sealed record AddedSeeds(double AtOnce, double Advised, double MedianAdded, double Then, double Wrong)
{
    public const int Affordable = 50;
    private const int Pilot = 6;
    private const double Spread = 0.02;

    /// <summary>Simulates it.</summary>
    /// <param name="deviations">True difference, in standard deviations of the paired differences.</param>
    public static AddedSeeds Simulate(double deviations)
    {
        var random = new Random((int)(100 * deviations));
        var (atOnce, then, wrong) = (0, 0, 0);
        var added = new List<int>();
        for (var simulation = 0; simulation < Simulation.Count; simulation++)
        {
            ImmutableArray<double> differences = [.. Draw(random, deviations, Pilot)];
            var comparison = Compare(differences);
            if (comparison.PairsToAdd is <= Affordable and { } more)
            {
                added.Add(more);
                comparison = Compare([.. differences, .. Draw(random, deviations, more)]);
                if (HasWinner(comparison)) then++;
            }
            else if (HasWinner(comparison))
            {
                atOnce++;
            }
            if (comparison.Verdict == ComparisonVerdict.ABetter || (deviations == 0 && HasWinner(comparison))) wrong++;
        }
        added.Sort();
        return new AddedSeeds(
            (double)atOnce / Simulation.Count, (double)added.Count / Simulation.Count, added.Count == 0 ? 0 : added[added.Count / 2], then / (double)Math.Max(1, added.Count), (double)wrong / Simulation.Count);
    }

    private static IEnumerable<double> Draw(Random random, double deviations, int n) =>
        Enumerable.Range(0, n).Select(_ => Spread * Normal.Sample(random, deviations, 1));

    private static PairedComparison Compare(ImmutableArray<double> differences) =>
        PairedComparison.Of(new double[differences.Length], differences, new PairedComparisonOptions { Rope = 0.001 });

    private static bool HasWinner(PairedComparison comparison) => comparison.Verdict is ComparisonVerdict.ABetter or ComparisonVerdict.BBetter;
}
