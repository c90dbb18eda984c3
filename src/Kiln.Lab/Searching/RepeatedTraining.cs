using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>
/// Trains a trial over several seeds or folds. The trial's own row then has their means, and as its epochs one value for each of them;
/// each training is a run of its own, whose parent is the trial.
/// </summary>
internal sealed class RepeatedTraining(StudySession session, TrialTraining training)
{
    private const string Kind = "repeat";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly RunStore _store = session.Workspace.Store;

    /// <summary>Trains what is missing, and sums up. The trial's own row gives signs of life all the time: its runs do so only while they train.</summary>
    public async Task<(Run Run, TrainingResult Result)> Train(Trial trial, CancellationToken cancellationToken)
    {
        var (row, time) = (_store.Get(trial.RunId!), session.Workspace.Time);
        var heartbeat = new Heartbeat(_store, row.Id, time);
        heartbeat.Beat();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var training = TrainAll(trial, row, end.Token);
        while (!training.IsCompleted)
        {
            await Task.WhenAny(training, Task.Delay(Pause, time, CancellationToken.None));
            if (!heartbeat.Beat()) await end.CancelAsync();
        }
        heartbeat.Look();
        return (new Run(row, [], null, []) { IsLost = heartbeat.IsLost }, await training);
    }

    private async Task<TrainingResult> TrainAll(Trial trial, RunRecord trialRow, CancellationToken cancellationToken)
    {
        var (metric, elapsed) = (session.Study.Definition.Metric, TimeSpan.Zero);
        List<ImmutableSortedDictionary<string, double>> done = [];
        foreach (var repeat in session.Plan.Repeats)
        {
            var (run, result) = await TrainOne(trial, trialRow, repeat, cancellationToken);
            elapsed += result.Elapsed;
            if (result.Outcome == TrainingOutcome.Stopped && result.StoppedBy == StopReason.User) return result;
            if (result.Outcome is TrainingOutcome.Failed or TrainingOutcome.Diverged || result.Metrics.IsEmpty)
                return result with { Outcome = TrainingOutcome.Failed, Reason = $"{repeat.Label} (run {run.Id}): {result.Reason}" };
            done.Add(result.Metrics);
            session.Study.Report(trial, done.Count, result.Metrics.GetValueOrDefault(metric, double.NaN));
            if (done.Count < session.Plan.Repeats.Count && session.Study.ShouldPrune(trial))
                return result with { Outcome = TrainingOutcome.Stopped, StoppedBy = StopReason.Pruned, Reason = $"{session.Study.Definition.Pruner!.Name} ended it after {repeat.Label} of {session.Plan.Repeats.Count}" };
        }
        return new TrainingResult { Outcome = TrainingOutcome.Finished, Metrics = Summary(done, metric), Elapsed = elapsed };
    }

    private async Task<(Run Run, TrainingResult Result)> TrainOne(Trial trial, RunRecord trialRow, TrialRepeat repeat, CancellationToken cancellationToken)
    {
        var seed = trialRow.Seed + repeat.SeedOffset;
        var earlier = _store.List(new RunFilter { Parent = trialRow.Id, Kind = Kind }).FirstOrDefault(run => run.Seed == seed && run.DataFingerprint == repeat.Data.Fingerprint);
        if (earlier is { Status: RunStatus.Finished })
            return (new Run(earlier, [], null, []), new TrainingResult { Outcome = TrainingOutcome.Finished, Metrics = earlier.Metrics, Elapsed = _store.Epochs(earlier.Id).LastOrDefault()?.Elapsed ?? TimeSpan.Zero });
        var resumes = earlier is { Status: RunStatus.Stopped } && _store.Reopen(earlier.Id);
        var (options, hyperparameters) = session.Plan.Settings.Of(trialRow.Parameters);
        options = options with { Seed = seed };
        var settings = new RunSettings
        {
            Name = $"{trialRow.Name}-{repeat.Label.Replace(' ', '-')}",
            Kind = Kind,
            Parent = trialRow.Id,
            Group = trialRow.Id,
            Hyperparameters = hyperparameters,
            Test = false,
        };
        var prepared = resumes
            ? new PreparedRun(earlier! with { Status = RunStatus.Running }, training.JobOf(earlier!, repeat.Data, options, hyperparameters, isTakenUp: true), options, [])
            : PreparedRun.Prepare(session.Workspace, session.Plan.Model, repeat.Data, options, settings);
        return await training.Execute($"trial {trial.Number}, {repeat.Label}", prepared, cancellationToken);
    }

    private static ImmutableSortedDictionary<string, double> Summary(List<ImmutableSortedDictionary<string, double>> runs, string metric)
    {
        var means = runs[0].Keys.Where(name => runs.All(run => run.ContainsKey(name))).ToImmutableSortedDictionary(name => name, name => runs.Average(run => run[name]));
        if (!means.TryGetValue(metric, out var mean)) return means;
        return means.SetItem(metric + "_sd", Math.Sqrt(runs.Sum(run => Math.Pow(run[metric] - mean, 2)) / (runs.Count - 1)));
    }
}
