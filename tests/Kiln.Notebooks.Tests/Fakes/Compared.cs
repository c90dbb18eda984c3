using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Notebooks.Tests;

/// <summary>Comparisons of arms that were never trained.</summary>
internal static class Compared
{
    /// <summary>Arms whose true scores rise from one to the next, over seeds that all share.</summary>
    public static Comparison Over(int seeds, string[] names, bool hasBaseline = false, Pairing pairing = Pairing.Seed)
    {
        var random = new Random(7);
        double Noise() => random.NextDouble() + random.NextDouble() - 1;
        double[] ofSeeds = [.. Enumerable.Range(0, seeds).Select(_ => 0.006 * Noise())];
        var arms = names.Select((name, i) => Arm(name, [.. ofSeeds.Select(common => 0.92 + (0.008 * i) + common + (0.004 * Noise()))], i)).ToList();
        return new Comparison
        {
            Metric = "test_accuracy",
            Data = "digits",
            Pairing = pairing,
            Arms = [.. arms.Select((arm, i) => arm with { IsOnParetoFront = i != 1 })],
            Seeds = [.. Enumerable.Range(0, seeds).Select(seed => (long)seed)],
            Several = SeveralArms.Of([.. arms.Select(arm => new ArmScores(arm.Name, [.. arm.Values]))], new PairedComparisonOptions { Pairing = pairing }, hasBaseline),
            Differences = new ArmDifferences(names, [new ConfigurationDifference("model", names)], [new CodeDifference(names[0], names[1], ["  Flatten(),", "- Linear(32)", "+ Linear(64)"])]),
            PairNames = [.. Enumerable.Range(0, seeds).Select(seed => $"{seed}")],
        };
    }

    private static ComparisonArm Arm(string name, IReadOnlyList<double> values, int place)
    {
        const int epochs = 15;
        ImmutableArray<double> Curve(double lift) => [.. Enumerable.Range(1, epochs).Select(epoch => values.Average() - (0.5 * Math.Exp(-epoch / (2.5 + place))) + (lift / Math.Sqrt(epoch)))];
        return new ComparisonArm(name, [], values, new ArmCost(TimeSpan.FromSeconds(3 + (4 * place)), 12_000 / (place + 1), 2_410 * (place + 1)))
        {
            Curve = values.Count == 0 ? null : new ArmCurve("val_accuracy", values.Count, [.. Enumerable.Range(1, epochs).Select(epoch => (double)epoch)], Curve(0), Curve(-0.03), Curve(0.03)),
        };
    }
}
