using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The finished runs of one arm, by seed: all of one identity.</summary>
internal sealed class ArmRuns
{
    private readonly SortedDictionary<long, RunRecord> _bySeed = [];
    private readonly string _metric;

    private ArmRuns(ArmSource source, RunIdentity identity, TrainOptions train, string metric)
    {
        Source = source;
        Identity = identity;
        Train = train;
        _metric = metric;
    }

    public ArmSource Source { get; }

    public string Name => Source.Name;

    /// <summary>What all its runs have in common besides their seeds.</summary>
    public RunIdentity Identity { get; }

    /// <summary>How they are trained.</summary>
    public TrainOptions Train { get; }

    /// <summary>Hyperparameters that differ from the definition's defaults.</summary>
    public ImmutableSortedDictionary<string, string> Parameters => Source.Run?.Parameters ?? ImmutableSortedDictionary<string, string>.Empty;

    public required string Group { get; init; }

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
    public static ArmRuns Gather(LabWorkspace workspace, ArmSource source, DataSet data, CompareOptions options)
    {
        var finished = workspace.Store.List(new RunFilter { ModelHash = source.ModelHash, DataFingerprint = data.Fingerprint, Status = RunStatus.Finished });
        var (train, identity) = source.Run is { } like ? AsRun(like, data) : AsNewest(source.Model!, data, finished, options);
        var matching = finished
            .Where(run => run.Metrics.ContainsKey(options.Metric) && RunIdentity.Of(run) == identity && RunIdentity.ReadOptions(run).Epochs == train.Epochs)
            .ToList();
        var arm = new ArmRuns(source, identity, train, options.Metric) { Group = matching.FirstOrDefault()?.Group ?? workspace.Store.NewId() };
        // The list comes newest first; of several runs of one seed the newest counts.
        foreach (var run in Enumerable.Reverse(matching)) arm.Add(run);
        return arm;
    }

    private static (TrainOptions, RunIdentity) AsRun(RunRecord run, DataSet data) =>
        (RunIdentity.ReadOptions(run), RunIdentity.Of(run) with { DataFingerprint = data.Fingerprint });

    private static (TrainOptions, RunIdentity) AsNewest(ModelDefinition model, DataSet data, IReadOnlyList<RunRecord> finished, CompareOptions options)
    {
        var newest = finished.FirstOrDefault(run => run.Study is null && run.Parameters.Count == 0);
        var train = options.Train ?? (newest is null ? new TrainOptions() : RunIdentity.ReadOptions(newest));
        // Runs that must be trained for the comparison measure what is compared.
        train = Metrics.Measuring(options.Metric, options.Change?.Invoke(train) ?? train, data);
        return (train, RunIdentity.Of(model, data, train, ImmutableDictionary<string, string>.Empty));
    }
}
