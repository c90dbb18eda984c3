using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Kiln.Charts;
using Kiln.Runs;

namespace Kiln;

/// <summary>Two columns of runs against each other.</summary>
internal static class RunScatter
{
    // More colours than this cannot be told apart; the models with the most runs have one of their own.
    private const int MostSets = 6;
    // Over so wide a range, evenly spaced values would all lie at one end.
    private const double LogFrom = 100;

    /// <summary>A point for each run that has both values; models have colours.</summary>
    public static ScatterChart Of(RunStore store, string x, string y, RunFilter? filter)
    {
        var found = store.Query(filter ?? new RunFilter(), [x, y]);
        var (left, right) = (Numbers(found.Table, x), Numbers(found.Table, y));
        var points = found.Runs.Select((run, i) => (run.ModelName, X: left[i], Y: right[i])).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        if (points.Count == 0)
            throw new LabException($"No run{(filter is null ? "" : " that fits")} has both {x} and {y}. #!runs list shows what runs have.");
        var own = points.GroupBy(point => point.ModelName).OrderByDescending(group => group.Count()).Take(MostSets).Select(group => group.Key).ToHashSet();
        return new ScatterChart
        {
            Title = $"{y} against {x} of {points.Count} run{(points.Count == 1 ? "" : "s")}",
            X = Axis(x, points.Select(point => point.X)),
            Y = Axis(y, points.Select(point => point.Y)),
            Points = [.. points.GroupBy(point => own.Contains(point.ModelName) ? point.ModelName : "others")
                .Select(group => new PointSet(group.Key, [.. group.Select(point => point.X)], [.. group.Select(point => point.Y)]))],
        };
    }

    /// <summary>The values of a column, NaN for a run that has none. Options and hyperparameters come as text where some run has a word there.</summary>
    private static double[] Numbers(DataTable table, string column)
    {
        var values = table.Rows.Cast<DataRow>().Select(row => row[column]).ToList();
        double[] numbers = [.. values.Select(value => value as double? ?? (double.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : double.NaN))];
        if (values.Any(value => value is string) && numbers.All(double.IsNaN))
            throw new LabException($"A scatter needs two columns of numbers, and '{column}' is none. Take one such as lr, epochs, seed, val_accuracy, or a hyperparameter.");
        return numbers;
    }

    private static Axis Axis(string name, IEnumerable<double> values)
    {
        ImmutableArray<double> all = [.. values];
        return new Axis(name) { Log = all.Min() > 0 && all.Max() / all.Min() >= LogFrom, Whole = all.All(double.IsInteger) };
    }
}
