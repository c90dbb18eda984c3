using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The kernel without its sockets: requests in, replies and output out.</summary>
/// <remarks>
/// Four threads: one runs cells, so that their code always meets the same thread; one runs the handlers of comms; one answers what a
/// front end asks meanwhile; one obeys the control channel.
/// </remarks>
internal sealed class KernelSession
{
    private readonly BlockingCollection<(Channel Channel, Message Message)> _questions = [];
    private readonly BlockingCollection<(Channel Channel, Message Message)> _control = [];
    private readonly Answers _answers;
    private readonly CellQueue _cells;
    private readonly CommHandlers _commHandlers;
    private readonly CommQueue _comms;
    private readonly CellExecutor _executor;
    private readonly FrontEnd _frontEnd;
    private readonly Lazy<Interpreter> _interpreter;
    private readonly RepeatedLines _oddities;
    private readonly SessionOptions _options;
    private readonly IMessageSink _sink;
    private readonly StatusReporter _status;

    public KernelSession(IMessageSink sink, SessionOptions options)
    {
        (_sink, _options) = (sink, options);
        _oddities = new RepeatedLines(options.Log);
        _status = new StatusReporter(sink);
        _frontEnd = new FrontEnd(sink, new InputRequests(sink, _oddities.Write), new CommTable(sink)) { IsLookedAt = options.IsLookedAt };
        var history = new History();
        _interpreter = new Lazy<Interpreter>(() => new Interpreter(options.PackageFolder, history.Source, options.Images));
        _executor = new CellExecutor(_frontEnd, _interpreter, history, options.Descriptors, options.Time);
        _cells = new CellQueue(_executor, _status, sink, options);
        _commHandlers = new CommHandlers(_frontEnd, _interpreter, history, options);
        _comms = new CommQueue(_frontEnd.Comms.Knows, message => Guarded(message.Type, () => _status.Around(message.Header, () => _commHandlers.Handle(message))));
        _cells.Ended += _comms.CellsEnded;
        _answers = new Answers(_interpreter, history, _frontEnd.Comms, options.Ports);
    }

    /// <summary>Takes what is slow the first time out of the user's first cell; best before everything else, since others only wait.</summary>
    public void Rehearse() => new Rehearsal(_frontEnd, _cells, _options).Start();

    /// <summary>Starts to answer.</summary>
    public void Start()
    {
        _status.Starting();
        Run("cells", _options.CellStackBytes, _cells.Run);
        Run("comms", _options.CellStackBytes, _comms.Run);
        Run("questions", 0, () => AnswerAll(_questions));
        Run("control", 0, () => AnswerAll(_control));
    }

    /// <summary>Takes a message of a front end; never blocks.</summary>
    public void Receive(Channel channel, Message message)
    {
        switch (channel, message.Type)
        {
            case (Channel.Stdin, "input_reply"):
                _frontEnd.Input.Answer(message);
                break;
            case (Channel.Shell, "execute_request"):
                _cells.Add(message);
                break;
            case (Channel.Shell or Channel.Control, "comm_open" or "comm_msg" or "comm_close"):
                _comms.Add(message, _cells.Added);
                break;
            case (Channel.Shell, _):
                _questions.Add((channel, message));
                break;
            case (Channel.Control, _):
                _control.Add((channel, message));
                break;
            default:
                _oddities.Write($"{channel}: message ignored: it is no input_reply");
                break;
        }
    }

    /// <summary>Stops the running cell and the running handler of a comm.</summary>
    public void Interrupt()
    {
        _executor.Interrupt();
        _commHandlers.Interrupt();
    }

    /// <summary>Tells of the end of the process in the running cell and answers for it; nothing else will.</summary>
    public void ProcessEnds(string reason)
    {
        _options.Log(reason);
        if (_executor.Fail(reason) is not var (request, outcome)) return;
        _sink.Send(Channel.Shell, request.Reply(outcome.ToReply()));
        _status.CellEnds(request.Header);
    }

    private void AnswerAll(BlockingCollection<(Channel Channel, Message Message)> requests)
    {
        foreach (var (channel, request) in requests.GetConsumingEnumerable())
        {
            Guarded(request.Type, () => _status.Around(request.Header, () => Answer(channel, request)));
            // The last idle is out by then: nothing that a front end waits for may be cut off.
            if (request.Type == "shutdown_request") Guarded(request.Type, _options.ShutDown);
        }
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
            default:
                if (_answers.Of(request) is { } content) Reply(channel, request, content);
                else _oddities.Write($"{channel}: message ignored: its type is no request of the Jupyter protocol");
                break;
        }
    }

    private void ShutDown(Channel channel, Message request)
    {
        var restart = request.Flag("restart", false);
        Reply(channel, request, new JsonObject { ["status"] = "ok", ["restart"] = restart });
        // Other front ends of this kernel learn of it in this way.
        _sink.Send(Channel.IOPub, new Message("shutdown_reply", new JsonObject { ["status"] = "ok", ["restart"] = restart })
        {
            ParentHeader = request.Header,
            Identities = [[.. "shutdown_reply"u8]],
        });
    }

    private void Reply(Channel channel, Message request, JsonObject content) => _sink.Send(channel, request.Reply(content));

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
