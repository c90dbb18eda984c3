using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Batches that take work (decoding, scaling, augmenting), prepared ahead on other threads. Only plain memory is worked on there:
/// a second team of OpenMP threads would fight with the training's.
/// </summary>
internal sealed class PreparedBatches : EpochBatches
{
    // Enough that a slow batch does not hold the training up, and few enough to hold little memory.
    private static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly long[] _order;
    private readonly Queue<Task<float[]>> _ahead = new();
    private int _started;

    public PreparedBatches(DataSet data, BatchPlan plan, long[] order, Func<int, NumberStream> randomOf) : base(data, plan, randomOf)
    {
        _order = order;
        // Texts are few bytes: they are changed when they are taken.
        if (!data.IsTokens) StartAhead();
    }

    protected override Batch Take(int batch)
    {
        ReadOnlySpan<long> rows = RowsOf(batch);
        Tensor targets = Data.Targets.index_select(0, tensor(rows.ToArray()));
        if (Data.IsTokens) return new Batch(TextsOf(batch, rows), targets);
        // The training thread is no thread of the pool: it may wait.
        float[] values = _ahead.Dequeue().GetAwaiter().GetResult();
        StartAhead();
        return new Batch(tensor(values, [rows.Length, .. Data.InputShape]), targets);
    }

    private void StartAhead()
    {
        for (; _ahead.Count < Ahead && _started < Plan.Count; _started++)
        {
            int batch = _started;
            _ahead.Enqueue(Task.Run(() => Prepare(batch)));
        }
    }

    private float[] Prepare(int batch)
    {
        ReadOnlySpan<long> rows = RowsOf(batch);
        int size = (int)Data.InputShape.Aggregate((product, length) => product * length);
        var values = new float[rows.Length * size];
        NumberStream random = ChancesOf(batch);
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> example = values.AsSpan(i * size, size);
            Data.Store.CopyTo(rows[i], example);
            Data.Augmentation.ApplyTo(example, random);
        }
        return values;
    }

    private Tensor TextsOf(int batch, ReadOnlySpan<long> rows)
    {
        Tensor texts = Data.Store.Rows(tensor(rows.ToArray()));
        Span<long> tokens = MemoryMarshal.Cast<byte, long>(texts.bytes);
        int length = tokens.Length / rows.Length;
        NumberStream random = ChancesOf(batch);
        for (int i = 0; i < rows.Length; i++) Data.Augmentation.ApplyTo(tokens.Slice(i * length, length), random);
        return texts;
    }

    private ReadOnlySpan<long> RowsOf(int batch) => _order.AsSpan(batch * Plan.Size, Plan.SizeOf(batch));
}
