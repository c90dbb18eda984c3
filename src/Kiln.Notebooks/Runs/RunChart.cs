using System.Collections.Immutable;
using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>The loss chart of a run; while it trains its axis spans the whole plan.</summary>
internal static class RunChart
{
    // What a notebook stores is bounded: this many points show every shape that 640 pixels can.
    private const int MostBatchPoints = 320;
    // A young curve is coarse, but not so coarse that nothing is to be seen of it.
    private const int FewestBatchPoints = 24;
    private const int MostEpochPoints = 200;

    /// <summary>Whether there is nothing to draw.</summary>
    public static bool IsEmpty(RunPicture run) => run.Epochs.Count == 0 && run.BatchLosses is not { Count: > 0 };

    /// <summary>Loss by batch (faint), and of training and validation by epoch.</summary>
    public static LineChart Of(RunPicture run)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        if (Batches(run) is { } batches) lines.Add(batches);
        if (Epochs(run, "train_loss", "train", Palette.Colors[0]) is { } train) lines.Add(train);
        if (Epochs(run, "val_loss", "validation", Palette.Colors[1]) is { } validation) lines.Add(validation);
        return new LineChart
        {
            Title = $"Loss of {run.Run.ModelName} on {run.Run.DataName}",
            X = new Axis(IsBySteps(run) ? "batch" : "epoch") { Min = 0, Max = Math.Max(1, run.Ended ? Reached(lines) : run.EpochsPlanned), Whole = true },
            Y = new Axis("loss"),
            Lines = lines.ToImmutable(),
            Better = Better.Lower,
            Markers = run.Best is { } best ? [new Marker("best", best.Epoch) { Y = Finite(best, "val_loss") }] : [],
        };
    }

    // Of a run that was stopped early nothing more will come: its curve gets the whole width.
    private static double Reached(IEnumerable<Line> lines) => Math.Ceiling(lines.SelectMany(line => line.X).DefaultIfEmpty(1).Max());

    private static Line? Batches(RunPicture run)
    {
        if (run.BatchLosses is not { Count: > 0 } curve || (run.BatchesPerEpoch == 0 && !IsBySteps(run))) return null;
        var (steps, losses) = Reduced(curve.Steps, curve.Losses, GroupSize(run, curve));
        return new Line("batch", [.. steps.Select(step => (step + 1) / Math.Max(1, run.BatchesPerEpoch))], losses) { Faint = true, Color = Palette.Neutral };
    }

    // A recorded run that broke off in its first epoch: nobody knows any more how many batches that would have had.
    private static bool IsBySteps(RunPicture run) => run is { Ended: true, BatchesPerEpoch: 0, Epochs.Count: 0, BatchLosses.Count: > 0 };

    // As coarse from the start as it will be in the end: the first batches of a long plan share a few pixels of its width.
    private static int GroupSize(RunPicture run, LossCurve curve)
    {
        var steps = run.Ended ? curve.Steps[^1] + 1 : (double)run.EpochsPlanned * run.BatchesPerEpoch;
        var points = steps / curve.BatchesPerPoint;
        var size = Math.Min(points / MostBatchPoints, curve.Count / (double)FewestBatchPoints);
        return Math.Max(1, (int)Math.Ceiling(Math.Max(size, curve.Count / (double)MostBatchPoints)));
    }

    private static Line? Epochs(RunPicture run, string metric, string name, string color)
    {
        var points = run.Epochs.Where(epoch => Finite(epoch, metric) is not null).ToList();
        if (points.Count == 0) return null;
        var every = (points.Count + MostEpochPoints - 1) / MostEpochPoints;
        points = [.. points.Where((epoch, i) => i % every == 0 || i == points.Count - 1)];
        return new Line(name, [.. points.Select(epoch => (double)epoch.Epoch)], [.. points.Select(epoch => epoch.Metrics[metric])])
        {
            Color = color,
            ShowPoints = points.Count <= 40,
        };
    }

    // Neighbours are averaged: the curve of single batches is noise around its mean, not a place for extremes.
    private static (ImmutableArray<double> X, ImmutableArray<double> Y) Reduced(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int group)
    {
        var xs = ImmutableArray.CreateBuilder<double>();
        var ys = ImmutableArray.CreateBuilder<double>();
        for (var i = 0; i < x.Length; i += group)
        {
            var length = Math.Min(group, x.Length - i);
            xs.Add(Mean(x.Slice(i, length)));
            ys.Add(Mean(y.Slice(i, length)));
        }
        return (xs.ToImmutable(), ys.ToImmutable());
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static double? Finite(Kiln.Runs.EpochRecord epoch, string metric) =>
        epoch.Metrics.TryGetValue(metric, out var value) && double.IsFinite(value) ? value : null;
}
