using System.Runtime.CompilerServices;
using Kiln.Charts;
using Kiln.Search;

namespace Kiln;

/// <summary>How much each parameter of a study matters.</summary>
internal static class ImportanceChart
{
    // With fewer, such as what asha lets finish, a forest of trees takes luck for importance.
    private const int LeastTrials = 10;

    // Several pictures of one study ask for it.
    private static readonly ConditionalWeakTable<StudyResult, Dictionary<string, double>> Known = [];

    /// <summary>The chart; null with too few trials or parameters.</summary>
    public static DotChart? Of(StudyResult study)
    {
        var weights = Weights(study);
        return weights.Count < 2 ? null : new DotChart
        {
            Title = $"What {StudyCharts.Metric(study)} depends on",
            X = new Axis("importance (share)") { Min = 0 },
            Dots = [.. weights.OrderByDescending(weight => weight.Value).Select(weight => new Dot(weight.Key, weight.Value))],
        };
    }

    /// <summary>Importance by parameter; empty with too few trials.</summary>
    public static IReadOnlyDictionary<string, double> Weights(StudyResult study) => Known.GetValue(study, Evaluate);

    private static Dictionary<string, double> Evaluate(StudyResult study) => StudyCharts.Valued(study).Count < LeastTrials
        ? []
        : new FanovaImportance().Evaluate(study.Facts.Space, [.. study.Trials.Select(trial => trial.Finished).OfType<FinishedTrial>()], study.Facts.Objectives[0].Goal)
            .ToDictionary(importance => importance.Name, importance => importance.Share);
}
