using System.Text.Json;
using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>The pruners decide as Optuna's do where they are defined alike: golden/make_pruners.py.</summary>
public class PrunerGoldenTests
{
    private const int Steps = 30;

    public static TheoryData<string> Names => ["median", "median-8-5-3", "percentile-25", "percentile-70", "halving-1-3", "halving-2-4", "patient-3", "patient-2-alone"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trials_end_at_the_steps_at_which_Optuna_ends_them(string name)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "pruners.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var goal = one.GetProperty("direction").GetString() == "maximize" ? Goal.Maximize : Goal.Minimize;
            var curves = one.GetProperty("curves").EnumerateArray().Select(curve => curve.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()).ToArray());
            var expected = one.GetProperty("ends").GetProperty(name).EnumerateArray().Select(end => end.ValueKind == JsonValueKind.Null ? (int?)null : end.GetInt32());
            Assert.Equal(expected, Ends(PrunerOf(name), [.. curves], goal));
        }
    }

    private static IPruner PrunerOf(string name) => name switch
    {
        "median" => new MedianPruner(),
        "median-8-5-3" => new MedianPruner { StartTrials = 8, WarmupSteps = 5, IntervalSteps = 3 },
        "percentile-25" => new PercentilePruner(),
        "percentile-70" => new PercentilePruner { Share = 0.7, StartTrials = 2 },
        "halving-1-3" => new HalvingPruner(),
        "halving-2-4" => new HalvingPruner { Grace = 2, Reduction = 4 },
        "patient-3" => new PatientPruner(),
        _ => new PatientPruner { Inner = null, Patience = 2, Tolerance = 0.02 },
    };

    /// <summary>The trials one after the other, each until it is pruned.</summary>
    private static List<int?> Ends(IPruner pruner, double[][] curves, Goal goal)
    {
        List<TrialCurve> others = [];
        List<int?> ends = [];
        foreach (var curve in curves)
        {
            IntermediateValue[] values = [.. curve.Select((value, i) => new IntermediateValue(i + 1, value))];
            int? end = Enumerable.Range(1, Steps - 1).Where(step => pruner.ShouldPrune(new PruningState(others.Count, values[..step]) { Others = others, Goal = goal, MaxSteps = Steps }))
                .Select(step => (int?)step).FirstOrDefault();
            others.Add(new TrialCurve(others.Count, values[..(end ?? Steps)], end is null ? RunStatus.Finished : RunStatus.Pruned));
            ends.Add(end);
        }
        return ends;
    }
}
