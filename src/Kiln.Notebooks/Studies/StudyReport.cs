using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>A study: counts, the best, the top ten, pruned and failed trials folded away, the winner.</summary>
internal static class StudyReport
{
    private const int Top = 10;
    private const int MostFolded = 50;

    /// <summary>A study in progress, or just ended.</summary>
    public static Report Of(StudyProgress progress, bool ended)
    {
        var study = progress.ToResult();
        var report = new Report().Head($"Study {study.Study} · {study.Facts.Method}");
        if (ended) report.Say(Counts(study));
        else Live(report, study, progress.Remaining);
        return Body(report, study);
    }

    /// <summary>A study that a call returned.</summary>
    public static Report Of(StudyResult study)
    {
        var report = new Report().Head($"Study {study.Study} of {study.Model} · {study.Facts.Method}").Say(Counts(study));
        foreach (var trial in study.UnderWay) report.Aside($"under way: {Current(trial)}");
        return Body(report, study);
    }

    /// <summary>What a trial chose, in one line.</summary>
    public static string Chosen(TrialRow trial) => string.Join(" ", trial.Parameters.Select(parameter => $"{parameter.Key}={Numbers.Shorter(parameter.Value)}"));

    private static void Live(Report report, StudyResult study, TimeSpan? remaining)
    {
        var partial = Math.Min(study.UnderWay.Sum(trial => trial.Run.Fraction), study.TrialsPlanned - study.Trials.Count);
        var fraction = study.TrialsPlanned == 0 ? 0 : (study.Trials.Count + partial) / study.TrialsPlanned;
        report.Add(Progress.Html(fraction), Progress.Text(fraction));
        var left = remaining is { } time && study.Trials.Count < study.TrialsPlanned ? $" · about {Durations.Short(time)} left" : "";
        report.Aside($"{study.Trials.Count} of {Numbers.Of(study.TrialsPlanned, "trial")} done{Ends(study)}{left}");
        if (study.Best is { } best) report.Say($"Best so far: {StudyCharts.Words(study.Metric)} {Numbers.Metric(best.Value!.Value)} by trial {best.Number} ({Chosen(best)})");
        foreach (var trial in study.UnderWay) report.Aside(Current(trial));
    }

    private static string Current(TrialUnderWay trial) =>
        $"{trial.Label}: epoch {Math.Min(trial.Run.Epochs.Count + 1, trial.Run.Options.Epochs)} of {trial.Run.Options.Epochs}{Parameters(trial.Run)}";

    private static string Parameters(RunProgress run) =>
        run.Run.Parameters.Count == 0 ? "" : " · " + string.Join(" ", run.Run.Parameters.Select(parameter => $"{parameter.Key}={Numbers.Shorter(parameter.Value)}"));

    private static Report Body(Report report, StudyResult study)
    {
        var good = study.Ranked;
        report.Put(TrialsTable.Of(good.Take(Top), study));
        if (good.Count > Top) report.Aside($"the best {Top} of {good.Count}; #!runs list --study {study.Study} shows all");
        if (study.Lineage is { Count: > 1 } lineage) LineageTable.Add(report, lineage, study);
        if (study.Front is { Count: > 0 } front)
            report.Fold($"{Numbers.Of(front.Count, "trial")} that none beats in {(study.Facts.Objectives.Length == 2 ? "both" : "all")} metrics", new Report().Put(TrialsTable.Of(front, study)));
        Fold(report, study.Trials.Where(trial => trial.BrokenLimit is not null), "over a limit", trial => trial.BrokenLimit);
        Fold(report, study.Trials.Where(trial => trial.Status == RunStatus.Pruned), "pruned: ended early, because others do better", trial => trial.Reason);
        Fold(report, study.Trials.Where(trial => trial.Status == RunStatus.Failed), "failed", trial => trial.Reason);
        foreach (var note in study.Notes) report.Note(note);
        if (study.Winner is { } winner) WinnerReport.Add(report, study, winner);
        return report;
    }

    private static string Counts(StudyResult study)
    {
        var valued = study.Trials.Count(trial => trial.Value is not null);
        return $"{Numbers.Count(study.Trials.Count)} of {Numbers.Of(Math.Max(study.TrialsPlanned, study.Trials.Count), "trial")} done, {Numbers.Count(valued)} with a value{Ends(study)}.";
    }

    private static string Ends(StudyResult study)
    {
        var pruned = study.Trials.Count(trial => trial.Status == RunStatus.Pruned);
        var failed = study.Trials.Count(trial => trial.Status == RunStatus.Failed);
        return (pruned > 0 ? $", {Numbers.Count(pruned)} pruned" : "") + (failed > 0 ? $", {Numbers.Count(failed)} failed" : "");
    }

    private static void Fold(Report report, IEnumerable<TrialRow> trials, string what, Func<TrialRow, string?> why)
    {
        var all = trials.ToList();
        if (all.Count == 0) return;
        var table = new Table(new Column("trial", true), new Column("run"), new Column("chosen"), new Column("why"));
        foreach (var trial in all.TakeLast(MostFolded)) table.Add(Numbers.Count(trial.Number), trial.RunId, Chosen(trial), why(trial) ?? "");
        var content = new Report().Put(table);
        if (all.Count > MostFolded) content.Aside($"the last {MostFolded} of {all.Count}");
        report.Fold($"{Numbers.Of(all.Count, "trial")} {what}", content);
    }
}
