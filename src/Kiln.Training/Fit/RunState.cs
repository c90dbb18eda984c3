namespace Kiln.Training;

/// <summary>How far a run has come: its epochs, the best of them, and copies of the weights worth keeping.</summary>
internal sealed class RunState(bool keepBest, BestRule best) : IDisposable
{
    private readonly List<EpochEnded> _epochs = [];

    public IReadOnlyList<EpochEnded> Epochs => _epochs;

    public int LastEpoch => _epochs.Count == 0 ? 0 : _epochs[^1].Epoch;

    /// <summary>The best epoch so far; null before the first.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>The weights to hand back; null before the first finished epoch.</summary>
    public WeightSnapshot? Kept { get; private set; }

    public EpochEnded? KeptEpoch => _epochs.Find(epoch => epoch.Epoch == Kept?.Epoch);

    /// <summary>Whether an epoch of such metrics beats the best so far.</summary>
    public bool IsBest(IReadOnlyDictionary<string, double> metrics) =>
        _epochs.Find(epoch => epoch.Epoch == BestEpoch) is not { } before || best.IsBetter(metrics, before.Metrics);

    /// <summary>Takes a finished epoch's weights over if they are the ones to keep; otherwise frees them.</summary>
    public void Take(WeightSnapshot weights, bool isBest)
    {
        if (isBest) BestEpoch = weights.Epoch;
        if (!isBest && keepBest)
        {
            weights.Dispose();
            return;
        }
        Kept?.Dispose();
        Kept = weights;
    }

    public void Add(EpochEnded epoch) => _epochs.Add(epoch);

    /// <summary>Continues from a checkpoint; <paramref name="kept"/> is null if the best weights are lost.</summary>
    public void Restore(IEnumerable<EpochRow> history, WeightSnapshot? kept)
    {
        _epochs.AddRange(history.Select(row => row.ToEvent()));
        BestEpoch = keepBest ? kept?.Epoch : _epochs.FindLast(epoch => epoch.IsBest)?.Epoch;
        Kept = kept;
    }

    public void Dispose() => Kept?.Dispose();
}
