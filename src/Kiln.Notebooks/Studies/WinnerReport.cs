using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>What came of the winner of a study when it was trained again: its test score, and how far that is from its score in the search.</summary>
internal static class WinnerReport
{
    /// <summary>Adds it.</summary>
    public static void Add(Report report, StudyResult study, Run winner) => OptionsText.PutAgain(report.Say(Test(study, winner)), winner.Record);

    private static string Test(StudyResult study, Run winner)
    {
        var again = winner.Record.ParentKind == RunRecord.Schedule ? "The winner, trained again along that schedule with a fresh seed" : "The winner, trained again with a fresh seed";
        var name = study.Metric.StartsWith("val_", StringComparison.Ordinal) ? "test_" + study.Metric["val_".Length..] : "test_accuracy";
        if (!winner.Metrics.TryGetValue(name, out var test)) return $"{again} (run {winner.Id}).";
        var tested = $"{again} and tested once: {StudyCharts.Words(name)} {Numbers.Metric(test)} (run {winner.Id}).";
        return study.Best is { Value: { } searched } && name == "test_" + study.Metric[^(name.Length - "test_".Length)..]
            ? $"{tested} {Gap(study, searched, test)}"
            : tested;
    }

    private static string Gap(StudyResult study, double searched, double test)
    {
        var worse = study.Maximize ? searched - test : test - searched;
        var score = $"its score in the search ({StudyCharts.Words(study.Metric)} {Numbers.Metric(searched)})";
        return worse <= 0
            ? $"That is no worse than {score}."
            : $"That is {Numbers.Metric(worse)} worse than {score}, which was picked as the best of {Numbers.Of(study.Trials.Count(trial => trial.Value is not null), "trial")} and is in part luck: report the test score.";
    }
}
