using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kiln.Kernel;

/// <summary>The five sockets. One thread owns them, because libzmq's are not thread safe; senders queue and wake it.</summary>
internal sealed class KernelSockets : IMessageSink
{
    private const string WakeEndpoint = "inproc://wake";
    private static readonly byte[][] Wake = [[0]];
    private static readonly Channel[] Inbound = [Channel.Control, Channel.Shell, Channel.Stdin];
    private static readonly (Channel Channel, int Type)[] Types =
    [
        (Channel.Shell, Zmq.Router), (Channel.Control, Zmq.Router), (Channel.Stdin, Zmq.Router), (Channel.IOPub, Zmq.Pub), (Channel.Heartbeat, Zmq.Rep),
    ];

    private readonly MessageCodec _codec;
    private readonly ConcurrentQueue<(Channel Channel, ImmutableArray<byte[]> Frames)> _outgoing = new();
    private readonly Dictionary<Channel, nint> _sockets = [];
    private readonly Lock _wakeLock = new();
    private readonly nint _pull;
    private readonly nint _push;
    private readonly Action<Channel, Message> _received;
    private readonly Action<string> _log;
    private readonly Thread _thread;
    private int _woken;
    private volatile bool _stopping;

    /// <summary>Binds the sockets and starts to listen.</summary>
    /// <param name="connection">Where to bind.</param>
    /// <param name="codec">Reads and signs messages.</param>
    /// <param name="received">Called on the socket thread for each good message; must not block.</param>
    /// <param name="log">Called with one line for each message that is dropped.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public KernelSockets(ConnectionFile connection, MessageCodec codec, Action<Channel, Message> received, Action<string> log)
    {
        (_codec, _received, _log) = (codec, received, log);
        var context = Zmq.NewContext();
        foreach (var (channel, type) in Types) _sockets[channel] = Open(context, type, connection.Endpoint(channel));
        _pull = Open(context, Zmq.Pull, WakeEndpoint);
        _push = Zmq.NewSocket(context, Zmq.Push);
        Check(Zmq.Connect(_push, WakeEndpoint), WakeEndpoint);
        _thread = Start("zmq", Serve);
        Start("heartbeat", Echo);
    }

    /// <inheritdoc/>
    public void Send(Channel channel, Message message)
    {
        // Encoding under the queue's order: message ids rise as they are sent.
        lock (_outgoing) _outgoing.Enqueue((channel, _codec.Encode(message)));
        WakeUp();
    }

    /// <summary>Sends what is queued and closes the sockets.</summary>
    public void Stop(TimeSpan patience)
    {
        _stopping = true;
        Volatile.Write(ref _woken, 0);
        WakeUp();
        if (Thread.CurrentThread != _thread) _thread.Join(patience);
    }

    private unsafe void Serve()
    {
        var items = stackalloc Zmq.PollItem[Inbound.Length + 1];
        for (var i = 0; i < Inbound.Length; i++) items[i] = new() { Socket = _sockets[Inbound[i]], Events = Zmq.PollIn };
        items[Inbound.Length] = new() { Socket = _pull, Events = Zmq.PollIn };
        while (true)
        {
            if (Zmq.Poll(items, Inbound.Length + 1, -1) < 0)
            {
                if (Zmq.LastCallWasInterrupted) continue;
                _log($"zmq: {Zmq.LastError}");
                return;
            }
            SendQueued();
            if (_stopping) break;
            for (var i = 0; i < Inbound.Length; i++)
                if (items[i].Ready != 0) ReceiveAll(Inbound[i]);
        }
        foreach (var (channel, socket) in _sockets)
            if (channel != Channel.Heartbeat) Zmq.Close(socket);
        Zmq.Close(_pull);
    }

    private void SendQueued()
    {
        while (Zmq.Receive(_pull, Zmq.DontWait) is not null) { }
        // The flag falls before the queue is emptied: whoever queues after that wakes the thread again.
        Interlocked.Exchange(ref _woken, 0);
        while (_outgoing.TryDequeue(out var next))
            if (!Zmq.Send(_sockets[next.Channel], next.Frames)) _log($"{next.Channel}: not sent: {Zmq.LastError}");
    }

    private void ReceiveAll(Channel channel)
    {
        while (Zmq.Receive(_sockets[channel], Zmq.DontWait) is { } frames)
        {
            try
            {
                _received(channel, _codec.Decode(frames));
            }
            catch (MalformedMessageException e)
            {
                _log($"{channel}: message dropped: {e.Message}");
            }
        }
    }

    private void Echo()
    {
        var socket = _sockets[Channel.Heartbeat];
        while (!_stopping && Zmq.Receive(socket, 0) is { } frames) Zmq.Send(socket, frames);
    }

    private void WakeUp()
    {
        if (Interlocked.Exchange(ref _woken, 1) != 0) return;
        lock (_wakeLock) Zmq.Send(_push, Wake);
    }

    private static nint Open(nint context, int type, string endpoint)
    {
        var socket = Zmq.NewSocket(context, type);
        Zmq.SetOption(socket, Zmq.Linger, 1000);
        // No limit: a flood of output must not make libzmq drop the reply that ends the cell.
        Zmq.SetOption(socket, Zmq.SendHighWater, 0);
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
