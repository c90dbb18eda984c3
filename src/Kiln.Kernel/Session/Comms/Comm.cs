using System.Text.Json.Nodes;
using Kiln.Kernel;

namespace Kiln;

/// <summary>An open line to code in the notebook's page.</summary>
public sealed class Comm
{
    private readonly CommTable _table;
    private int _closed;

    internal Comm(CommTable table, string id, string target, CommMessage opening) =>
        (_table, Id, Target, Opening) = (table, id, target, opening);

    /// <summary>Raised for each message of the page.</summary>
    public event Action<CommMessage>? Received;

    /// <summary>Raised once, when the page closes the comm.</summary>
    public event Action<CommMessage>? Closed;

    /// <summary>The protocol's name of this comm.</summary>
    public string Id { get; }

    /// <summary>The target it was opened for.</summary>
    public string Target { get; }

    /// <summary>What came with the page's request to open it; empty where the cell opened it.</summary>
    public CommMessage Opening { get; }

    /// <summary>Whether neither side has closed it.</summary>
    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>Sends a message to the page.</summary>
    /// <param name="data">Anything that can be written as JSON.</param>
    /// <param name="metadata">The message's metadata.</param>
    /// <param name="buffers">Binary parts.</param>
    /// <exception cref="InvalidOperationException">The comm is closed.</exception>
    public void Send(object? data = null, object? metadata = null, params IReadOnlyList<byte[]> buffers)
    {
        if (!IsOpen) throw new InvalidOperationException($"Comm.Send: the comm of target '{Target}' is closed. Open a new one.");
        _table.Send("comm_msg", new JsonObject { ["comm_id"] = Id }, new CommPayload(data, metadata, buffers));
    }

    /// <summary>Closes the comm; the second time it does nothing.</summary>
    /// <param name="data">Last words to the page.</param>
    public void Close(object? data = null)
    {
        if (!End()) return;
        _table.Forget(this);
        _table.Send("comm_close", new JsonObject { ["comm_id"] = Id }, new CommPayload(data, null, []));
    }

    internal bool End() => Interlocked.Exchange(ref _closed, 1) == 0;

    internal void Receive(CommMessage message) => Received?.Invoke(message);

    internal void ReceiveClose(CommMessage message) => Closed?.Invoke(message);
}
