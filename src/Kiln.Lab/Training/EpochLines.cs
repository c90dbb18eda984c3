using System.Globalization;
using Kiln.Runs;

namespace Kiln;

/// <summary>A run as plain text, for terminals and logs: a line when it starts, one for each epoch and one for its end.</summary>
/// <param name="output">Where the lines go.</param>
public sealed class EpochLines(TextWriter output) : IRunView
{
    private static readonly string[] First = ["train_loss", "val_loss"];

    private bool _isBegun;
    private string? _waited;
    private int _epochs;
    private int _notes;

    /// <inheritdoc/>
    public void Show(RunProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (progress.WaitsFor is { } other && _waited != other.Id) output.WriteLine($"run {progress.Run.Id} waits for its turn: run {_waited = other.Id} ({other.Name}) is training");
        if (!_isBegun && progress.Plan is { } plan) Begin(progress, plan.Parameters);
        for (; _notes < progress.Notes.Count; _notes++) output.WriteLine($"note: {progress.Notes[_notes]}");
        for (; _epochs < progress.Epochs.Count; _epochs++) output.WriteLine(Line(progress.Epochs[_epochs], progress.Plan?.Epochs ?? progress.Options.Epochs));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(RunProgress progress)
    {
        Show(progress);
        output.WriteLine(End(progress));
        foreach (var hint in progress.Hints) output.WriteLine($"hint: {hint}");
        output.Flush();
    }

    private void Begin(RunProgress progress, long parameters)
    {
        _isBegun = true;
        // Those before a resume had their lines when they were trained.
        _epochs = (progress.Plan?.FirstEpoch ?? 1) - 1;
        var run = progress.Run;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run.Id}: {run.Name} on {run.DataName}, {parameters:N0} parameters, seed {run.Seed}"));
    }

    private static string Line(EpochRecord epoch, int planned)
    {
        var number = epoch.Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(planned.ToString(CultureInfo.InvariantCulture).Length);
        var names = First.Where(epoch.Metrics.ContainsKey).Concat(epoch.Metrics.Keys.Where(name => name.StartsWith("val_", StringComparison.Ordinal) && !First.Contains(name)));
        var metrics = string.Concat(names.Select(name => $"  {name.Replace('_', ' ')} {Number(epoch.Metrics[name])}"));
        return string.Create(CultureInfo.InvariantCulture, $"epoch {number}/{planned}{metrics}  {epoch.Elapsed.TotalSeconds:0.0} s{(epoch.IsBest ? "  best" : "")}");
    }

    private static string End(RunProgress progress)
    {
        var run = progress.Run;
        var reason = run.StatusReason is { Length: > 0 } text ? $": {text}" : "";
        var best = run.BestEpoch is { } epoch ? string.Create(CultureInfo.InvariantCulture, $", best epoch {epoch}") : "";
        var test = string.Concat(run.Metrics.Where(metric => metric.Key.StartsWith("test_", StringComparison.Ordinal)).Select(metric => $", {metric.Key.Replace('_', ' ')} {Number(metric.Value)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{run.Status.ToString().ToLowerInvariant()}{best}{test}, {progress.Elapsed.TotalSeconds:0.0} s{reason}");
    }

    private static string Number(double value) =>
        value != 0 && Math.Abs(value) is < 1e-3 or >= 1e5 ? value.ToString("0.###e0", CultureInfo.InvariantCulture) : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
