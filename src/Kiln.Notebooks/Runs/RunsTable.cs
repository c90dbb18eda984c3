using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Runs as a table.</summary>
internal static class RunsTable
{
    private const int MostOfName = 40, MostOfParameters = 60, MostOfNote = 50;

    /// <summary>The table.</summary>
    /// <param name="shown">The runs, in their order.</param>
    /// <param name="total">How many were found; default those that are shown.</param>
    /// <param name="filtered">Whether others were left out by the question.</param>
    public static Report Of(IReadOnlyList<RunRecord> shown, int? total = null, bool filtered = false)
    {
        if (shown.Count == 0)
            return new Report().Say(filtered ? "No run fits the question." : "No runs yet. #!train MODEL makes one.");
        var columns = Columns(shown).ToList();
        var table = new Table([.. columns.Select(column => column.Head)]) { Scrolls = true };
        foreach (var run in shown) table.Add([.. columns.Select(column => column.Cell(run))]);
        var report = new Report().Put(table);
        return total > shown.Count ? report.Aside($"{shown.Count} of {Numbers.Of(total.Value, "run")}; --limit shows more") : report;
    }

    // What is looked for first stands first: on a narrow page the rest is a scroll away.
    private static IEnumerable<(Column Head, Func<RunRecord, Cell> Cell)> Columns(IReadOnlyList<RunRecord> shown)
    {
        yield return (new("run"), run => run.Id);
        yield return (new("model"), run => Cell.Cut(Name(run), MostOfName));
        yield return (new("status"), run => run.Status.ToString().ToLowerInvariant());
        foreach (var metric in MetricColumns.Of(shown))
            yield return (new(metric.Replace('_', ' '), true), run => run.Metrics.TryGetValue(metric, out var value) ? Numbers.Metric(value) : "–");
        yield return (new("best epoch", true), run => run.BestEpoch is { } best ? Numbers.Count(best) : "–");
        if (shown.Any(run => run.Parameters.Count > 0)) yield return (new("hyperparameters"), run => Cell.Cut(Parameters(run), MostOfParameters));
        if (shown.Any(run => run.Tags.Length > 0)) yield return (new("tags"), run => string.Join(", ", run.Tags));
        if (shown.Any(run => run.Notes is not null)) yield return (new("note"), run => Cell.Cut(run.Notes ?? "", MostOfNote));
        yield return (new("data"), run => Cell.Cut(run.DataName, MostOfName));
        yield return (new("seed", true), run => FormattableString.Invariant($"{run.Seed}"));
        yield return (new("started (UTC)", true), run => FormattableString.Invariant($"{run.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm}"));
    }

    private static string Name(RunRecord run) => run.Name == run.ModelName || run.ModelName.Length == 0 ? run.Name : $"{run.ModelName} ({run.Name})";

    private static string Parameters(RunRecord run) => string.Join(" ", run.Parameters.Select(parameter => $"{parameter.Key}={Numbers.Shorter(parameter.Value)}"));
}
