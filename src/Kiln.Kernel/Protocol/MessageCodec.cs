using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Turns frames into messages and back: delimiter, signature, four JSON parts, buffers.</summary>
/// <remarks>
/// https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol.
/// Any thread may encode; one thread decodes.
/// </remarks>
/// <param name="key">The key of the connection file.</param>
/// <param name="session">Names this kernel process in the headers it writes.</param>
/// <param name="time">Dates the headers.</param>
internal sealed class MessageCodec(string key, string session, TimeProvider time)
{
    private const int JsonParts = 4;
    private const int RememberedSignatures = 1 << 16;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly MessageSigner _signer = new(key);
    private readonly ReplayGuard _replays = new(RememberedSignatures);
    private long _messages;

    /// <summary>Reads a message.</summary>
    /// <exception cref="MalformedMessageException">The frames are truncated, forged, sent before, or no JSON objects.</exception>
    public Message Decode(IReadOnlyList<byte[]> frames)
    {
        var start = DelimiterIndex(frames);
        if (start < 0) throw new MalformedMessageException("no <IDS|MSG> delimiter");
        var parts = frames.Skip(start + 2).Take(JsonParts).ToArray();
        if (parts.Length < JsonParts) throw new MalformedMessageException($"{parts.Length} of 4 parts after the signature");
        CheckSignature(parts, frames[start + 1]);
        var header = ParseObject(parts[0], "header");
        if (header["msg_type"] is not JsonValue type || type.GetValueKind() != JsonValueKind.String)
            throw new MalformedMessageException("the header has no msg_type");
        ParseObject(parts[1], "parent header");
        return new Message(JsonFormat.Text(type), ParseObject(parts[3], "content"))
        {
            Identities = [.. frames.Take(start)],
            Header = parts[0],
            ParentHeader = parts[1],
            Metadata = ParseObject(parts[2], "metadata"),
            Buffers = [.. frames.Skip(start + 2 + JsonParts)],
        };
    }

    /// <summary>Writes a message under a new header.</summary>
    public ImmutableArray<byte[]> Encode(Message message)
    {
        byte[][] parts =
        [
            JsonFormat.Bytes(NewHeader(message)),
            message.ParentHeader.Length == 0 ? EmptyObject : message.ParentHeader,
            message.Metadata.Count == 0 ? EmptyObject : JsonFormat.Bytes(message.Metadata),
            JsonFormat.Bytes(message.Content),
        ];
        return [.. message.Identities, Delimiter, _signer.Sign(parts), .. parts, .. message.Buffers];
    }

    private void CheckSignature(byte[][] parts, byte[] signature)
    {
        if (!_signer.Verify(parts, signature)) throw new MalformedMessageException("the signature does not match");
        if (_signer.Signs && !_replays.IsNew(signature)) throw new MalformedMessageException("the message was sent before");
    }

    private JsonObject NewHeader(Message message) => new()
    {
        ["msg_id"] = message.Id ?? string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref _messages)}"),
        ["username"] = "kernel",
        ["session"] = session,
        ["date"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["msg_type"] = message.Type,
        ["version"] = "5.3",
    };

    private static int DelimiterIndex(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
            if (frames[i].AsSpan().SequenceEqual(Delimiter)) return i;
        return -1;
    }

    private static JsonObject ParseObject(byte[] part, string name)
    {
        try
        {
            return JsonFormat.Parse(part);
        }
        catch (JsonException)
        {
            throw new MalformedMessageException($"the {name} is no JSON object");
        }
    }
}
