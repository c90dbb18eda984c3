using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Runs execute requests one after another; after a failure, those sent before the user could see it are aborted.</summary>
/// <param name="executor">Runs one.</param>
/// <param name="status">Tells busy and idle.</param>
/// <param name="sink">Takes the replies.</param>
/// <param name="options">Clock and log.</param>
internal sealed class CellQueue(CellExecutor executor, StatusReporter status, IMessageSink sink, SessionOptions options)
{
    private readonly BlockingCollection<Message> _requests = [];
    private long _added;
    private long _ended;

    /// <summary>How many requests have come so far.</summary>
    public long Added => Volatile.Read(ref _added);

    /// <summary>Whether a request runs or waits.</summary>
    public bool IsBusy => Volatile.Read(ref _ended) < Added;

    /// <summary>Raised after each request with the number of those that have ended.</summary>
    public event Action<long>? Ended;

    /// <summary>Takes a request; never blocks.</summary>
    public void Add(Message request)
    {
        Interlocked.Increment(ref _added);
        _requests.Add(request);
    }

    /// <summary>Runs requests for ever on the calling thread.</summary>
    public void Run()
    {
        foreach (var request in _requests.GetConsumingEnumerable())
        {
            var (queued, number) = Run(request);
            for (; queued > 0 && _requests.TryTake(out var next); queued--) Abort(next, number);
        }
    }

    /// <returns>How many of the waiting requests are aborted with this one, and its number.</returns>
    private (int Queued, int Number) Run(Message request)
    {
        status.CellStarts(request.Header);
        try
        {
            var started = options.Time.GetUtcNow();
            var outcome = Outcome(request);
            // Only what was sent before the user could see the error is dropped with it.
            var queued = outcome.Failure is not null && request.Flag("stop_on_error", true) ? _requests.Count : 0;
            sink.Send(Channel.Shell, request.Reply(outcome.ToReply()) with { Metadata = Metadata(started, outcome) });
            return (queued, outcome.Number);
        }
        finally
        {
            status.CellEnds(request.Header);
            SyntaxCache.Forget(request.Text("code"));
            Ended?.Invoke(++_ended);
        }
    }

    // A front end waits for the reply of a cell for ever: a mistake of the kernel must not cost it.
    private CellOutcome Outcome(Message request)
    {
        try
        {
            return executor.Run(request);
        }
        catch (Exception e)
        {
            options.Log($"{request.Type}: {e}");
            var text = $"The kernel itself failed at this cell: {e.Message} Variables are kept; the server's log has the details.";
            return new CellOutcome(executor.Count, new CellFailure("KernelError", text, [text]), []);
        }
    }

    private void Abort(Message request, int number)
    {
        var content = new JsonObject { ["status"] = "aborted", ["execution_count"] = number };
        status.Around(request.Header, () => sink.Send(Channel.Shell, request.Reply(content)));
        Ended?.Invoke(++_ended);
    }

    // JupyterLab tells from it how long a cell took.
    private static JsonObject Metadata(DateTimeOffset started, CellOutcome outcome) => new()
    {
        ["started"] = started.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["dependencies_met"] = true,
        ["status"] = outcome.Failure is null ? "ok" : "error",
    };
}
