using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>An endless sequence of hostile messages; the same for the same seed.</summary>
internal sealed class HostileMessages(int seed, string key)
{
    private const int CellBytes = 10_000_000;
    private const int LargeEvery = 400;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly Channel[] Channels = [Channel.Shell, Channel.Shell, Channel.Shell, Channel.Control, Channel.Stdin];

    private readonly Random _random = new(seed);
    private readonly MessageSigner _signer = new(key);
    private readonly RandomContent _content = new(seed + 1);
    private readonly List<ImmutableArray<byte[]>> _recorded = [];
    private int _count;

    public HostileMessage Next()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"hostile-{seed}-{++_count}");
        var channel = Channels[_random.Next(Channels.Length)];
        return _count % LargeEvery == 0 ? LargeCell(id) : _random.Next(14) switch
        {
            0 => Forged(id, channel, new MessageSigner("another key").Sign(Parts(id))),
            1 => Forged(id, channel, []),
            2 => Forged(id, channel, RandomBytes(64)),
            3 => new("truncated", channel, id, [.. Signed(Parts(id)).Take(_random.Next(6))], false),
            4 => new("garbage", channel, id, [.. Enumerable.Range(0, _random.Next(1, 9)).Select(_ => RandomBytes(_random.Next(200)))], false),
            5 => Changed(id, channel),
            6 => Repeated(id, channel),
            7 => Genuine("not UTF-8", id, channel, [.. "{\"code\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
            8 => Genuine("deep", id, channel, Deep()),
            9 => HugeHeader(id, channel),
            10 => Genuine("unknown type", id, channel, Content(), type: _content.UnknownType()),
            11 => Genuine("no object", id, channel, Encoding.UTF8.GetBytes(_content.AnyValue())),
            _ => WrongTypes(id, channel),
        };
    }

    /// <summary>A message as a good front end sends it.</summary>
    public ImmutableArray<byte[]> Good(string id, string type, string content) => Signed([Header(id, type), Empty, Empty, Encoding.UTF8.GetBytes(content)]);

    private HostileMessage WrongTypes(string id, Channel channel)
    {
        var (type, content) = _content.Request();
        var message = Genuine("wrong types or order", id, channel, Encoding.UTF8.GetBytes(content), type);
        if (_recorded.Count < 1000) _recorded.Add(message.Frames);
        return message;
    }

    // None of them is kept by the kernel: code that compiles would rightly stay in its memory.
    private HostileMessage LargeCell(string id)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{new string((char)('a' + _random.Next(26)), CellBytes)}{_count}");
        var code = $"var text = \\\"{text}\\\"; missing";
        var content = Encoding.UTF8.GetBytes($$"""{"code":"{{code}}","cursor_pos":3,"silent":true}""");
        var type = (_count / LargeEvery % 3) switch { 0 => "execute_request", 1 => "is_complete_request", _ => "history_request" };
        var message = Genuine("10 MB", id, Channel.Shell, content, type);
        return _random.Next(2) == 0 ? message : message with { Frames = message.Frames.SetItem(1, RandomBytes(64)), IsGenuine = false };
    }

    private HostileMessage Forged(string id, Channel channel, byte[] signature) =>
        new("forged", channel, id, [Delimiter, signature, .. Parts(id)], false);

    private HostileMessage Changed(string id, Channel channel)
    {
        var frames = Signed(Parts(id));
        var part = _random.Next(2, 6);
        var changed = (byte[])frames[part].Clone();
        changed[_random.Next(changed.Length)] ^= (byte)(1 << _random.Next(8));
        return new("changed", channel, id, frames.SetItem(part, changed), false);
    }

    private HostileMessage Repeated(string id, Channel channel) => _recorded.Count == 0
        ? Forged(id, channel, [])
        : new("repeated", channel, id, _recorded[_random.Next(_recorded.Count)], false);

    private HostileMessage HugeHeader(string id, Channel channel)
    {
        var header = Header(id, "kernel_info_request", new string('h', _random.Next(1 << 16)));
        return new("huge header", channel, id, Signed([header, Empty, Empty, Content()]), true);
    }

    private HostileMessage Genuine(string kind, string id, Channel channel, byte[] content, string type = "kernel_info_request") =>
        new(kind, channel, id, Signed([Header(id, type), Empty, Empty, content]), true);

    // Without a signature even this must not end the kernel.
    private byte[][] Parts(string id) => [Header(id, _random.Next(2) == 0 ? "shutdown_request" : "kernel_info_request"), Empty, Empty, Content()];

    private byte[] Content() => Encoding.UTF8.GetBytes(_content.Request().Content);

    private byte[] Deep() => Encoding.UTF8.GetBytes($"{{\"data\":{new string('[', _random.Next(1, 100_000))}");

    private ImmutableArray<byte[]> Signed(byte[][] parts) => [Delimiter, _signer.Sign(parts), .. parts];

    private static byte[] Header(string id, string type, string user = "fuzz") => Encoding.UTF8.GetBytes(
        new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["username"] = user, ["session"] = "fuzz", ["version"] = "5.3" }.ToJsonString());

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
