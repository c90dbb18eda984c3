using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>One message of the Jupyter protocol 5.3.</summary>
/// <remarks>Headers stay bytes: a reply's parent header is the request's header, bit for bit, and no thread shares a JSON tree.</remarks>
/// <param name="Type">The <c>msg_type</c>.</param>
/// <param name="Content">The content part.</param>
internal sealed record Message(string Type, JsonObject Content)
{
    private const string Request = "_request", Answer = "_reply";

    /// <summary>Routing identities (shell, control, stdin) or the topic (iopub).</summary>
    public ImmutableArray<byte[]> Identities { get; init; } = [];

    /// <summary>The header as received; empty in a message that is yet to be sent.</summary>
    public byte[] Header { get; init; } = [];

    /// <summary>The header of the request that caused this message; empty when there is none.</summary>
    public byte[] ParentHeader { get; init; } = [];

    /// <summary>The metadata part.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Binary parts after the content.</summary>
    public ImmutableArray<byte[]> Buffers { get; init; } = [];

    /// <summary>The <c>msg_id</c> to send it under; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The <c>msg_id</c> of the message that caused this one, or null.</summary>
    public string? ParentId => TextOf(JsonFormat.TryParse(ParentHeader)?["msg_id"]);

    /// <summary>Whether the sender waits for a reply.</summary>
    public bool IsRequest => Type.EndsWith(Request, StringComparison.Ordinal);

    /// <summary>A text field of the content, or null where it is missing or no text.</summary>
    public string? Text(string field) => TextOf(Content[field]);

    /// <summary>A boolean field of the content.</summary>
    public bool Flag(string field, bool otherwise) =>
        Content[field] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>An integer field of the content.</summary>
    public int Number(string field, int otherwise) =>
        Content[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    /// <summary>The reply of the same name, addressed to the sender of this request.</summary>
    public Message Reply(JsonObject content) => new(ReplyType, content) { Identities = Identities, ParentHeader = Header };

    private string ReplyType => IsRequest ? string.Concat(Type.AsSpan(0, Type.Length - Request.Length), Answer) : Type;

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? JsonFormat.Text(value) : null;
}
