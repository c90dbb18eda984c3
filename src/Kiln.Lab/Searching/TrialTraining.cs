using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains one trial of a study, or its winner, and shows the run as part of the study.</summary>
internal sealed class TrialTraining(
    LabWorkspace workspace, TrialSettings settings, ModelDefinition model, DataSet data, StudyProgress progress, IStudyView view)
{
    /// <summary>Trains a trial; one that an earlier process began goes on from its checkpoint.</summary>
    public async Task<(Run Run, TrainingResult Result)> Train(Trial trial, CancellationToken cancellationToken)
    {
        var row = workspace.Store.Get(trial.RunId!);
        var (train, hyperparameters) = settings.Of(row.Parameters);
        train = train with { Seed = row.Seed };
        var folder = workspace.Store.RunFolder(row.Id);
        var job = new TrainingJob
        {
            Model = model,
            Data = data,
            Options = train,
            Hyperparameters = hyperparameters,
            CheckpointFolder = folder,
            Resume = trial.IsTakenUp && File.Exists(Path.Combine(folder, "last", "state.json")),
            EvaluateTest = false,
            Weights = WeightSources.Of(workspace, train),
        };
        progress.CurrentLabel = $"trial {trial.Number}";
        return await Execute(new PreparedRun(row, job, train, []), cancellationToken);
    }

    /// <summary>Trains the best trial's settings with a fresh seed and measures them on the test split; done once per winner.</summary>
    public async Task<Run?> TrainWinner(FinishedTrial best, long seed, CancellationToken cancellationToken)
    {
        var trial = workspace.Store.Get(best.RunId!);
        var earlier = workspace.Store.List(new RunFilter { Parent = trial.Id, Kind = "winner", Status = RunStatus.Finished }).FirstOrDefault();
        if (earlier is not null) return new Run(earlier, workspace.Store.Epochs(earlier.Id), null, []);

        var (train, hyperparameters) = settings.Of(trial.Parameters);
        train = train with { Seed = seed };
        var winner = new RunSettings { Name = $"{progress.Study}-winner", Kind = "winner", Parent = trial.Id, Hyperparameters = hyperparameters };
        progress.CurrentLabel = "winner";
        var (run, result) = await Execute(PreparedRun.Prepare(workspace, model, data, train, winner), cancellationToken);
        if (result.Outcome == TrainingOutcome.Finished) return run;
        progress.AddNote($"The winner was not measured on the test split: {result.Reason}.");
        return null;
    }

    private async Task<(Run Run, TrainingResult Result)> Execute(PreparedRun prepared, CancellationToken cancellationToken)
    {
        var done = await new RunExecution(workspace).Execute(prepared, new InnerView(progress, view), cancellationToken);
        progress.Current = null;
        return done;
    }

    private sealed class InnerView(StudyProgress progress, IStudyView outer) : IRunView
    {
        public void Show(RunProgress run)
        {
            progress.Current = run;
            outer.Show(progress);
        }

        public void Finish(RunProgress run) => Show(run);
    }
}
