using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Threads that make batches ahead of the one who takes them, who gets them in order.</summary>
/// <remarks>At most twice as many batches as there are workers wait or are being made, so memory is bounded.</remarks>
internal sealed class BatchesAhead<T, S> : IBatchSource<S>
{
    private readonly object _gate = new();
    private readonly Queue<Slot> _slots = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly BatchMaker<T, S> _maker;
    private readonly BatchIndices _indices;
    private readonly Thread[] _workers;
    private readonly bool _gradients = is_grad_enabled();
    private bool _ended;

    public BatchesAhead(BatchMaker<T, S> maker, BatchIndices indices, int workers)
    {
        _maker = maker;
        _indices = indices;
        _workers = [.. Enumerable.Range(1, workers).Select(number => new Thread(Work) { IsBackground = true, Name = $"data worker {number}" })];
        foreach (var worker in _workers) worker.Start();
    }

    public MadeBatch<S>? Take()
    {
        Slot slot;
        lock (_gate)
        {
            while (_slots.Count == 0 ? !_ended : !_slots.Peek().IsReady) Monitor.Wait(_gate);
            if (_slots.Count == 0) return null;
            slot = _slots.Dequeue();
            if (slot.Error is not null) _ended = true;
            Monitor.PulseAll(_gate);
        }
        slot.Error?.Throw();
        return slot.Batch;
    }

    public void Stop()
    {
        _stop.Cancel();
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the items that are being read, because whoever asked for the end may dispose the data set next.</summary>
    public void Dispose()
    {
        Stop();
        foreach (var worker in _workers) worker.Join();
        foreach (var slot in _slots) slot.Batch?.Dispose();
        _slots.Clear();
        _indices.Dispose();
        _stop.Dispose();
    }

    private void Work()
    {
        // As many threads for each operator as for training would only be in training's way.
        UseOneThread();
        using var mode = set_grad_enabled(_gradients);
        while (Claim() is var (slot, batch))
        {
            try
            {
                Finish(slot, _maker.Make(batch, _stop.Token), null);
            }
            catch (Exception error)
            {
                Finish(slot, null, error);
            }
        }
    }

    /// <summary>The place in the order and the indices of the next batch, or null when there is no more to do.</summary>
    private (Slot, long[])? Claim()
    {
        lock (_gate)
        {
            while (!_ended && _slots.Count >= 2 * _workers.Length) Monitor.Wait(_gate);
            if (_ended) return null;
            var slot = new Slot();
            try
            {
                if (_indices.Next() is { } batch)
                {
                    _slots.Enqueue(slot);
                    return (slot, batch);
                }
            }
            catch (Exception error)
            {
                slot.Error = ExceptionDispatchInfo.Capture(error);
                _slots.Enqueue(slot);
            }
            _ended = true;
            Monitor.PulseAll(_gate);
            return null;
        }
    }

    private void Finish(Slot slot, MadeBatch<S>? batch, Exception? error)
    {
        lock (_gate)
        {
            slot.Batch = batch;
            slot.Error = error is null ? null : ExceptionDispatchInfo.Capture(error);
            Monitor.PulseAll(_gate);
        }
    }

    private static unsafe void UseOneThread() => Native.Check(Native.kiln_use_one_thread(), "data worker");

    private sealed class Slot
    {
        public MadeBatch<S>? Batch { get; set; }

        public ExceptionDispatchInfo? Error { get; set; }

        public bool IsReady => Batch is not null || Error is not null;
    }
}
