using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>The other end of the kernel's sockets.</summary>
internal sealed class WireClient : IDisposable
{
    private const int Dealer = 5, Subscriber = 2, Subscribe = 6, ReceiveHighWater = 24;
    private const int Patience = 120_000;
    private static readonly Channel[] Channels = [Channel.Shell, Channel.Control, Channel.Stdin, Channel.IOPub];

    private readonly nint _context = Zmq.NewContext();
    private readonly nint[] _sockets;

    public WireClient(KernelOnSockets kernel) => _sockets = [.. Channels.Select(channel => Open(channel, kernel.Endpoint(channel)))];

    public void Send(Channel channel, ImmutableArray<byte[]> frames)
    {
        if (frames.Length > 0) Assert.True(Zmq.Send(_sockets[Array.IndexOf(Channels, channel)], frames));
    }

    /// <summary>Takes what has come so far.</summary>
    public bool Take(Action<WireAnswer> take)
    {
        var any = false;
        for (var i = 0; i < Channels.Length; i++)
        {
            while (Zmq.Receive(_sockets[i], Zmq.DontWait) is { } frames)
            {
                take(WireAnswer.Read(Channels[i], frames));
                any = true;
            }
        }
        return any;
    }

    /// <summary>Takes what comes until something is true.</summary>
    public void TakeUntil(Func<bool> condition, string otherwise, Action<WireAnswer> take) => Assert.True(TakeUntil(condition, Patience, take), otherwise);

    /// <summary>Takes what comes until something is true, or until nothing has come for some milliseconds.</summary>
    /// <returns>Whether it is true.</returns>
    public unsafe bool TakeUntil(Func<bool> condition, int patience, Action<WireAnswer> take)
    {
        var items = stackalloc Zmq.PollItem[Channels.Length];
        for (var i = 0; i < Channels.Length; i++) items[i] = new() { Socket = _sockets[i], Events = Zmq.PollIn };
        while (!condition())
            if (!Take(take) && Zmq.Poll(items, Channels.Length, patience) == 0) return false;
        return true;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) Zmq.Close(socket);
        Zmq.TerminateContext(_context);
    }

    private nint Open(Channel channel, string endpoint)
    {
        var socket = Zmq.NewSocket(_context, channel == Channel.IOPub ? Subscriber : Dealer);
        Zmq.SetOption(socket, Zmq.Linger, 0);
        Zmq.SetOption(socket, Zmq.SendHighWater, 0);
        Zmq.SetOption(socket, ReceiveHighWater, 0);
        if (channel == Channel.IOPub) Assert.Equal(0, SetOption(socket, Subscribe, [], 0));
        Assert.Equal(0, Zmq.Connect(socket, endpoint));
        return socket;
    }

    [DllImport("libzmq.so.5", EntryPoint = "zmq_setsockopt")]
    private static extern int SetOption(nint socket, int option, byte[] value, nuint length);
}

/// <summary>A message of the kernel.</summary>
internal sealed record WireAnswer(Channel Channel, string Type, string? ParentId, JsonObject Content)
{
    public static WireAnswer Read(Channel channel, List<byte[]> frames)
    {
        var start = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var header = JsonNode.Parse(frames[start + 2])!;
        var parent = JsonNode.Parse(frames[start + 3])!;
        return new WireAnswer(channel, (string)header["msg_type"]!, (string?)parent["msg_id"], (JsonObject)JsonNode.Parse(frames[start + 5])!);
    }
}
