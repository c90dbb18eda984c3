namespace Kiln.Kernel;

/// <summary>The five sockets. One thread owns them, because libzmq's are not thread safe; senders queue and wake it.</summary>
internal sealed class KernelSockets : IMessageSink
{
    private const string WakeEndpoint = "inproc://wake";

    // Cells with a picture in them have some ten megabytes; a length that a stranger makes up must not be allocated.
    private const long MostFrameBytes = 256 << 20;
    private const long MostWaitingBytes = 64 << 20;

    // Enough for any front end that has gone to sleep in the middle of its questions.
    private const int MostWaitingReplies = 10_000;
    private const int RetryMilliseconds = 2;
    private const int MostAtOnce = 100;
    private static readonly byte[][] Wake = [[0]];
    private static readonly Channel[] Inbound = [Channel.Control, Channel.Shell, Channel.Stdin];
    private static readonly (Channel Channel, int Type)[] Types =
    [
        (Channel.Shell, Zmq.Router), (Channel.Control, Zmq.Router), (Channel.Stdin, Zmq.Router), (Channel.IOPub, Zmq.Pub), (Channel.Heartbeat, Zmq.Rep),
    ];

    private readonly MessageCodec _codec;
    private readonly nint _context;
    private readonly OutgoingMessages _outgoing;
    private readonly OutputSocket _output;
    private readonly Dictionary<Channel, nint> _sockets = [];
    private readonly Lock _wakeLock = new();
    private readonly nint _pull;
    private readonly nint _push;
    private readonly Action<Channel, Message> _received;
    private readonly Action<string> _log;
    private readonly RepeatedLines _refusals;
    private readonly Thread _thread;
    private int _woken;
    private volatile bool _stopping;
    private bool _closed;

    /// <summary>Binds the sockets and starts to listen.</summary>
    /// <param name="connection">Where to bind.</param>
    /// <param name="codec">Reads and signs messages.</param>
    /// <param name="received">Called on the socket thread for each good message; must not block.</param>
    /// <param name="log">Called with one line for each message that is dropped.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public KernelSockets(ConnectionFile connection, MessageCodec codec, Action<Channel, Message> received, Action<string> log)
    {
        (_codec, _received, _log) = (codec, received, log);
        _refusals = new RepeatedLines(log);
        _outgoing = new OutgoingMessages(codec, MostWaitingBytes);
        _context = Zmq.NewContext();
        foreach (var (channel, type) in Types) _sockets[channel] = Open(type, connection.Endpoint(channel));
        _output = new OutputSocket(_sockets[Channel.IOPub], TimeProvider.System, log);
        _pull = Open(Zmq.Pull, WakeEndpoint);
        _push = Zmq.NewSocket(_context, Zmq.Push);
        Check(Zmq.Connect(_push, WakeEndpoint), WakeEndpoint);
        _thread = Start("zmq", Serve);
        Start("heartbeat", Echo);
    }

    /// <inheritdoc/>
    public void Send(Channel channel, Message message)
    {
        _outgoing.Add(channel, message);
        WakeUp();
    }

    /// <summary>Sends what is queued and closes the sockets.</summary>
    public void Stop(TimeSpan patience)
    {
        _stopping = true;
        _outgoing.Close();
        Volatile.Write(ref _woken, 0);
        WakeUp();
        if (Thread.CurrentThread != _thread) _thread.Join(patience);
    }

    private unsafe void Serve()
    {
        var items = stackalloc Zmq.PollItem[Inbound.Length + 1];
        for (var i = 0; i < Inbound.Length; i++) items[i] = new() { Socket = _sockets[Inbound[i]], Events = Zmq.PollIn };
        items[Inbound.Length] = new() { Socket = _pull, Events = Zmq.PollIn };
        var allSent = true;
        while (true)
        {
            if (Zmq.Poll(items, Inbound.Length + 1, allSent ? -1 : RetryMilliseconds) < 0)
            {
                if (Zmq.LastCallWasInterrupted) continue;
                _log($"zmq: {Zmq.LastError}");
                return;
            }
            allSent = SendQueued();
            if (_stopping && allSent) break;
            for (var i = 0; i < Inbound.Length; i++)
                if (items[i].Ready != 0) ReceiveSome(Inbound[i]);
        }
        Close();
    }

    private void Close()
    {
        foreach (var (channel, socket) in _sockets)
            if (channel != Channel.Heartbeat) Zmq.Close(socket);
        Zmq.Close(_pull);
        lock (_wakeLock)
        {
            _closed = true;
            Zmq.Close(_push);
        }
        // Returns when the last words have left; the heartbeat's thread is woken by it and closes its own socket.
        Zmq.TerminateContext(_context);
    }

    /// <returns>False where output has to wait for a front end that reads slowly.</returns>
    private bool SendQueued()
    {
        while (Zmq.Receive(_pull, Zmq.DontWait) is not null) { }
        // The flag falls before the queue is emptied: whoever queues after that wakes the thread again.
        Interlocked.Exchange(ref _woken, 0);
        while (_outgoing.Next() is { } next)
        {
            if (!Send(next)) return false;
            _outgoing.Sent();
        }
        return true;
    }

    private bool Send(Outgoing next)
    {
        if (next.Channel == Channel.IOPub) return _output.TrySend(next.Frames);
        if (!Zmq.Send(_sockets[next.Channel], next.Frames)) _refusals.Write($"{next.Channel}: not sent: {Zmq.LastError}");
        return true;
    }

    private void ReceiveSome(Channel channel)
    {
        // A sender without end must not keep the replies from leaving.
        for (var i = 0; i < MostAtOnce && Zmq.Receive(_sockets[channel], Zmq.DontWait) is { } frames; i++)
        {
            try
            {
                _received(channel, _codec.Decode(frames));
            }
            catch (MalformedMessageException e)
            {
                _refusals.Write($"{channel}: message dropped: {e.Message}");
            }
            catch (Exception e)
            {
                // Whatever a message does, the next one is read: without this thread the kernel is deaf.
                _log($"{channel}: message dropped: {e}");
            }
        }
    }

    private void Echo()
    {
        var socket = _sockets[Channel.Heartbeat];
        while (true)
        {
            if (Zmq.Receive(socket, 0) is { } frames) Zmq.Send(socket, frames);
            else if (!Zmq.LastCallWasInterrupted) break;
        }
        Zmq.Close(socket);
    }

    private void WakeUp()
    {
        if (Interlocked.Exchange(ref _woken, 1) != 0) return;
        lock (_wakeLock)
            if (!_closed) Zmq.Send(_push, Wake);
    }

    private nint Open(int type, string endpoint)
    {
        var socket = Zmq.NewSocket(_context, type);
        Zmq.SetOption(socket, Zmq.Linger, 1000);
        Zmq.SetOption(socket, Zmq.MaxMessageSize, MostFrameBytes);
        Zmq.SetOption(socket, Zmq.SendHighWater, type == Zmq.Pub ? OutputSocket.MostWaiting : MostWaitingReplies);
        if (endpoint.Contains('[', StringComparison.Ordinal)) Zmq.SetOption(socket, Zmq.IPv6, 1);
        if (type == Zmq.Router) Zmq.SetOption(socket, Zmq.RouterHandover, 1);
        Check(Zmq.Bind(socket, endpoint), endpoint);
        return socket;
    }

    private static void Check(int result, string endpoint)
    {
        if (result != 0) throw new IOException($"bind {endpoint}: {Zmq.LastError}. Let Jupyter choose other ports: start the kernel again.");
    }

    private static Thread Start(string name, ThreadStart body)
    {
        var thread = new Thread(body) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }
}
