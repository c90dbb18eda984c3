using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>A session without sockets, and everything it has sent.</summary>
public sealed class KernelProbe : IMessageSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<(Channel Channel, Message Message)> _sent = [];
    private readonly List<string> _log = [];
    private readonly KernelSession _session;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public KernelProbe()
        : this(() => { })
    {
    }

    internal KernelProbe(Action shutDown, int cellStackBytes = 16 << 20)
    {
        _session = new KernelSession(this, new SessionOptions
        {
            PackageFolder = Path.Combine(Path.GetTempPath(), "kiln-tests-packages"),
            CellStackBytes = cellStackBytes,
            ShutDown = () =>
            {
                ShutDowns++;
                shutDown();
                Tell();
            },
            Log = line =>
            {
                lock (_log) _log.Add(line);
            },
        });
        ConsoleCapture.Install();
        _session.Start();
    }

    public int ShutDowns { get; private set; }

    internal KernelSession Session => _session;

    internal IReadOnlyList<string> Log
    {
        get
        {
            lock (_log) return [.. _log];
        }
    }

    void IMessageSink.Send(Channel channel, Message message)
    {
        lock (_sent) _sent.Add((channel, message));
        Tell();
    }

    /// <summary>Runs a cell and waits until the kernel has said idle.</summary>
    internal async Task<CellRecord> RunAsync(string code, JsonObject? more = null)
    {
        var request = Submit(code, more);
        await UntilAsync(() => IsIdle(request));
        return new CellRecord([.. About(request)]);
    }

    /// <summary>Sends a cell without waiting.</summary>
    internal Message Submit(string code, JsonObject? more = null)
    {
        var content = new JsonObject { ["code"] = code };
        foreach (var (name, value) in more ?? []) content[name] = value?.DeepClone();
        return Send(Channel.Shell, "execute_request", content);
    }

    internal Message Send(Channel channel, string type, JsonObject content)
    {
        var header = Encoding.UTF8.GetBytes($$"""{"msg_id":"{{Interlocked.Increment(ref _requests)}}","msg_type":"{{type}}"}""");
        var request = new Message(type, content) { Header = header, Identities = [[1]] };
        _session.Receive(channel, request);
        return request;
    }

    /// <summary>Answers a question, as a front end that names what it answers.</summary>
    internal void Answer(Message question, string text) => _session.Receive(Channel.Stdin, new Message("input_reply", new() { ["value"] = text })
    {
        Identities = question.Identities,
        ParentHeader = Encoding.UTF8.GetBytes($$"""{"msg_id":"{{question.Id}}"}"""),
    });

    /// <summary>Sends a request and waits for its reply.</summary>
    internal async Task<JsonObject> AskAsync(string type, JsonObject content, Channel channel = Channel.Shell) =>
        (await ReplyAsync(Send(channel, type, content))).Content;

    internal async Task<Message> ReplyAsync(Message request)
    {
        await UntilAsync(() => Replies(request).Any());
        return Replies(request).First();
    }

    internal async Task IdleAsync(Message request) => await UntilAsync(() => IsIdle(request));

    /// <summary>All messages about a request, in order.</summary>
    internal IReadOnlyList<(Channel Channel, Message Message)> About(Message request)
    {
        lock (_sent) return [.. _sent.Where(entry => entry.Message.ParentHeader.AsSpan().SequenceEqual(request.Header))];
    }

    internal IReadOnlyList<(Channel Channel, Message Message)> All()
    {
        lock (_sent) return [.. _sent];
    }

    /// <summary>Waits until something is true; looks again after every message.</summary>
    internal async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            Task news;
            lock (_sent) news = _news.Task;
            if (condition()) return;
            await news.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    private void Tell()
    {
        TaskCompletionSource news;
        lock (_sent) (news, _news) = (_news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        news.SetResult();
    }

    private IEnumerable<Message> Replies(Message request) =>
        About(request).Where(entry => entry.Channel is Channel.Shell or Channel.Control).Select(entry => entry.Message);

    private bool IsIdle(Message request) =>
        About(request).Any(entry => entry.Message.Type == "status" && entry.Message.Text("execution_state") == "idle");
}

/// <summary>Everything that one cell made the kernel say.</summary>
internal sealed record CellRecord(IReadOnlyList<(Channel Channel, Message Message)> Messages)
{
    public JsonObject Reply => Messages.Single(entry => entry.Channel == Channel.Shell).Message.Content;

    public string? Status => (string?)Reply["status"];

    /// <summary>Types of the outputs, in order, without status and echo.</summary>
    public IReadOnlyList<string> Outputs =>
        [.. Published.Select(message => message.Type).Where(type => type is not "status" and not "execute_input")];

    public IEnumerable<Message> Published => Messages.Where(entry => entry.Channel == Channel.IOPub).Select(entry => entry.Message);

    /// <summary>Text of a stream.</summary>
    public string Stream(string name) =>
        string.Concat(Published.Where(message => message.Type == "stream" && message.Text("name") == name).Select(message => message.Text("text")));

    /// <summary>A form of the n-th output of a type.</summary>
    public string? Data(string type, string mimeType = "text/plain", int index = 0) =>
        Published.Where(message => message.Type == type).ElementAt(index).Content["data"]![mimeType]?.ToString();

    public string? Result => Data("execute_result");

    public string Traceback => string.Join('\n', Reply["traceback"]!.AsArray().Select(line => (string?)line)).Replace("\u001b[31m", "").Replace("\u001b[0m", "");
}

/// <summary>Sessions share the console and the interrupt flag of the process: their tests run one after another.</summary>
[CollectionDefinition("kernel")]
public class KernelCollection : ICollectionFixture<KernelProbe>;
