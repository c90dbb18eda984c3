using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs.Tests;

/// <summary>How often the statistics keep their promises, counted over 2,000 seeded simulations.</summary>
internal static class Simulation
{
    public const int Count = 2000;

    /// <summary>Where the level is exactly alpha, so that only many simulations tell it from a little more.</summary>
    public const int FoldCount = 100 * Count;

    /// <summary>Share of sign-flip intervals that hold the true mean.</summary>
    public static double SignFlipCoverage(Population population, int n) => Share(population, n, differences =>
        Covers(SignFlipInterval.Of(differences) is var i ? (i.Low, i.High) : default, population));

    /// <summary>Share of t intervals that hold the true mean.</summary>
    public static double TCoverage(Population population, int n) => Share(population, n, values =>
        Covers(MeanInterval.Of(values) is var i ? (i.Low, i.High) : default, population));

    /// <summary>Share of the intervals shown for an arm's own mean over seeds that hold the true mean.</summary>
    public static double ArmMeanCoverage(Population population, int n) => Share(population, n, values =>
        Covers(ArmMean.Of(values, new PairedComparisonOptions()) is var i ? (i.Low, i.High) : default, population));

    /// <summary>Share of BCa intervals that hold the true mean, also where there are too few values to be given one.</summary>
    public static double BcaCoverage(Population population, int n)
    {
        var draws = new MathNet.Numerics.Random.Xoshiro256StarStar(5, threadSafe: false);
        return Share(population, n, values =>
            Covers(BootstrapEnds.Bca(values, new Resampling(values, 999, draws.Next).Means(), 0.05) is var i ? (i.Low, i.High) : default, population));
    }

    /// <summary>Share of samples around zero in which the sign-flip test rejects at .05, over ten times as many simulations.</summary>
    public static double FalseAlarms(Population population, int n) => Share(population, n, 10 * Count, differences =>
        SignFlipTest.Of([.. differences.Select(difference => difference - population.Mean)]).PValue <= 0.05);

    /// <summary>Share of comparisons of two arms, both drawn from the population, in which the verdict calls a winner.</summary>
    public static double WinnersOfEqualArms(Population population, int n, int count = 10 * Count) => Share(population, 2 * n, count, values =>
        PairedComparison.Of([.. values.Take(n)], [.. values.Skip(n)]).Verdict is ComparisonVerdict.ABetter or ComparisonVerdict.BBetter);

    /// <summary>Share of comparisons that call B the winner, which is better by so many standard deviations of the paired differences.</summary>
    public static double Winners(int n, double deviations)
    {
        const double spread = 0.02;
        return Share(Population.Normally, n, noise =>
            PairedComparison.Of([.. Enumerable.Repeat(0.8, n)], [.. noise.Select(value => 0.8 + (spread * (value + deviations)))]).Verdict == ComparisonVerdict.BBetter);
    }

    /// <summary>False alarms over ten folds whose differences correlate as their training examples do, over a hundred times as many simulations.</summary>
    public static double FoldAlarms(Func<ImmutableArray<double>, bool> rejects) => Share(Population.Normally, 11, FoldCount, noise =>
        rejects([.. noise.Take(10).Select(own => (Math.Sqrt(0.1) * noise[10]) + (Math.Sqrt(0.9) * own))]));

    /// <summary>False alarms of McNemar's test: two models that disagree on a tenth of 500 examples.</summary>
    public static double McNemarAlarms()
    {
        var random = new Random(7);
        return Enumerable.Range(0, Count).Count(_ =>
        {
            var disagreements = Binomial.Sample(random, 0.1, 500);
            var onlyA = Binomial.Sample(random, 0.5, disagreements);
            return McNemarTest.Of(onlyA, disagreements - onlyA).PValue <= 0.05;
        }) / (double)Count;
    }

    /// <summary>Pairs that would show a difference of so many standard deviations, and the share of comparisons over so many pairs that call the better arm the winner.</summary>
    public static (int Pairs, double Power) AsPlanned(double deviations)
    {
        var pairs = SampleSize.Pairs(deviations, 1, 0.05, 0.8)!.Value;
        return (pairs, Winners(pairs, deviations));
    }

    private static double Share(Population population, int n, Func<ImmutableArray<double>, bool> holds) => Share(population, n, Count, holds);

    private static double Share(Population population, int n, int count, Func<ImmutableArray<double>, bool> holds)
    {
        var random = new Random((1000 * Population.All.IndexOf(population)) + n);
        return Enumerable.Range(0, count).Count(_ => holds(population.Sample(random, n))) / (double)count;
    }

    private static bool Covers((double Low, double High) interval, Population population) =>
        interval.Low <= population.Mean && population.Mean <= interval.High;
}
