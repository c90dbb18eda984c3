namespace Kiln.Notebooks;

/// <summary>A comparison in its cell while missing runs are trained: how many, and what each arm has so far.</summary>
internal sealed class LiveComparisonView(INotebookHost host, TimeProvider time) : IComparisonView
{
    private readonly LiveOutput _status = new(host, time, LiveRunView.StatusInterval);

    /// <inheritdoc/>
    public void Show(ComparisonProgress progress) => _status.Offer(() => Report(progress).ToBundle());

    /// <inheritdoc/>
    public void Finish(ComparisonProgress progress) => _status.Draw(new Report()
        .Aside($"{Numbers.Of(progress.RunsDone, "run")} of {Numbers.Count(progress.RunsPlanned)} trained for this comparison.").ToBundle());

    private static Report Report(ComparisonProgress progress)
    {
        var fraction = (progress.RunsDone + (progress.Current?.Fraction ?? 0)) / Math.Max(1, progress.RunsPlanned);
        var report = new Report()
            .Head($"Comparing {string.Join(" with ", progress.Arms.Select(arm => arm.Model))}")
            .Add(Progress.Html(fraction), Progress.Text(fraction))
            .Aside($"{progress.RunsDone} of {Numbers.Of(progress.RunsPlanned, "missing run")} trained"
                + (progress.Current is { } run ? $" · {run.Run.ModelName} on {run.Run.DataName}, seed {run.Run.Seed}: epoch {run.Epochs.Count + 1} of {run.Options.Epochs}" : ""));
        var table = new Table(new Column("model"), new Column(progress.Metric.Replace('_', ' ')));
        foreach (var (model, values) in progress.Arms) table.Add(model, string.Join("  ", values.Select(Numbers.Metric)));
        return report.Put(table);
    }
}
