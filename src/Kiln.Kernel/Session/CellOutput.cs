using System.Text;
using System.Text.Json.Nodes;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>What one cell shows. Text is gathered and sent in batches; everything else goes at once, after the text before it.</summary>
/// <param name="sink">Where messages go.</param>
/// <param name="parentHeader">Header of the request that runs the cell.</param>
/// <param name="time">Clock of the batches.</param>
internal sealed class CellOutput(IMessageSink sink, byte[] parentHeader, TimeProvider time)
{
    private const int BatchLength = 1 << 16;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly List<(string Stream, StringBuilder Text)> _batch = [];
    private bool _scheduled;
    private ITimer? _timer;

    /// <summary>Writes to <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        lock (_lock)
        {
            Schedule();
            if (_batch.Count == 0 || _batch[^1].Stream != stream) _batch.Add((stream, new StringBuilder()));
            _batch[^1].Text.Append(text);
            if (_batch[^1].Text.Length > BatchLength) Flush();
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            _scheduled = false;
            var half = TakeHalfPair();
            foreach (var (stream, text) in _batch)
                if (text.Length > 0) Send("stream", new JsonObject { ["name"] = stream, ["text"] = text.ToString() });
            _batch.Clear();
            if (half is not null) _batch.Add(half.Value);
        }
    }

    /// <summary>Shows a bundle under a display id, or puts it in place of what is shown under it.</summary>
    public void Display(MimeBundle bundle, string displayId, bool update) =>
        Publish(update ? "update_display_data" : "display_data", new JsonObject
        {
            ["data"] = BundleJson.Of(bundle),
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });

    /// <summary>Takes away what the cell has shown, at once or when it shows the next thing.</summary>
    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    /// <summary>Sends a message about this cell, after its text.</summary>
    public void Publish(string type, JsonObject content)
    {
        lock (_lock)
        {
            Flush();
            Send(type, content);
        }
    }

    // A character beyond 16 bits may be written in two halves; the first one waits for the second.
    private (string Stream, StringBuilder Text)? TakeHalfPair()
    {
        if (_batch.Count == 0 || _batch[^1].Text is not { Length: > 0 } last || !char.IsHighSurrogate(last[^1])) return null;
        var half = (_batch[^1].Stream, new StringBuilder().Append(last[^1]));
        last.Length--;
        return half;
    }

    private void Schedule()
    {
        if (_scheduled) return;
        _scheduled = true;
        _timer ??= time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(BatchTime, Timeout.InfiniteTimeSpan);
    }

    private void Send(string type, JsonObject content) =>
        sink.Send(Channel.IOPub, new Message(type, content) { ParentHeader = parentHeader, Identities = [Encoding.ASCII.GetBytes(type)] });
}
