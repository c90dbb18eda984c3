namespace Kiln.Training;

/// <summary>The batches of one epoch, one after the other.</summary>
internal abstract class EpochBatches(DataSet data, BatchPlan plan, Func<int, NumberStream> randomOf)
{
    private int _next;

    protected DataSet Data => data;

    protected BatchPlan Plan => plan;

    /// <summary>The next batch, whose tensors belong to the caller's dispose scope; null at the end.</summary>
    /// <exception cref="DataException">A picture that is read batch by batch cannot be read any more.</exception>
    public Batch? Next()
    {
        if (_next == plan.Count) return null;
        int batch = _next++;
        Batch plain = Take(batch);
        return data.Augmentation.Mixup is { } mixup ? mixup.Apply(plain, data, MixingOf(batch)) : plain;
    }

    protected abstract Batch Take(int batch);

    /// <summary>Chance for the examples of a batch.</summary>
    protected NumberStream ChancesOf(int batch) => randomOf(2 * batch);

    private NumberStream MixingOf(int batch) => randomOf(2 * batch + 1);
}
