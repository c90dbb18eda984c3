using System.Collections.Concurrent;

namespace Kiln.Kernel;

/// <summary>Takes comm messages in their order, while cells run.</summary>
/// <remarks>
/// A message for a target or comm that nobody knows waits for the cells that were sent before it: one of them may be about to register it.
/// Messages of the same comm then wait behind it, those of others do not.
/// </remarks>
/// <param name="knows">Whether a message can be handled now.</param>
/// <param name="handle">Handles a message.</param>
internal sealed class CommQueue(Func<Message, bool> knows, Action<Message> handle)
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly List<(string Id, long Cells, Message Message)> _waiting = [];
    private long _cellsEnded;

    /// <summary>Takes a message; never blocks.</summary>
    /// <param name="message">A <c>comm_open</c>, <c>comm_msg</c> or <c>comm_close</c>.</param>
    /// <param name="cells">How many cells were sent before it.</param>
    public void Add(Message message, long cells) => _work.Add(() => Take(message, cells));

    /// <summary>Tells that so many cells have ended.</summary>
    public void CellsEnded(long cells) => _work.Add(() => HandleWaiting(cells));

    /// <summary>Handles messages for ever.</summary>
    public void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable()) work();
    }

    private void Take(Message message, long cells)
    {
        var id = message.Text("comm_id") ?? "";
        var mustWait = _waiting.Exists(other => other.Id == id) || (cells > _cellsEnded && !knows(message));
        if (mustWait) _waiting.Add((id, cells, message));
        else handle(message);
    }

    private void HandleWaiting(long cells)
    {
        _cellsEnded = cells;
        var ready = _waiting.FindAll(entry => entry.Cells <= cells);
        _waiting.RemoveAll(entry => entry.Cells <= cells);
        foreach (var (_, _, message) in ready) handle(message);
    }
}
