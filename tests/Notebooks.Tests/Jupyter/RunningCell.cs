using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>A cell that was sent to a kernel: its outputs as they come, and its end.</summary>
internal sealed class RunningCell(string code)
{
    private readonly Lock _gate = new();
    private readonly List<KernelOutput> _outputs = [];
    private readonly List<(Func<KernelOutput, bool> Matches, TaskCompletionSource<KernelOutput> Found)> _waiting = [];
    private readonly TaskCompletionSource<JsonElement> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The source text.</summary>
    public string Code => code;

    /// <summary>Everything sent so far, in order.</summary>
    public IReadOnlyList<KernelOutput> Outputs
    {
        get
        {
            lock (_gate) return [.. _outputs];
        }
    }

    /// <summary>Waits for an output that is there or will come.</summary>
    public Task<KernelOutput> OutputAsync(Func<KernelOutput, bool> matches, TimeSpan limit)
    {
        lock (_gate)
        {
            if (_outputs.Find(output => matches(output)) is { } there) return Task.FromResult(there);
            var found = new TaskCompletionSource<KernelOutput>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((matches, found));
            return found.Task.WaitAsync(limit);
        }
    }

    /// <summary>Waits for the reply and for idle: nothing of this cell comes after that.</summary>
    public async Task<CellResult> EndAsync(TimeSpan limit)
    {
        await Task.WhenAll(_reply.Task, _idle.Task).WaitAsync(limit);
        return new CellResult(await _reply.Task, Outputs);
    }

    internal void Add(KernelOutput output)
    {
        lock (_gate)
        {
            _outputs.Add(output);
            foreach (var (matches, found) in _waiting)
                if (!found.Task.IsCompleted && matches(output)) found.SetResult(output);
        }
    }

    internal void Replied(JsonElement content) => _reply.TrySetResult(content);

    internal void BecameIdle() => _idle.TrySetResult();

    internal void Abandon(string why)
    {
        var error = new InvalidOperationException(why);
        _reply.TrySetException(error);
        _idle.TrySetException(error);
    }
}
