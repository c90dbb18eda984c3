using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary><c>#!runs list</c> and <c>best</c>.</summary>
internal static class RunsListing
{
    // The runs that tell which metrics a table of groups shows.
    private const int LookedAt = 50;

    public static void List(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Words is [var word, ..]) throw new MagicException($"#!runs list takes no run, got \"{word}\". To see one run: #!runs show {word}");
        var filter = RunsWords.Filter(options);
        var report = options switch
        {
            { Group: { } group } => Groups(group, filter, RunsWords.List(options.Columns), options.Limit),
            { Columns: { } columns } => RunsColumns.Of(Lab.Runs.Query(filter with { Limit = options.Limit }, RunsWords.List(columns))),
            _ => RunsTable.Of(Lab.Runs.List(filter with { Limit = options.Limit }), Lab.Runs.Count(filter), RunsWords.IsFiltered(options)),
        };
        host.Display(report.ToBundle());
    }

    public static void Best(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Words.Length > 1) throw new MagicException($"#!runs best: \"{options.Words[1]}\" is one word too many: it takes one metric.");
        var metric = options.Words.FirstOrDefault();
        var run = Lab.Best(metric, RunsWords.Filter(options))
            ?? throw new MagicException($"#!runs best: no run{(RunsWords.IsFiltered(options) ? " that fits" : "")} has a value of {metric ?? "val_accuracy or val_loss"}.");
        RunsMagic.Show(run, host);
    }

    private static Report Groups(string by, RunFilter filter, string[] metrics, int limit)
    {
        var shown = metrics.Length > 0 ? metrics : MetricColumns.Of(Lab.Runs.List(filter with { Limit = LookedAt }));
        if (shown.Count == 0) return new Report().Say("No run that fits has a metric yet.");
        return GroupsTable.Of(by, [.. shown.Select(metric => (metric, Lab.Runs.Group(by, metric, filter)))], limit);
    }
}
