namespace Kiln.Training;

/// <summary>How far a run has come: its epochs, the best of them, and copies of the weights worth keeping.</summary>
internal sealed class RunState(bool keepBest) : IDisposable
{
    private readonly List<EpochEnded> _epochs = [];
    private readonly List<double> _losses = [];

    /// <summary>Which epoch is the best one; by the loss until the model is known.</summary>
    public BestRule Rule { get; set; } = new(null);

    public IReadOnlyList<EpochEnded> Epochs => _epochs;

    /// <summary>The loss of each epoch, of validation if there is one: what a schedule may look at.</summary>
    public IReadOnlyList<double> Losses => _losses;

    public int LastEpoch => _epochs.Count == 0 ? 0 : _epochs[^1].Epoch;

    /// <summary>The best epoch so far; null before the first.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>The weights to hand back; null before the first finished epoch.</summary>
    public WeightSnapshot? Kept { get; private set; }

    public EpochEnded? KeptEpoch => EpochOf(Kept?.Epoch);

    /// <summary>Whether an epoch of such metrics beats the best so far.</summary>
    public bool IsBest(IReadOnlyDictionary<string, double> metrics) =>
        EpochOf(BestEpoch) is not { } before || Rule.IsBetter(metrics, before.Metrics);

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

    public void Add(EpochEnded epoch)
    {
        _epochs.Add(epoch);
        _losses.Add(epoch.Metrics.GetValueOrDefault(MetricNames.ValLoss, epoch.Metrics[MetricNames.TrainLoss]));
    }

    /// <summary>Continues from a checkpoint; <paramref name="kept"/> is null if the best weights are lost.</summary>
    public void Restore(IEnumerable<EpochRow> history, WeightSnapshot? kept)
    {
        foreach (EpochRow row in history) Add(row.ToEvent());
        BestEpoch = keepBest ? kept?.Epoch : _epochs.FindLast(epoch => epoch.IsBest)?.Epoch;
        Kept = kept;
    }

    public void Dispose() => Kept?.Dispose();

    // Epochs are counted from 1 without gaps.
    private EpochEnded? EpochOf(int? epoch) => epoch is { } number ? _epochs[number - 1] : null;
}
