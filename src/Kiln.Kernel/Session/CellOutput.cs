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
    /// <summary>How much text a cell may print, in characters. A notebook with more than that can hardly be opened or saved.</summary>
    public const int MostText = 20_000_000;

    private const string Cut = "\nThe output is cut here: this cell has printed 20 MB. Write long output to a file instead, for example with a System.IO.StreamWriter.\n";
    private const int BatchLength = 1 << 16;
    private const int MostSwitches = 16;
    private const int UnpacedDisplays = 20_000;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1);
    private static readonly ManualResetEventSlim Never = new(false);

    private readonly Lock _lock = new();
    private readonly List<(string Stream, StringBuilder Text)> _batch = [];
    private int _displays;
    private int _gathered;
    private int _printed;
    private bool _scheduled;
    private ITimer? _timer;

    /// <summary>Writes to <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        lock (_lock)
        {
            if (_printed >= MostText) return;
            var rest = text[..Math.Min(text.Length, MostText - _printed)];
            _printed += rest.Length;
            for (; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, BatchLength)..]) Gather(stream, rest[..Math.Min(rest.Length, BatchLength)]);
            if (_printed == MostText) Gather("stderr", Cut);
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            (_scheduled, _gathered) = (false, 0);
            var half = TakeHalfPair();
            foreach (var (stream, text) in _batch)
                if (text.Length > 0) Send("stream", new JsonObject { ["name"] = stream, ["text"] = text.ToString() });
            _batch.Clear();
            if (half is not null) _batch.Add(half.Value);
        }
    }

    /// <summary>Shows a bundle under a display id, or puts it in place of what is shown under it.</summary>
    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        // A loop that displays for ever must not fill the memory with what no front end can show so fast.
        if (Interlocked.Increment(ref _displays) > UnpacedDisplays) Never.Wait(Pace);
        Publish(update ? "update_display_data" : "display_data", new JsonObject
        {
            ["data"] = BundleJson.Of(bundle),
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });
    }

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

    private void Gather(string stream, ReadOnlySpan<char> text)
    {
        Schedule();
        TextOf(stream).Append(text);
        _gathered += text.Length;
        if (_gathered > BatchLength) Flush();
    }

    // The two streams keep their order among one another, unless they alternate so often that every line would be a message.
    private StringBuilder TextOf(string stream)
    {
        var last = _batch.FindLastIndex(entry => entry.Stream == stream);
        if (last >= 0 && (last == _batch.Count - 1 || _batch.Count >= MostSwitches)) return _batch[last].Text;
        _batch.Add((stream, new StringBuilder()));
        return _batch[^1].Text;
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
