using System.Globalization;

namespace Kiln;

/// <summary>The training of missing runs as plain text: a line for each run.</summary>
internal sealed class ComparisonLines(TextWriter output) : IComparisonView
{
    private int _told;

    /// <inheritdoc/>
    public void Show(ComparisonProgress progress)
    {
        if (progress.RunsDone <= _told || progress.Last is not { } run) return;
        _told = progress.RunsDone;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"run {progress.RunsDone}/{progress.RunsPlanned}  {run.ModelName} on {run.DataName}, seed {run.Seed}  {progress.Metric.Replace('_', ' ')} {run.Metrics[progress.Metric]:0.0000}"));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(ComparisonProgress progress) => Show(progress);
}
