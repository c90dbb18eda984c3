using System.Globalization;
using Kiln.Search;

namespace Kiln;

/// <summary>The parameters of a study, as its pictures show them.</summary>
internal static class ParameterOrder
{
    /// <summary>Those that differ between trials with a value, the most important first.</summary>
    public static IReadOnlyList<Dimension> Of(StudyResult study)
    {
        var trials = StudyCharts.Valued(study);
        var weights = ImportanceChart.Weights(study);
        return [.. study.Facts.Space.Dimensions
            .Where(dimension => trials.Select(trial => trial.Parameters.GetValueOrDefault(dimension.Name)).Distinct().Skip(1).Any())
            .OrderByDescending(dimension => weights.GetValueOrDefault(dimension.Name))];
    }

    /// <summary>The parameter's value in a trial as a number; NaN where the trial has none, null where it is a word.</summary>
    public static double? Number(TrialRow trial, string name) =>
        !trial.Parameters.TryGetValue(name, out var text) ? double.NaN : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether all trials have numbers there.</summary>
    public static bool IsNumber(IEnumerable<TrialRow> trials, string name) => trials.All(trial => Number(trial, name) is not null);
}
