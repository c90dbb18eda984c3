using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Compares two models over shared seeds: gathers their runs, trains what is missing, lets the statistics speak.</summary>
internal sealed class ComparisonExecution(LabWorkspace workspace, CompareOptions options)
{
    /// <summary>Compares two defined models.</summary>
    public async Task<Comparison> Execute(string modelA, string modelB, string? dataName, CancellationToken cancellationToken)
    {
        if (string.Equals(modelA, modelB, StringComparison.OrdinalIgnoreCase))
            throw new LabException($"'{modelA}' was compared with itself. Name two different models.");
        var data = workspace.FindData(dataName);
        var a = ArmRuns.Gather(workspace, workspace.Models.Get(modelA), data, options);
        var b = ArmRuns.Gather(workspace, workspace.Models.Get(modelB), data, options);
        var seeds = options.Seeds is { } wanted
            ? Enumerable.Range(0, wanted).Select(i => options.FirstSeed + i).ToList()
            : a.Seeds.Intersect(b.Seeds).Order().ToList();
        if (options.Seeds is not null) await TrainMissing(a, b, seeds, data, cancellationToken);
        if (seeds.Count < 2) throw TooFew(a, b, seeds.Count);
        return Conclude(a, b, seeds, data);
    }

    // Seed by seed rather than arm by arm: an interrupted comparison then holds complete pairs.
    private async Task TrainMissing(ArmRuns a, ArmRuns b, List<long> seeds, DataSet data, CancellationToken cancellationToken)
    {
        var missing = seeds.SelectMany(seed => new[] { (Arm: a, Seed: seed), (Arm: b, Seed: seed) })
            .Where(run => !run.Arm.Has(run.Seed)).ToList();
        if (missing.Count == 0) return;
        var view = workspace.Display.ShowComparison();
        var done = 0;
        ComparisonProgress Progress(RunProgress? current) =>
            new(options.Metric, [(a.Model.Name, a.Values), (b.Model.Name, b.Values)], missing.Count, done, current);

        foreach (var (arm, seed) in missing)
        {
            var prepared = PreparedRun.Prepare(workspace, arm.Model, data, arm.Train with { Seed = seed }, new RunSettings { Kind = "arm", Group = arm.Group });
            var (run, result) = await new RunExecution(workspace).Execute(prepared, new InnerView(view, Progress), cancellationToken);
            if (result.Outcome != TrainingOutcome.Finished)
            {
                view.Finish(Progress(null));
                throw Unfinished(run, result, done, missing.Count);
            }

            arm.Add(run.Record);
            done++;
            view.Show(Progress(null));
        }

        view.Finish(Progress(null));
    }

    private Comparison Conclude(ArmRuns a, ArmRuns b, List<long> seeds, DataSet data)
    {
        var armA = a.Over(seeds);
        var armB = b.Over(seeds);
        var statistics = PairedComparison.Of(armA.Values, armB.Values, new PairedComparisonOptions
        {
            NameA = armA.Model,
            NameB = armB.Model,
            HigherIsBetter = Metrics.HigherIsBetter(options.Metric),
            Alpha = options.Alpha,
            Rope = options.Rope,
        });
        return new Comparison
        {
            Metric = options.Metric,
            Data = data.Name,
            A = armA,
            B = armB,
            Seeds = seeds,
            Statistics = statistics,
            Differences = ConfigurationDiff.Between(armA.Runs[0], armB.Runs[0]),
            Verdict = statistics.Sentence,
        };
    }

    private LabException TooFew(ArmRuns a, ArmRuns b, int shared) => new(
        $"Comparing '{a.Model.Name}' with '{b.Model.Name}' needs at least 2 seeds that both have {options.Metric} for, got {shared} "
        + $"('{a.Model.Name}' has {a.Seeds.Count()}, '{b.Model.Name}' has {b.Seeds.Count()}). Add --seeds 6 to train what is missing.");

    private static LabException Unfinished(Run run, TrainingResult result, int done, int planned) => new(
        $"The comparison stopped at run {run.Id} ({run.Record.ModelName}, seed {run.Record.Seed}): {result.Reason ?? "it did not finish"}. "
        + $"{done} of {planned} missing runs are kept; the same command goes on from there.", result.Exception);

    /// <summary>Shows the run in training as part of the comparison.</summary>
    private sealed class InnerView(IComparisonView outer, Func<RunProgress?, ComparisonProgress> progress) : IRunView
    {
        public void Show(RunProgress run) => outer.Show(progress(run));

        public void Finish(RunProgress run) => outer.Show(progress(run));
    }
}
