using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public class MessageCodecTests
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private readonly MessageCodec _codec = new("key", "session", TimeProvider.System);

    [Fact]
    public void A_message_survives_encoding_and_decoding()
    {
        var sent = new Message("execute_request", new JsonObject { ["code"] = "1+1 // ü😀" })
        {
            Identities = [[1, 2, 3]],
            ParentHeader = """{"msg_id":"x"}"""u8.ToArray(),
            Metadata = new JsonObject { ["a"] = 1 },
            Buffers = [[7, 0, 7]],
        };

        var read = _codec.Decode(_codec.Encode(sent));

        Assert.Equal("execute_request", read.Type);
        Assert.Equal("1+1 // ü😀", read.Text("code"));
        Assert.Equal([1, 2, 3], read.Identities.Single());
        Assert.Equal(sent.ParentHeader, read.ParentHeader);
        Assert.Equal(1, (int)read.Metadata["a"]!);
        Assert.Equal([7, 0, 7], read.Buffers.Single());
    }

    [Fact]
    public void The_header_carries_session_version_date_and_a_new_id()
    {
        var first = Header(_codec.Encode(new Message("status", [])));
        var second = Header(_codec.Encode(new Message("status", [])));

        Assert.Equal("5.3", (string?)first["version"]);
        Assert.Equal("session", (string?)first["session"]);
        Assert.EndsWith("Z", (string?)first["date"]);
        Assert.NotEqual((string?)first["msg_id"], (string?)second["msg_id"]);
    }

    [Fact]
    public void The_signature_is_the_hmac_that_jupyter_computes()
    {
        // python3: hmac.new(b"key", b'{"msg_type":"x"}{}{}{}', "sha256").hexdigest()
        var parts = new[] { """{"msg_type":"x"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray() };
        var signature = Encoding.ASCII.GetString(new MessageSigner("key").Sign(parts));
        Assert.Equal("2282ffffd6e72182b2147b922df4101295f0e2d918c7acf0eeda19c870533a00", signature);
    }

    [Fact]
    public void A_message_signed_with_another_key_is_refused()
    {
        var forged = new MessageCodec("other", "session", TimeProvider.System).Encode(new Message("execute_request", []));
        var refusal = Assert.Throws<MalformedMessageException>(() => _codec.Decode(forged));
        Assert.Contains("signature", refusal.Message);
    }

    [Fact]
    public void A_changed_content_is_refused()
    {
        var frames = _codec.Encode(new Message("execute_request", [])).SetItem(5, """{"code":"evil"}"""u8.ToArray());
        Assert.Throws<MalformedMessageException>(() => _codec.Decode(frames));
    }

    [Fact]
    public void An_empty_signature_is_refused() =>
        Assert.Throws<MalformedMessageException>(() => _codec.Decode(_codec.Encode(new Message("x", [])).SetItem(1, [])));

    [Fact]
    public void An_empty_key_switches_signing_off()
    {
        var open = new MessageCodec("", "session", TimeProvider.System);
        Assert.Equal("x", open.Decode(open.Encode(new Message("x", []))).Type);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Truncated_frames_are_refused(int kept)
    {
        var frames = _codec.Encode(new Message("execute_request", []));
        Assert.Throws<MalformedMessageException>(() => _codec.Decode([.. frames.Take(kept)]));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void A_part_that_is_no_JSON_object_is_refused(string content)
    {
        byte[][] parts = ["""{"msg_type":"x"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
        Assert.Throws<MalformedMessageException>(() => _codec.Decode([Delimiter, new MessageSigner("key").Sign(parts), .. parts]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"msg_type":7}""")]
    public void A_header_without_a_type_is_refused(string header)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];
        Assert.Throws<MalformedMessageException>(() => _codec.Decode([Delimiter, new MessageSigner("key").Sign(parts), .. parts]));
    }

    [Fact]
    public void A_part_that_is_no_UTF8_is_refused()
    {
        byte[][] parts = ["""{"msg_type":"x"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), [.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]];
        Assert.Throws<MalformedMessageException>(() => _codec.Decode([Delimiter, new MessageSigner("key").Sign(parts), .. parts]));
    }

    [Fact]
    public void A_message_that_was_sent_before_is_refused()
    {
        var frames = _codec.Encode(new Message("execute_request", []));
        _codec.Decode(frames);
        Assert.Contains("before", Assert.Throws<MalformedMessageException>(() => _codec.Decode(frames)).Message);
    }

    [Fact]
    public void Only_so_many_signatures_are_remembered()
    {
        var guard = new ReplayGuard(2);
        string[] signatures = [new('1', 64), new('2', 64), new('3', 64)];
        Assert.All(signatures, signature => Assert.True(guard.IsNew(Encoding.ASCII.GetBytes(signature))));
        Assert.False(guard.IsNew(Encoding.ASCII.GetBytes(signatures[2])));
        Assert.False(guard.IsNew(Encoding.ASCII.GetBytes(signatures[1])));
        Assert.True(guard.IsNew(Encoding.ASCII.GetBytes(signatures[0])));
    }

    [Theory]
    [InlineData("a\\ud83d", "a\ufffd")]
    [InlineData("\\ude00b", "\ufffdb")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\ufffd😀")]
    [InlineData("\\\\ud83d \\ud83d", "\\ud83d \ufffd")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string json, string expected) =>
        Assert.Equal(expected, new Message("x", JsonFormat.Parse(Encoding.UTF8.GetBytes($"{{\"a\":\"{json}\"}}"))).Text("a"));

    [Fact]
    public void Output_may_be_nested_deeply()
    {
        JsonNode node = 1;
        for (var i = 0; i < 400; i++) node = new JsonArray(node);
        var read = _codec.Decode(_codec.Encode(new Message("x", new JsonObject { ["deep"] = node })));
        Assert.NotNull(read.Content["deep"]);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_output_is_sent_as_the_replacement_character()
    {
        var read = _codec.Decode(_codec.Encode(new Message("x", new JsonObject { ["text"] = "a\ud83d" })));
        Assert.Equal("a\ufffd", read.Text("text"));
    }

    [Fact]
    public void JSON_nested_beyond_reason_is_refused()
    {
        var deep = new string('[', 100_000);
        byte[][] parts = ["""{"msg_type":"x"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes($"{{\"a\":{deep}")];
        Assert.Throws<MalformedMessageException>(() => _codec.Decode([Delimiter, new MessageSigner("key").Sign(parts), .. parts]));
    }

    private static JsonObject Header(IReadOnlyList<byte[]> frames) => (JsonObject)JsonNode.Parse(frames[2])!;
}
