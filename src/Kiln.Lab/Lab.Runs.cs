using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

public static partial class Lab
{
    private static readonly string[] Splits = ["train_", "val_", "test_", "last.", "min.", "max."];
    private static readonly string[] LowerIsBetter = ["loss", "error", "grad_norm"];

    /// <summary>The run with the best value of a metric.</summary>
    /// <param name="metric">Name as runs have it, such as <c>val_accuracy</c>, <c>test_accuracy</c>, <c>last.val_loss</c>; default: <c>val_accuracy</c> where a run has it, else <c>val_loss</c>.</param>
    /// <param name="filter">Which runs are looked at; default all. Its order and limit do not count.</param>
    /// <returns>The run; null where none has the metric.</returns>
    /// <exception cref="RunFilterException">The filter's question cannot be read.</exception>
    public static RunRecord? Best(string? metric = null, RunFilter? filter = null)
    {
        var name = metric ?? (Runs.Names().Contains(MetricNames.ValAccuracy) ? MetricNames.ValAccuracy : MetricNames.ValLoss);
        // Sorting puts runs without a value last; the one found must have one.
        var found = Runs.Query((filter ?? new RunFilter()) with { Sort = HigherIsBetter(name) ? "-" + name : name, Limit = 1 }, [name]);
        return found.Table.Rows is [System.Data.DataRow row] && row[0] is double ? found.Runs[0] : null;
    }

    /// <summary>Writes recorded runs for TensorBoard, a folder for each with its metrics by epoch and by batch.</summary>
    /// <param name="folder">The folder that TensorBoard is pointed at.</param>
    /// <param name="filter">Which runs; default all.</param>
    /// <returns>How many runs were written.</returns>
    public static int ExportTensorBoard(string folder, RunFilter? filter = null)
    {
        var runs = Runs.List(filter);
        foreach (var run in runs) TensorBoardFile.Write(folder, run, Runs.Epochs(run.Id), Runs.Steps(run.Id));
        return runs.Count;
    }

    private static bool HigherIsBetter(string name)
    {
        var metric = Splits.Aggregate(name, (rest, split) => rest.StartsWith(split, StringComparison.Ordinal) ? rest[split.Length..] : rest);
        return MetricTable.All.FirstOrDefault(known => known.Name == metric)?.HigherIsBetter ?? !LowerIsBetter.Any(word => metric.Contains(word, StringComparison.Ordinal));
    }
}
