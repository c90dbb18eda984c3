using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains one trial of a study, and shows the run as part of the study.</summary>
internal sealed class TrialTraining(StudySession session)
{
    private readonly LabWorkspace _workspace = session.Workspace;
    private readonly SearchPlan _plan = session.Plan;

    /// <summary>Trains a trial; one that an earlier process began goes on from its checkpoint.</summary>
    public async Task<(Run Run, TrainingResult Result)> Train(Trial trial, CancellationToken cancellationToken)
    {
        var row = _workspace.Store.Get(trial.RunId!);
        if (_plan.Repeats.Count > 0) return await new RepeatedTraining(session, this).Train(trial, cancellationToken);
        var (train, hyperparameters) = _plan.Settings.Of(row);
        var job = JobOf(row, _plan.Data, train, hyperparameters, trial.IsTakenUp) with
        {
            BranchFrom = row.ParentKind == RunRecord.Branch ? _workspace.Store.RunFolder(row.Parent!) : null,
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
