using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains one trial of a study, or its winner, and shows the run as part of the study.</summary>
internal sealed class TrialTraining(StudySession session)
{
    private readonly LabWorkspace _workspace = session.Workspace;
    private readonly SearchPlan _plan = session.Plan;

    /// <summary>Trains a trial; one that an earlier process began goes on from its checkpoint.</summary>
    public async Task<(Run Run, TrainingResult Result)> Train(Trial trial, CancellationToken cancellationToken)
    {
        var row = _workspace.Store.Get(trial.RunId!);
        if (_plan.Repeats.Count > 0)
            return (new Run(row, [], null, []), await new RepeatedTraining(session, this).Train(trial, cancellationToken));
        var (train, hyperparameters) = _plan.Settings.Of(row.Parameters);
        train = train with { Seed = row.Seed };
        var job = JobOf(row, _plan.Data, train, hyperparameters, trial.IsTakenUp) with
        {
            WhyPruned = _plan.Definition.Pruner is null ? null : new TrialPruning(session.Study, trial, train.Epochs).Why,
        };
        return await Execute($"trial {trial.Number}", new PreparedRun(row, job, train, []), cancellationToken);
    }

    /// <summary>The training of a run that has its row.</summary>
    public TrainingJob JobOf(RunRecord run, DataSet data, TrainOptions options, IReadOnlyDictionary<string, string> hyperparameters, bool isTakenUp)
    {
        var folder = _workspace.Store.RunFolder(run.Id);
        return new TrainingJob
        {
            Model = _plan.Model,
            Data = data,
            Options = options,
            Hyperparameters = hyperparameters,
            CheckpointFolder = folder,
            Resume = isTakenUp && File.Exists(Path.Combine(folder, "last", "state.json")),
            EvaluateTest = false,
            Weights = WeightSources.Of(_workspace, options),
        };
    }

    /// <summary>Trains the best trial's settings with a fresh seed and measures them on the test split; done once per winner.</summary>
    public async Task<Run?> TrainWinner(FinishedTrial best, long seed, CancellationToken cancellationToken)
    {
        var trial = _workspace.Store.Get(best.RunId!);
        var earlier = _workspace.Store.List(new RunFilter { Parent = trial.Id, Kind = "winner", Status = RunStatus.Finished }).FirstOrDefault();
        if (earlier is not null) return new Run(earlier, _workspace.Store.Epochs(earlier.Id), null, []);

        var (train, hyperparameters) = _plan.Settings.Of(trial.Parameters);
        train = train with { Seed = seed };
        var winner = new RunSettings { Name = $"{session.Progress.Facts.Name}-winner", Kind = "winner", Parent = trial.Id, Hyperparameters = hyperparameters };
        var (run, result) = await Execute("winner", PreparedRun.Prepare(_workspace, _plan.Model, _plan.Data, train, winner), cancellationToken);
        if (result.Outcome == TrainingOutcome.Finished) return run;
        session.Progress.AddNote($"The winner was not measured on the test split: {result.Reason}.");
        return null;
    }

    /// <summary>Trains a run and shows it as part of the study.</summary>
    public async Task<(Run Run, TrainingResult Result)> Execute(string label, PreparedRun prepared, CancellationToken cancellationToken)
    {
        try
        {
            var view = new InnerView(session, label);
            var (run, result) = await new RunExecution(_workspace).Execute(prepared, view, cancellationToken);
            return (run, TrialCosts.AddTo(result, view.Newest, _plan.Definition));
        }
        finally
        {
            session.Progress.Leave(label);
        }
    }

    private sealed class InnerView(StudySession session, string label) : IRunView
    {
        public RunProgress? Newest { get; private set; }

        public void Show(RunProgress run)
        {
            Newest = run;
            session.Progress.Enter(new TrialUnderWay(label, run));
            session.Show();
        }

        public void Finish(RunProgress run) => Show(run);
    }
}
