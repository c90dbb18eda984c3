using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Answers of requests that change nothing.</summary>
internal sealed class Answers(Lazy<Interpreter> interpreter, History history)
{
    /// <summary>The content of the reply; null for a message that takes none, or that this kernel does not know.</summary>
    public JsonObject? Of(Message request)
    {
        try
        {
            return Answer(request);
        }
        catch (Exception e) when (request.Type.EndsWith("_request", StringComparison.Ordinal))
        {
            return new JsonObject { ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray() };
        }
    }

    private JsonObject? Answer(Message request) => request.Type switch
    {
        "kernel_info_request" => KernelInfo(),
        "is_complete_request" => IsComplete(request),
        "complete_request" => Complete(request),
        "inspect_request" => Inspect(request),
        "history_request" => history.Answer(request),
        "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
        _ => null,
    };

    private static JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = "5.3",
        ["implementation"] = "kiln",
        ["implementation_version"] = KilnVersion.Text,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["banner"] = $"Kiln {KilnVersion.Text}: C# on {RuntimeInformation.FrameworkDescription}. Type #!lsmagic to see what it adds.",
        ["help_links"] = new JsonArray(),
        ["debugger"] = false,
    };

    private JsonObject IsComplete(Message request) => interpreter.Value.IsComplete(request.Text("code") ?? "") switch
    {
        Completeness.Incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = "    " },
        Completeness.Invalid => new JsonObject { ["status"] = "invalid" },
        _ => new JsonObject { ["status"] = "complete" },
    };

    private JsonObject Complete(Message request)
    {
        var (code, position) = Cursor(request);
        var found = interpreter.Value.Complete(code, position);
        var (start, end) = (CodePoints.FromIndex(code, found.Start), CodePoints.FromIndex(code, found.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => Typed(item, start, end))]),
            },
        };
    }

    private static JsonNode Typed(CompletionItem item, int start, int end) => new JsonObject
    {
        ["start"] = start,
        ["end"] = end,
        ["text"] = item.Text,
        ["type"] = item.Kind,
        ["signature"] = item.Description,
    };

    private JsonObject Inspect(Message request)
    {
        var (code, position) = Cursor(request);
        var found = interpreter.Value.Inspect(code, position);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? new JsonObject() : BundleJson.Of(found),
            ["metadata"] = new JsonObject(),
        };
    }

    private static (string Code, int Position) Cursor(Message request)
    {
        var code = request.Text("code") ?? "";
        return (code, CodePoints.ToIndex(code, request.Number("cursor_pos", int.MaxValue)));
    }
}
