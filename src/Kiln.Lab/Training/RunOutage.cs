using Kiln.Runs;

namespace Kiln;

/// <summary>The time in which the store does not take what a run records: it is kept here and in a journal beside the store.</summary>
internal sealed class RunOutage(RunStore store, RunProgress progress)
{
    private readonly List<EpochRecord> _epochs = [];
    private string? _problem;
    private bool _isJournalled;
    private bool _isTold;

    /// <summary>Epochs that the store has not taken.</summary>
    public IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>Steps that the store has not taken.</summary>
    public StepCurve Steps { get; private set; } = StepCurve.Empty;

    /// <summary>The store has refused something.</summary>
    public void Begin(string problem) => _problem ??= problem;

    /// <summary>Keeps finished epochs.</summary>
    public void Keep(IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        Add(epochs, steps);
        Journal(() => store.Journal(progress.Run, _isJournalled ? epochs : progress.Epochs, _isJournalled ? steps : Steps));
    }

    /// <summary>Keeps the end of the run, too.</summary>
    public void KeepEnd(StepCurve steps, IReadOnlyList<string> files)
    {
        Add([], steps);
        Journal(() => store.JournalEnd(progress.Run, _isJournalled ? [] : progress.Epochs, _isJournalled ? steps : Steps, files));
    }

    /// <summary>The store has taken everything.</summary>
    public void End()
    {
        if (_isJournalled) store.DiscardJournal(progress.Run.Id);
        if (_isTold) progress.AddNote("The store works again and has all epochs.");
        _epochs.Clear();
        (Steps, _problem, _isJournalled, _isTold) = (StepCurve.Empty, null, false, false);
    }

    private void Add(IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        _epochs.AddRange(epochs);
        Steps = StepCurve.Join(Steps, steps).Thinned();
    }

    // The first entry has all epochs of the run: the store may be damaged beyond use, and then the journal is all there is.
    private void Journal(Func<string> write)
    {
        try
        {
            var file = write();
            _isJournalled = true;
            Tell($"What the run records is kept in {file} and taken in when the store works again.");
        }
        catch (RunStoreException problem)
        {
            _isJournalled = false;
            Tell("Nor can it be kept beside the store: " + problem.Message);
        }
    }

    private void Tell(string whatBecomesOfIt)
    {
        if (_isTold) return;
        _isTold = true;
        progress.AddNote($"Training goes on, but the store does not take it: {_problem} {whatBecomesOfIt}");
    }
}
