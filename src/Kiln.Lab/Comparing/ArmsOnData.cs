using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The arms of a comparison on one data set, and the seeds that count there.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Arms">The runs of each arm.</param>
/// <param name="Seeds">Seeds asked for, or those that all arms have, rising.</param>
internal sealed record ArmsOnData(DataSet Data, IReadOnlyList<ArmRuns> Arms, IReadOnlyList<long> Seeds)
{
    /// <summary>Finds what the store already has.</summary>
    /// <exception cref="LabException">Two arms are one.</exception>
    public static ArmsOnData Gather(LabWorkspace workspace, IReadOnlyList<ArmSource> sources, DataSet data, CompareOptions options)
    {
        var arms = sources.Select(source => ArmRuns.Gather(workspace, source, data, options)).ToList();
        if (arms.GroupBy(arm => (arm.Identity, arm.Train.Epochs)).FirstOrDefault(group => group.Count() > 1)?.ToList() is [var one, var other, ..])
            throw Same(one, other);
        return new ArmsOnData(data, arms, options.Seeds is { } wanted
            ? [.. Enumerable.Range(0, wanted).Select(i => options.FirstSeed + i)]
            : Shared(arms));
    }

    /// <summary>What must be trained, seed by seed rather than arm by arm: an interrupted comparison then holds complete pairs.</summary>
    public IEnumerable<(ArmRuns Arm, long Seed)> Missing =>
        Seeds.SelectMany(seed => Arms.Select(arm => (arm, seed))).Where(run => !run.arm.Has(run.seed));

    /// <summary>The same with the seeds alone that all arms have runs of.</summary>
    public ArmsOnData Complete => this with { Seeds = [.. Shared(Arms).Where(Seeds.Contains)] };

    /// <summary>The runs of an arm, in the order of the seeds.</summary>
    public IReadOnlyList<RunRecord> RunsOf(int arm) => Arms[arm].Over(Seeds);

    /// <summary>The metric of these runs.</summary>
    public IReadOnlyList<double> ValuesOf(int arm) => [.. RunsOf(arm).Select(Arms[arm].ValueOf)];

    /// <summary>"'small' has 3, 'large' has 1": of how many seeds there are runs.</summary>
    public string Counted => string.Join(", ", Arms.Select(arm => $"'{arm.Name}' has {arm.Seeds.Count()}"));

    private static LabException Same(ArmRuns one, ArmRuns other) => (one.Source.Run, other.Source.Run) switch
    {
        (null, null) or ({ }, { }) => new($"'{one.Name}' and '{other.Name}' are the same model with the same options: their runs differ in nothing but the seed. Name another, or change an option of one."),
        var (first, _) => new($"'{(first is null ? one : other).Name}' stands for how that model was trained last, and that is as run '{(first is null ? other : one).Name}' was. Name another run of it instead of the model: #!runs list shows them."),
    };

    private static IReadOnlyList<long> Shared(IReadOnlyList<ArmRuns> arms) =>
        [.. arms.Select(arm => arm.Seeds).Aggregate((all, some) => all.Intersect(some)).Order()];
}
