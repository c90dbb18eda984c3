using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Batches that take work (reading, decoding, scaling, augmenting), prepared ahead on other threads. Only plain memory is worked on
/// there: a second team of OpenMP threads would fight with the training's.
/// </summary>
internal sealed class PreparedBatches : EpochBatches
{
    // Enough that a slow batch does not hold the training up, and few enough to hold little memory.
    private static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly long[] _order;
    private readonly Queue<Task<Prepared>> _ahead = new();
    private readonly int _size;
    private int _started;

    public PreparedBatches(DataSet data, BatchPlan plan, long[] order, Func<int, NumberStream> randomOf) : base(data, plan, randomOf)
    {
        _order = order;
        _size = (int)data.InputShape.Aggregate((product, length) => product * length);
        StartAhead();
    }

    protected override Batch Take(int batch)
    {
        ReadOnlySpan<long> rows = RowsOf(batch);
        // The training thread is no thread of the pool: it may wait.
        Prepared ready = _ahead.Dequeue().GetAwaiter().GetResult();
        StartAhead();
        long[] shape = [rows.Length, .. Data.InputShape];
        return new Batch(
            ready.Tokens is { } tokens ? tensor(tokens, shape) : tensor(ready.Numbers!, shape),
            ready.Targets is { } targets ? tensor(targets, shape) : Data.TargetStore.Rows(tensor(rows.ToArray())));
    }

    private void StartAhead()
    {
        for (; _ahead.Count < Ahead && _started < Plan.Count; _started++)
        {
            int batch = _started;
            _ahead.Enqueue(Task.Run(() => Prepare(batch)));
        }
    }

    private Prepared Prepare(int batch)
    {
        NumberStream random = ChancesOf(batch);
        return Data.IsTokens
            ? new Prepared(null, Read<long>(batch, Data.Store, text => Data.Augmentation.ApplyTo(text, random)),
                // The tokens that follow, of a text that does not fit in memory.
                Data.TargetStore.IsWork ? Read<long>(batch, Data.TargetStore, _ => { }) : null)
            : new Prepared(Read<float>(batch, Data.Store, example => Data.Augmentation.ApplyTo(example, random)), null, null);
    }

    private T[] Read<T>(int batch, IExampleStore store, Action<Span<T>> change) where T : unmanaged
    {
        ReadOnlySpan<long> rows = RowsOf(batch);
        var values = new T[rows.Length * _size];
        for (int i = 0; i < rows.Length; i++)
        {
            Span<T> example = values.AsSpan(i * _size, _size);
            store.CopyTo(rows[i], MemoryMarshal.AsBytes(example));
            change(example);
        }
        return values;
    }

    private ReadOnlySpan<long> RowsOf(int batch) => _order.AsSpan(batch * Plan.Size, Plan.SizeOf(batch));

    /// <summary>The values of a batch.</summary>
    /// <param name="Numbers">(N, *) inputs; null where they are tokens.</param>
    /// <param name="Tokens">(N, T) inputs; null where they are numbers.</param>
    /// <param name="Targets">(N, T) targets; null where they are in memory as a tensor.</param>
    private sealed record Prepared(float[]? Numbers, long[]? Tokens, long[]? Targets);
}
