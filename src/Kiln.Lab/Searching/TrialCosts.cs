using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>What a trial costs, as metrics that a search may seek or limit; recorded only where it does.</summary>
internal static class TrialCosts
{
    private static readonly Dictionary<string, Func<RunProgress, TrainingResult, double?>> Costs = new()
    {
        ["parameters"] = (run, _) => run.Plan?.Summary.Parameters,
        ["multiply_adds"] = (run, _) => run.Plan?.Summary.MultiplyAdds,
        ["seconds"] = (_, result) => result.Elapsed.TotalSeconds,
    };

    /// <summary>Their names; less of each is better.</summary>
    public static IReadOnlyCollection<string> Names => Costs.Keys;

    /// <summary>The result with those costs among its metrics that a study asks for.</summary>
    public static TrainingResult AddTo(TrainingResult result, RunProgress? run, StudyDefinition study)
    {
        if (run is null) return result;
        var asked = study.Objectives.Select(objective => objective.Metric).Concat(study.Limits.Select(limit => limit.Metric));
        var metrics = asked.Distinct().Where(Costs.ContainsKey)
            .Select(name => (Name: name, Value: Costs[name](run, result)))
            .Where(cost => cost.Value is not null)
            .Aggregate(result.Metrics, (all, cost) => all.SetItem(cost.Name, cost.Value!.Value));
        return result with { Metrics = metrics };
    }
}
