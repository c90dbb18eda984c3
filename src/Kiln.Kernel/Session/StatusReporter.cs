using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Tells front ends whether the kernel is busy. While a cell runs no other request may say idle.</summary>
internal sealed class StatusReporter(IMessageSink sink)
{
    private readonly Lock _lock = new();
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
        }
    }

    /// <summary>Answers a request other than a cell between busy and idle, unless a cell runs.</summary>
    public void Around(byte[] header, Action answer)
    {
        bool told;
        lock (_lock)
        {
            told = !_cellRuns;
            if (told) Send("busy", header);
        }
        try
        {
            answer();
        }
        finally
        {
            lock (_lock)
                if (told && !_cellRuns) Send("idle", header);
        }
    }

    private void Send(string state, byte[] header) =>
        sink.Send(Channel.IOPub, new Message("status", new JsonObject { ["execution_state"] = state })
        {
            ParentHeader = header,
            Identities = [[.. "status"u8]],
        });
}
