using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>What came of a run, in one line.</summary>
internal static class RunVerdict
{
    /// <summary>Best epoch, test metric, time and speed; or how and why the run ended early.</summary>
    public static string Of(RunPicture run)
    {
        var parts = new List<string> { Ending(run) };
        if (Best(run) is { } best) parts.Add(best);
        var judge = MetricColumns.Judge(run.Run, run.Run.Metrics.Keys);
        if (Metric(run.Run, $"test_{judge}") is { } test) parts.Add($"test {judge} {Numbers.Metric(test)}");
        if (run.Elapsed > TimeSpan.Zero) parts.Add(Durations.Short(run.Elapsed));
        if (run.ExamplesPerSecond is > 0) parts.Add($"{Numbers.Count((long)run.ExamplesPerSecond)} examples/s");
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string Ending(RunPicture run)
    {
        var reason = run.Run.StatusReason is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
        var after = $" after {Numbers.Of(run.Epochs.Count, "epoch")} of {Numbers.Count(run.EpochsPlanned)}";
        return run.Run.Status switch
        {
            // Early stopping: it finished before its last epoch, and says why.
            RunStatus.Finished => run.Run.StatusReason?.TrimEnd('.') ?? "",
            RunStatus.Stopped => $"Stopped{after}{reason}",
            RunStatus.Failed => $"Failed{after}{reason}",
            RunStatus.Pruned => $"Pruned{after}{reason}",
            _ => $"Still running{after}",
        };
    }

    private static string? Best(RunPicture run)
    {
        if (run.Best is not { } best) return null;
        var judge = $"val_{MetricColumns.Judge(run.Run, best.Metrics.Keys)}";
        var name = best.Metrics.ContainsKey(judge) ? judge : "train_loss";
        var value = best.Metrics.TryGetValue(name, out var number) ? $" ({Words(name)} {Numbers.Metric(number)})" : "";
        return $"Best epoch {best.Epoch} of {Numbers.Count(run.EpochsPlanned)}{value}";
    }

    private static string Words(string metric) => metric.Replace("val_", "validation ").Replace("train_", "training ");

    private static double? Metric(RunRecord run, string name) => run.Metrics.TryGetValue(name, out var value) ? value : null;
}
