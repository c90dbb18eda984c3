using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Tells front ends whether the kernel is busy. While a cell runs no other request may say idle.</summary>
internal sealed class StatusReporter(IMessageSink sink)
{
    private readonly Lock _lock = new();
    private readonly List<byte[]> _owedIdle = [];
    private bool _cellRuns;

    public void Starting() => Send("starting", []);

    public void CellStarts(byte[] header)
    {
        lock (_lock)
        {
            _cellRuns = true;
            Send("busy", header);
        }
    }

    public void CellEnds(byte[] header)
    {
        lock (_lock)
        {
            _cellRuns = false;
            Send("idle", header);
            foreach (var answered in _owedIdle) Send("idle", answered);
            _owedIdle.Clear();
        }
    }

    /// <summary>Answers a request other than a cell between busy and idle; while a cell runs, its idle waits for the cell's.</summary>
    /// <remarks>JupyterLab holds a request open until it has seen the reply and the idle of it.</remarks>
    public void Around(byte[] header, Action answer)
    {
        lock (_lock)
            if (!_cellRuns) Send("busy", header);
        try
        {
            answer();
        }
        finally
        {
            lock (_lock)
            {
                if (_cellRuns) _owedIdle.Add(header);
                else Send("idle", header);
            }
        }
    }

    private void Send(string state, byte[] header) =>
        sink.Send(Channel.IOPub, new Message("status", new JsonObject { ["execution_state"] = state })
        {
            ParentHeader = header,
            Identities = [[.. "status"u8]],
        });
}
