namespace Kiln.Notebooks;

/// <summary>How the best member of a population came to be: which settings it had in which epochs, and whose.</summary>
internal static class LineageTable
{
    /// <summary>Adds a table with a row for each stretch without a change; a sentence where there was none.</summary>
    public static void Add(Report report, IReadOnlyList<TrialRow> lineage, StudyResult study)
    {
        var stretches = Stretches(lineage);
        if (stretches.Count > 1)
            report.Say($"How trial {lineage[^1].Number} came to be: settings that changed on the way, where it went on from a better member.").Put(Of(stretches, study));
        else report.Say($"Trial {lineage[^1].Number} kept the settings that it began with (trial {lineage[0].Number}).");
    }

    private static Table Of(List<List<TrialRow>> stretches, StudyResult study)
    {
        var names = study.Facts.Space.Dimensions.Select(dimension => dimension.Name).ToList();
        var table = new Table([
            new Column("epochs", true), .. names.Select(name => new Column(name, true)), new Column($"{StudyCharts.Words(study.Metric)} at the end", true), new Column("trials")]);
        var first = 1;
        foreach (var stretch in stretches)
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
