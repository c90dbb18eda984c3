using Kiln.Search;

namespace Kiln;

/// <summary>A study while it is searched: what an executor needs to run its trials and to show them.</summary>
/// <remarks>Used on one flow only, the one that awaits the study.</remarks>
internal sealed class StudySession
{
    private readonly IStudyView _view;
    private readonly long _start;

    public StudySession(LabWorkspace workspace, SearchPlan plan, Study study, IStudyView view)
    {
        (Workspace, Plan, Study, _view) = (workspace, plan, study, view);
        _start = workspace.Time.GetTimestamp();
        Progress = new StudyProgress(StudyFacts.Of(study, plan.Model.Name, plan.Method)) { TrialsPlanned = study.TotalTrials };
        foreach (var announcement in study.Announcements) Progress.AddNote(announcement);
        TakeIn();
        Progress.BeginPace();
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
    /// <returns>The rows that were added.</returns>
    public IReadOnlyList<TrialRow> TakeIn()
    {
        List<TrialRow> added = [.. Study.Trials.Where(trial => !Progress.Has(trial.Number)).Select(trial => TrialRow.Of(trial, Workspace.Store, Study.Definition))];
        added.ForEach(Progress.Add);
        return added;
    }

    /// <summary>Offers the newest state to the view.</summary>
    public void Show()
    {
        Progress.Elapsed = Workspace.Time.GetElapsedTime(_start);
        _view.Show(Progress);
    }

    /// <summary>Lets the view draw the end.</summary>
    public void Finish() => _view.Finish(Progress);
}
