using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Makes the store of a run fail once an epoch is recorded, mends it when the user was told, and ends the run when it works again.</summary>
/// <param name="begin">Makes it fail.</param>
/// <param name="end">Mends it; null for an outage that outlasts the run.</param>
internal sealed class Outage(Action begin, Action? end) : IRunCallback
{
    private const int EpochsMore = 3;

    private bool _isBegun, _isMended;
    private int _last = int.MaxValue;

    public void OnEpochEnded(EpochEnded epoch, RunControl run)
    {
        if (!_isBegun) Begin(run);
        if (epoch.Epoch >= _last) run.Stop("enough");
        if (_last != int.MaxValue || !Says(run, "the store does not take it")) return;
        if (end is null) _last = epoch.Epoch + EpochsMore;
        else if (!_isMended) Mend(end);
        else if (Says(run, "works again")) _last = epoch.Epoch + EpochsMore;
    }

    private void Begin(RunControl run)
    {
        // Not before the store has something to lose.
        if (Lab.Runs.Epochs(run.Progress.Run.Id).Count == 0) return;
        begin();
        _isBegun = true;
    }

    private void Mend(Action mend)
    {
        mend();
        _isMended = true;
    }

    private static bool Says(RunControl run, string words) => run.Progress.Notes.Any(note => note.Contains(words, StringComparison.Ordinal));
}
