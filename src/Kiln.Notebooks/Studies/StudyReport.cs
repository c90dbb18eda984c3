namespace Kiln.Notebooks;

/// <summary>A study: counts, the best, the top ten, failures folded away, the winner.</summary>
internal static class StudyReport
{
    private const int Top = 10;

    /// <summary>A study in progress, or just ended.</summary>
    public static Report Of(StudyProgress study, bool ended)
    {
        var report = new Report().Head($"Study {study.Study} · {study.Sampler}");
        if (!ended) Live(report, study);
        return Body(report, study.Trials, study.TrialsPlanned, study.Options.Metric, study.Options.Maximize, study.Notes, study.Winner, ended, study.Study);
    }

    /// <summary>A study that a call returned.</summary>
    public static Report Of(StudyResult study) =>
        Body(new Report().Head($"Study {study.Study} of {study.Model}"), study.Trials, study.Trials.Count, study.Metric, study.Maximize, study.Notes, study.Winner, ended: true, study.Study);

    private static void Live(Report report, StudyProgress study)
    {
        var fraction = study.TrialsPlanned == 0 ? 0 : (study.Trials.Count + Partial(study)) / study.TrialsPlanned;
        report.Add(Progress.Html(fraction), Progress.Text(fraction));
        report.Aside($"{study.Trials.Count} of {Numbers.Of(study.TrialsPlanned, "trial")} done{string.Concat(study.UnderWay.Select(Current))}");
    }

    private static string Current(TrialUnderWay trial) =>
        $" · {trial.Label}: epoch {Math.Min(trial.Run.Epochs.Count + 1, trial.Run.Options.Epochs)} of {trial.Run.Options.Epochs}{Parameters(trial.Run)}";

    private static double Partial(StudyProgress study) => Math.Min(study.UnderWay.Sum(trial => trial.Run.Fraction), study.TrialsPlanned - study.Trials.Count);

    private static string Parameters(RunProgress run) =>
        run.Run.Parameters.Count == 0 ? "" : " · " + string.Join(" ", run.Run.Parameters.Select(parameter => $"{parameter.Key}={Numbers.Shorter(parameter.Value)}"));

    private static Report Body(
        Report report, IReadOnlyList<TrialRow> trials, int planned, string metric, bool maximize, IReadOnlyList<string> notes, Run? winner, bool ended, string name)
    {
        var good = Ranked(trials, maximize);
        var bad = trials.Where(trial => trial.Value is null).ToList();
        if (ended) report.Say(Counts(trials, planned, good.Count, bad.Count));
        report.Put(TopTable(good, metric));
        if (good.Count > Top) report.Aside($"the best {Top} of {good.Count}; #!runs list --study {name} shows all");
        if (bad.Count > 0) report.Fold($"{Numbers.Of(bad.Count, "trial")} without a value", new Report().Put(BadTable(bad)));
        foreach (var note in notes) report.Note(note);
        if (winner is not null) Winner(report, winner);
        return report;
    }

    private static string Counts(IReadOnlyList<TrialRow> trials, int planned, int good, int bad) =>
        $"{Numbers.Count(trials.Count)} of {Numbers.Of(Math.Max(planned, trials.Count), "trial")} done, {Numbers.Count(good)} with a value{(bad > 0 ? $", {Numbers.Count(bad)} without" : "")}.";

    private static List<TrialRow> Ranked(IReadOnlyList<TrialRow> trials, bool maximize) =>
        [.. trials.Where(trial => trial.Value is not null).OrderBy(trial => maximize ? -trial.Value : trial.Value).ThenBy(trial => trial.Number)];

    private static Table TopTable(List<TrialRow> good, string metric)
    {
        var names = good.SelectMany(trial => trial.Parameters.Keys).Distinct().ToList();
        var table = new Table([new Column("trial", true), new Column(metric.Replace('_', ' '), true), .. names.Select(name => new Column(name, true)), new Column("time", true), new Column("run")]);
        foreach (var trial in good.Take(Top))
        {
            var best = trial == good[0];
            table.Add([new Cell(Numbers.Count(trial.Number), best), new Cell(Numbers.Metric(trial.Value!.Value), best),
                .. names.Select(name => new Cell(trial.Parameters.TryGetValue(name, out var value) ? Numbers.Shorter(value) : "–", best)),
                new Cell(Durations.Short(trial.Elapsed), best), new Cell(trial.RunId, best)]);
        }
        return table;
    }

    private static Table BadTable(List<TrialRow> bad)
    {
        var table = new Table(new Column("trial", true), new Column("run"), new Column("ended"), new Column("why"));
        foreach (var trial in bad.TakeLast(50))
            table.Add(Numbers.Count(trial.Number), trial.RunId, trial.Status.ToString().ToLowerInvariant(), trial.Reason ?? "");
        return table;
    }

    private static void Winner(Report report, Run winner)
    {
        var test = winner.TestAccuracy is { } accuracy ? $" and tested once: test accuracy {Numbers.Metric(accuracy)}" : "";
        report.Say($"The winner, trained again with a fresh seed{test} (run {winner.Id}).").Aside("The same again:").Code(OptionsText.TrainLine(winner.Record));
    }
}
