using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The kernel without its sockets: requests in, replies and output out.</summary>
/// <remarks>
/// Three threads: one runs cells, so that their code always meets the same thread; one answers what a front end asks meanwhile;
/// one obeys the control channel.
/// </remarks>
internal sealed class KernelSession
{
    // Deep recursion in a cell is common in teaching material; the default stack of 1.5 MB is not enough for it.
    private const int CellStackBytes = 64 << 20;

    private readonly BlockingCollection<Message> _cells = [];
    private readonly BlockingCollection<(Channel Channel, Message Message)> _questions = [];
    private readonly BlockingCollection<(Channel Channel, Message Message)> _control = [];
    private readonly CellExecutor _executor;
    private readonly InputRequests _input;
    private readonly Lazy<Interpreter> _interpreter;
    private readonly SessionOptions _options;
    private readonly Answers _answers;
    private readonly IMessageSink _sink;
    private readonly StatusReporter _status;

    public KernelSession(IMessageSink sink, SessionOptions options)
    {
        (_sink, _options) = (sink, options);
        _status = new StatusReporter(sink);
        _input = new InputRequests(sink);
        _interpreter = new Lazy<Interpreter>(() => new Interpreter(options.PackageFolder));
        var history = new History();
        _executor = new CellExecutor(sink, _input, _interpreter, history, options.Descriptors, options.Time);
        _answers = new Answers(_interpreter, history);
    }

    /// <summary>Starts to answer.</summary>
    public void Start()
    {
        _status.Starting();
        Run("cells", CellStackBytes, RunCells);
        Run("questions", 0, () => AnswerAll(_questions));
        Run("control", 0, () => AnswerAll(_control));
    }

    /// <summary>Takes a message of a front end; never blocks.</summary>
    public void Receive(Channel channel, Message message)
    {
        switch (channel, message.Type)
        {
            case (Channel.Stdin, "input_reply"):
                _input.Answer(message);
                break;
            case (Channel.Shell, "execute_request"):
                _cells.Add(message);
                break;
            case (Channel.Control, _):
                _control.Add((channel, message));
                break;
            default:
                _questions.Add((channel, message));
                break;
        }
    }

    /// <summary>Stops the running cell.</summary>
    public void Interrupt() => _executor.Interrupt();

    private void RunCells()
    {
        if (_options.WarmUp) Guarded("warm-up", () => _interpreter.Value.WarmUp());
        foreach (var request in _cells.GetConsumingEnumerable()) Guarded(request.Type, () => RunCell(request));
    }

    private void RunCell(Message request)
    {
        var (queued, number) = (0, 0);
        _status.CellStarts(request.Header);
        try
        {
            var outcome = _executor.Run(request);
            // Only what was sent before the user could see the error is dropped with it.
            if (outcome.Failure is not null && request.Flag("stop_on_error", true)) (queued, number) = (_cells.Count, outcome.Number);
            _sink.Send(Channel.Shell, request.Reply(outcome.ToReply()));
        }
        finally
        {
            _status.CellEnds(request.Header);
        }
        for (; queued > 0 && _cells.TryTake(out var next); queued--) Abort(next, number);
    }

    private void Abort(Message request, int number) => _status.Around(
        request.Header, () => _sink.Send(Channel.Shell, request.Reply(new JsonObject { ["status"] = "aborted", ["execution_count"] = number })));

    private void AnswerAll(BlockingCollection<(Channel Channel, Message Message)> requests)
    {
        foreach (var (channel, request) in requests.GetConsumingEnumerable())
            Guarded(request.Type, () => _status.Around(request.Header, () => Answer(channel, request)));
    }

    private void Answer(Channel channel, Message request)
    {
        switch (request.Type)
        {
            case "interrupt_request":
                Interrupt();
                Reply(channel, request, new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                ShutDown(channel, request);
                break;
            case "comm_open":
                // No comm targets exist here; the protocol's answer to an unknown one is to close it.
                Publish("comm_close", request, new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
                break;
            default:
                if (_answers.Of(request) is { } content) Reply(channel, request, content);
                break;
        }
    }

    private void ShutDown(Channel channel, Message request)
    {
        var restart = request.Flag("restart", false);
        Reply(channel, request, new JsonObject { ["status"] = "ok", ["restart"] = restart });
        Publish("shutdown_reply", request, new JsonObject { ["status"] = "ok", ["restart"] = restart });
        _options.ShutDown();
    }

    private void Reply(Channel channel, Message request, JsonObject content) => _sink.Send(channel, request.Reply(content));

    private void Publish(string type, Message request, JsonObject content) =>
        _sink.Send(Channel.IOPub, new Message(type, content) { ParentHeader = request.Header, Identities = [System.Text.Encoding.ASCII.GetBytes(type)] });

    // The kernel outlives its own mistakes: a request that fails is logged and the next one answered.
    private void Guarded(string what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            _options.Log($"{what}: {e}");
        }
    }

    private static void Run(string name, int stackBytes, ThreadStart body) =>
        new Thread(body, stackBytes) { IsBackground = true, Name = name }.Start();
}
