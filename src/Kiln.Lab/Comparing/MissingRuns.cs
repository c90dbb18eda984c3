using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains the runs that a comparison lacks, all in one display.</summary>
internal sealed class MissingRuns(LabWorkspace workspace, CompareOptions options)
{
    /// <summary>Trains them.</summary>
    /// <returns>Null where all were trained; else that the user stopped it, and what is kept.</returns>
    /// <exception cref="LabException">A run failed, or one cannot be trained here; those before it are kept.</exception>
    public async Task<string?> Train(IReadOnlyList<ArmsOnData> places, CancellationToken cancellationToken)
    {
        var missing = places.SelectMany(place => place.Missing.Select(run => (Place: place, run.Arm, run.Seed))).ToList();
        if (missing.Count == 0) return null;
        if (missing.FirstOrDefault(run => run.Arm.Source.Model is null).Arm is { } lost) throw WithoutDefinition(lost.Source);
        var view = workspace.Display.ShowComparison();
        var (done, last) = (0, (RunRecord?)null);
        foreach (var (place, arm, seed) in missing)
        {
            ComparisonProgress Progress(RunProgress? current) =>
                new(options.Metric, [.. place.Arms.Select(one => (one.Name, one.Values))], missing.Count, done, current) { Last = last };

            var prepared = Prepare(place, arm, seed);
            var (run, result) = await new RunExecution(workspace).Execute(prepared, new InnerView(view, Progress), cancellationToken);
            if (result.Outcome != TrainingOutcome.Finished)
            {
                view.Finish(Progress(null));
                if (result.StoppedBy == StopReason.User) return $"It was stopped: {done} of {missing.Count} missing runs were trained and are kept. The same command goes on from there.";
                throw Unfinished(run, result, done, missing.Count);
            }

            arm.Add(run.Record);
            (done, last) = (done + 1, run.Record);
            if (done < missing.Count) view.Show(Progress(null));
            else view.Finish(Progress(null));
        }
        return null;
    }

    private PreparedRun Prepare(ArmsOnData place, ArmRuns arm, long seed)
    {
        var settings = new RunSettings { Kind = "arm", Group = arm.Group, Hyperparameters = arm.Parameters, Name = arm.Source.Run?.Name };
        return PreparedRun.Prepare(workspace, arm.Source.Model!, place.Data, arm.Train with { Seed = seed }, settings);
    }

    private static LabException WithoutDefinition(ArmSource source) => new(
        $"'{source.Name}' is a run of the model '{source.Run!.ModelName}', of which this session has no definition like that run's, so that no more seeds of it can be trained. "
        + $"Run its #!model cell (#!runs show {source.Run.Id} prints it), or leave out --seeds to compare the runs there are.");

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
