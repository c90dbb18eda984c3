using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>A study as the store has it, whoever searches it.</summary>
internal sealed class RecordedStudy(LabWorkspace workspace)
{
    private readonly RunStore _store = workspace.Store;

    /// <summary>The study of that id or name, of several of one name the newest.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public StudyRecord Find(string name)
    {
        if (_store.FindStudy(name) is { } found) return found;
        var names = _store.ListStudies().Select(study => study.Name).Distinct().ToList();
        throw new LabException(names.Count == 0 ? $"There is no study '{name}': nothing has been searched yet." : $"There is no study '{name}'. {Suggestions.Hint(name, names)}");
    }

    /// <summary>Its trials, those under way, and its winner where that has been trained.</summary>
    public StudyResult Read(StudyRecord record)
    {
        var study = Study.Of(_store, record);
        List<TrialRow> trials = [.. study.Trials.Select(trial => TrialRow.Of(trial, _store, study.Definition))];
        var result = new StudyResult
        {
            Facts = StudyFacts.Of(study, record.ModelName, record.Sampler),
            TrialsPlanned = Math.Max(study.TotalTrials, (int)Math.Min(PlannedBy(record), study.Definition.Sampler.CountTrials(study.Definition.Space) ?? long.MaxValue)),
            Trials = trials,
            UnderWay = [.. Running(record).Select(run => new TrialUnderWay($"trial {run.Trial}", StateOf(run)))],
            Winner = null,
            Notes = [],
        };
        return result with { Winner = result.Best is { } best ? WinnerOf(best) : null };
    }

    /// <summary>Runs of a study that are being trained, here or elsewhere.</summary>
    public IReadOnlyList<RunRecord> Running(StudyRecord record) => _store.List(new RunFilter { Study = record.Id, Status = RunStatus.Running, Sort = "trial" });

    // Of another version's recipe nothing is known, and the study can be looked at all the same.
    private int PlannedBy(StudyRecord record)
    {
        try
        {
            return StudyRecipe.Last(_store, record)?.Search.Trials ?? 0;
        }
        catch (LabException)
        {
            return 0;
        }
    }

    private RunProgress StateOf(RunRecord run)
    {
        var progress = new RunProgress(run, RunIdentity.ReadOptions(run));
        progress.Take(run, _store.Epochs(run.Id), StepCurve.Empty);
        return progress;
    }

    private Run? WinnerOf(TrialRow best) => _store.List(new RunFilter { Parent = best.RunId, Kind = "winner", Status = RunStatus.Finished }) is [var run, ..]
        ? new Run(run, _store.Epochs(run.Id), null, [])
        : null;
}
