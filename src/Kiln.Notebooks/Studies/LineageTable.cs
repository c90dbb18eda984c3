namespace Kiln.Notebooks;

/// <summary>How the best member of a population came to be: which settings it had in which epochs, and whose.</summary>
internal static class LineageTable
{
    /// <summary>A row for each stretch without a change.</summary>
    public static Table Of(StudyResult study)
    {
        var names = study.Facts.Space.Dimensions.Select(dimension => dimension.Name).ToList();
        var table = new Table([
            new Column("epochs", true), .. names.Select(name => new Column(name, true)), new Column($"{StudyCharts.Words(study.Metric)} at the end", true), new Column("trials")]);
        var first = 1;
        foreach (var stretch in Stretches(study.Lineage))
        {
            var (last, end) = (stretch[^1].Curve.Count > 0 ? stretch[^1].Curve[^1].Step : first, stretch[^1]);
            table.Add([
                first == last ? Numbers.Count(first) : $"{Numbers.Count(first)}–{Numbers.Count(last)}",
                .. names.Select(name => (Cell)(end.Parameters.TryGetValue(name, out var value) ? Numbers.Shorter(value) : "–")),
                end.Value is { } reached ? Numbers.Metric(reached) : "–",
                string.Join(", ", stretch.Select(trial => Numbers.Count(trial.Number)))]);
            first = last + 1;
        }
        return table;
    }

    private static List<List<TrialRow>> Stretches(IReadOnlyList<TrialRow> lineage)
    {
        List<List<TrialRow>> stretches = [];
        foreach (var trial in lineage)
        {
            if (stretches is [.., var open] && open[^1].Parameters.SequenceEqual(trial.Parameters)) open.Add(trial);
            else stretches.Add([trial]);
        }
        return stretches;
    }
}
