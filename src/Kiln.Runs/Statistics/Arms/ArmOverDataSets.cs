using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>One arm over several data sets.</summary>
/// <param name="Name">Name of the arm.</param>
/// <param name="Scores">A row for each data set: the scores of its runs there.</param>
/// <param name="Means">Mean score on each data set, (N).</param>
/// <param name="InterquartileMean">Mean of the middle half of all its scores, with an approximate interval; for metrics on one scale.</param>
public sealed record ArmOverDataSets(
    string Name, ImmutableArray<ImmutableArray<double>> Scores, ImmutableArray<double> Means, InterquartileMean InterquartileMean)
{
    private const int Resamples = 2_000;

    internal static ArmOverDataSets Of(string name, IReadOnlyList<ImmutableArray<double>> scores, PairedComparisonOptions options)
    {
        var bootstrap = new BootstrapOptions { Alpha = options.Alpha, Resamples = Resamples, Seed = options.Seed };
        var middle = InterquartileMean.Of(scores, bootstrap);
        return new ArmOverDataSets(name, [.. scores], [.. scores.Select(Differences.Mean)], middle);
    }
}
