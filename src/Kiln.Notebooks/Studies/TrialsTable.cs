namespace Kiln.Notebooks;

/// <summary>Trials of a study as rows: what came of them, what they chose, how long they took.</summary>
internal static class TrialsTable
{
    /// <summary>The table; the study's best trial stands out.</summary>
    public static Table Of(IEnumerable<TrialRow> trials, StudyResult study)
    {
        var rows = trials.ToList();
        var names = study.Facts.Space.Dimensions.Select(dimension => dimension.Name).ToList();
        string[] population = rows.Exists(trial => trial.Origin is not null) ? ["after epoch", "went on from"] : [];
        var table = new Table([
            new Column("trial", true), .. study.Facts.Objectives.Select(objective => new Column(StudyCharts.Words(objective.Metric), true)),
            .. names.Select(name => new Column(name, true)), .. population.Select(name => new Column(name, true)), new Column("time", true), new Column("run")]);
        var best = study.Best?.Number;
        foreach (var trial in rows)
        {
            var stands = trial.Number == best;
            table.Add([
                new Cell(Numbers.Count(trial.Number), stands),
                .. study.Facts.Objectives.Select((_, i) => new Cell(i < trial.Values.Length ? Value(trial.Values[i]) : "–", stands)),
                .. names.Select(name => new Cell(trial.Parameters.TryGetValue(name, out var value) ? Numbers.Shorter(value) : "–", stands)),
                .. population.Length == 0 ? (Cell[])[] : [new Cell(trial.Curve.Count > 0 ? Numbers.Count(trial.Curve[^1].Step) : "–", stands), new Cell(trial.Origin is { } origin ? Numbers.Count(origin) : "–", stands)],
                new Cell(Durations.Short(trial.Elapsed), stands), new Cell(trial.RunId, stands)]);
        }
        return table;
    }

    // Counts such as the number of parameters need no digits behind the point.
    private static string Value(double value) => Math.Abs(value) >= 100 && value == Math.Floor(value) ? Numbers.Count((long)value) : Numbers.Metric(value);
}
