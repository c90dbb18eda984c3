using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Runs as a table.</summary>
internal static class RunsTable
{
    /// <summary>The table.</summary>
    /// <param name="shown">The runs, in their order.</param>
    /// <param name="total">How many were found; default those that are shown.</param>
    /// <param name="filtered">Whether others were left out by the question.</param>
    public static Report Of(IReadOnlyList<RunRecord> shown, int? total = null, bool filtered = false)
    {
        if (shown.Count == 0)
            return new Report().Say(filtered ? "No run fits the question." : "No runs yet. #!train MODEL makes one.");
        var metrics = MetricColumns.Of(shown);
        var parameters = shown.Any(run => run.Parameters.Count > 0);
        var (tags, notes) = (shown.Any(run => run.Tags.Length > 0), shown.Any(run => run.Notes is not null));
        var table = new Table([new Column("run"), new Column("model"), new Column("data"), new Column("seed", true), .. Optional(parameters, "hyperparameters"),
            .. Optional(tags, "tags"), .. Optional(notes, "note"),
            new Column("status"), new Column("best epoch", true), .. metrics.Select(metric => new Column(metric.Replace('_', ' '), true)), new Column("started (UTC)", true)]);
        foreach (var run in shown)
            table.Add([run.Id, Name(run), run.DataName, FormattableString.Invariant($"{run.Seed}"), .. Optional(parameters, Parameters(run), text => (Cell)text),
                .. Optional(tags, string.Join(", ", run.Tags), text => (Cell)text), .. Optional(notes, run.Notes ?? "", text => (Cell)text),
                run.Status.ToString().ToLowerInvariant(), run.BestEpoch is { } best ? Numbers.Count(best) : "–",
                .. metrics.Select(metric => (Cell)(run.Metrics.TryGetValue(metric, out var value) ? Numbers.Metric(value) : "–")),
                FormattableString.Invariant($"{run.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm}")]);
        var report = new Report().Put(table);
        return total > shown.Count ? report.Aside($"{shown.Count} of {Numbers.Of(total.Value, "run")}; --limit shows more") : report;
    }

    private static Column[] Optional(bool wanted, string title) => wanted ? [new Column(title)] : [];

    private static Cell[] Optional(bool wanted, string text, Func<string, Cell> cell) => wanted ? [cell(text)] : [];

    private static string Name(RunRecord run) => run.Name == run.ModelName ? run.ModelName : $"{run.ModelName} ({run.Name})";

    private static string Parameters(RunRecord run) => string.Join(" ", run.Parameters.Select(parameter => $"{parameter.Key}={Numbers.Shorter(parameter.Value)}"));
}
