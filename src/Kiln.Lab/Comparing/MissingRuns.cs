using Kiln.Training;

namespace Kiln;

/// <summary>Trains the runs that a comparison lacks, all in one display.</summary>
internal sealed class MissingRuns(LabWorkspace workspace, CompareOptions options)
{
    /// <summary>Trains them.</summary>
    /// <exception cref="LabException">A run did not finish; those before it are kept.</exception>
    public async Task Train(IReadOnlyList<ArmsOnData> places, CancellationToken cancellationToken)
    {
        var missing = places.SelectMany(place => place.Missing.Select(run => (Place: place, run.Arm, run.Seed))).ToList();
        if (missing.Count == 0) return;
        var view = workspace.Display.ShowComparison();
        var done = 0;
        foreach (var (place, arm, seed) in missing)
        {
            ComparisonProgress Progress(RunProgress? current) =>
                new(options.Metric, [.. place.Arms.Select(one => (one.Model.Name, one.Values))], missing.Count, done, current);

            var prepared = PreparedRun.Prepare(workspace, arm.Model, place.Data, arm.Train with { Seed = seed }, new RunSettings { Kind = "arm", Group = arm.Group });
            var (run, result) = await new RunExecution(workspace).Execute(prepared, new InnerView(view, Progress), cancellationToken);
            if (result.Outcome != TrainingOutcome.Finished)
            {
                view.Finish(Progress(null));
                throw Unfinished(run, result, done, missing.Count);
            }

            arm.Add(run.Record);
            done++;
            if (done < missing.Count) view.Show(Progress(null));
            else view.Finish(Progress(null));
        }
    }

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
