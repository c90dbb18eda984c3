using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The finished runs of one arm, by seed: all of one identity, the newest definition's.</summary>
internal sealed class ArmRuns
{
    private readonly SortedDictionary<long, RunRecord> _bySeed = [];
    private readonly string _metric;

    private ArmRuns(ModelDefinition model, TrainOptions train, string group, string metric)
    {
        Model = model;
        Train = train;
        Group = group;
        _metric = metric;
    }

    public ModelDefinition Model { get; }

    public TrainOptions Train { get; }

    public string Group { get; }

    public IEnumerable<long> Seeds => _bySeed.Keys;

    public IReadOnlyList<double> Values => [.. _bySeed.Values.Select(run => run.Metrics[_metric])];

    public bool Has(long seed) => _bySeed.ContainsKey(seed);

    /// <summary>Takes in a run.</summary>
    /// <exception cref="LabException">It lacks the metric.</exception>
    public void Add(RunRecord run)
    {
        if (!run.Metrics.ContainsKey(_metric))
            throw new LabException($"Run {run.Id} has no metric '{_metric}'. It has: {string.Join(", ", run.Metrics.Keys)}.");
        _bySeed[run.Seed] = run;
    }

    /// <summary>The runs of the given seeds, in their order.</summary>
    public IReadOnlyList<RunRecord> Over(IEnumerable<long> seeds) => [.. seeds.Select(seed => _bySeed[seed])];

    /// <summary>The metric of a run.</summary>
    public double ValueOf(RunRecord run) => run.Metrics[_metric];

    /// <summary>Finds what the store already has.</summary>
    public static ArmRuns Gather(LabWorkspace workspace, ModelDefinition model, DataSet data, CompareOptions options)
    {
        var finished = workspace.Store.List(new RunFilter { ModelHash = model.Hash, DataFingerprint = data.Fingerprint, Status = RunStatus.Finished })
            .Where(run => run.Study is null && run.Parameters.Count == 0 && run.Metrics.ContainsKey(options.Metric))
            .ToList();
        var train = options.Train ?? (finished.Count > 0 ? RunIdentity.ReadOptions(finished[0]) : new TrainOptions());
        var wanted = RunIdentity.Of(model, data, train, new Dictionary<string, string>());
        var matching = finished.Where(run => RunIdentity.Of(run) == wanted && RunIdentity.ReadOptions(run).Epochs == train.Epochs).ToList();
        var arm = new ArmRuns(model, train, matching.FirstOrDefault()?.Group ?? workspace.Store.NewId(), options.Metric);
        // The list comes newest first; of several runs of one seed the newest counts.
        foreach (var run in Enumerable.Reverse(matching)) arm.Add(run);
        return arm;
    }
}
