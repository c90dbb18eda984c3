using Kiln.Search;

namespace Kiln;

/// <summary>A study while it is searched: what an executor needs to run its trials and to show them.</summary>
/// <remarks>Used on one flow only, the one that awaits the study.</remarks>
internal sealed class StudySession
{
    private readonly IStudyView _view;

    public StudySession(LabWorkspace workspace, SearchPlan plan, Study study, IStudyView view)
    {
        (Workspace, Plan, Study, _view) = (workspace, plan, study, view);
        Progress = new StudyProgress(study.Definition.Name, study.Definition.Sampler.Name, plan.Options) { TrialsPlanned = study.TotalTrials };
        foreach (var announcement in study.Announcements) Progress.AddNote(announcement);
        TakeIn();
    }

    /// <summary>Where its runs are recorded.</summary>
    public LabWorkspace Workspace { get; }

    /// <summary>Model, data and settings of its trials.</summary>
    public SearchPlan Plan { get; }

    /// <summary>The study: ask it for trials, tell it how they went.</summary>
    public Study Study { get; }

    /// <summary>What the view draws.</summary>
    public StudyProgress Progress { get; }

    /// <summary>Trains a trial in this process.</summary>
    public TrialTraining Training => new(this);

    /// <summary>Adds the trials that have ended since the last call, here or (after <see cref="Study.Refresh"/>) elsewhere, to the display's rows.</summary>
    public void TakeIn()
    {
        foreach (var trial in Study.Trials)
            if (!Progress.Has(trial.Number)) Progress.Add(Row(trial));
    }

    /// <summary>Offers the newest state to the view.</summary>
    public void Show() => _view.Show(Progress);

    /// <summary>Lets the view draw the end.</summary>
    public void Finish() => _view.Finish(Progress);

    private TrialRow Row(FinishedTrial trial)
    {
        var run = trial.RunId is null ? null : Workspace.Store.Find(trial.RunId);
        var parameters = trial.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var elapsed = run is null ? TimeSpan.Zero : Workspace.Store.Epochs(run.Id).LastOrDefault()?.Elapsed ?? TimeSpan.Zero;
        return new TrialRow(trial.Number, trial.RunId ?? "", parameters, trial.Value, trial.Status, trial.Reason, elapsed);
    }
}
