using Kiln.Training;

namespace Kiln;

/// <summary>One of the trainings that a trial consists of, where one is not enough to judge it.</summary>
/// <param name="Label">What it is: <c>seed 2</c>, <c>fold 3</c>.</param>
/// <param name="Data">What it trains on.</param>
/// <param name="SeedOffset">What is added to the trial's seed.</param>
internal sealed record TrialRepeat(string Label, DataSet Data, int SeedOffset)
{
    /// <summary>The trainings of each trial; empty where a trial is one training.</summary>
    /// <exception cref="LabException">The options contradict each other, or the data set has no folds.</exception>
    public static IReadOnlyList<TrialRepeat> Of(LabWorkspace workspace, DataSet data, SearchOptions options)
    {
        if (options.Seeds < 1) throw new LabException($"--seeds: expected at least 1, got {options.Seeds}.");
        if (options.Folds && options.Seeds > 1) throw new LabException("--folds and --seeds: a trial is repeated either over folds or over seeds. Leave one out.");
        if (options.Seeds > 1) return [.. Enumerable.Range(0, options.Seeds).Select(i => new TrialRepeat($"seed {i + 1}", data, i))];
        if (!options.Folds) return [];
        var folds = FoldSets.Of(workspace, data);
        return folds.Count > 1
            ? [.. folds.Select((fold, i) => new TrialRepeat($"fold {i + 1}", fold, 0))]
            : throw new LabException($"--folds: the data set '{data.Name}' is not one of folds. Load it as such, for example #!data {data.Name} --folds 5.");
    }
}
