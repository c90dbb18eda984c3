using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Answers of requests that change nothing.</summary>
/// <param name="interpreter">Knows the code.</param>
/// <param name="history">Knows the cells.</param>
/// <param name="comms">Knows the comms.</param>
/// <param name="ports">Where the sockets listen.</param>
internal sealed class Answers(Lazy<Interpreter> interpreter, History history, CommTable comms, IReadOnlyDictionary<Channel, int> ports)
{
    private const int MostOfType = 60;
    private static readonly Dictionary<Channel, string> PortNames = new()
    {
        [Channel.Shell] = "shell_port",
        [Channel.Control] = "control_port",
        [Channel.Stdin] = "stdin_port",
        [Channel.IOPub] = "iopub_port",
        [Channel.Heartbeat] = "hb_port",
    };

    private CodeIntelligence Intelligence => interpreter.Value.Intelligence;

    /// <summary>The content of the reply; null for a message that takes none.</summary>
    public JsonObject? Of(Message request)
    {
        try
        {
            return request.IsRequest ? Answer(request) : null;
        }
        catch (Exception e)
        {
            return Error(e.GetType().Name, $"{request.Type}: {e.Message}");
        }
        finally
        {
            SyntaxCache.Forget(request.Text("code"));
        }
    }

    private JsonObject Answer(Message request) => request.Type switch
    {
        "kernel_info_request" => KernelInfo(),
        "is_complete_request" => IsComplete(request),
        "complete_request" => Complete(request),
        "inspect_request" => Inspect(request),
        "history_request" => history.Answer(request),
        "comm_info_request" => comms.Answer(request.Text("target_name")),
        "connect_request" => Connect(),
        "debug_request" => DebuggerRefusal(request),
        "create_subshell_request" or "delete_subshell_request" or "list_subshell_request" => Error(
            "SubshellsNotSupported", "Kiln has no subshells: completion, inspection, comms and interrupts are answered while a cell runs anyway."),
        _ => Error("UnknownRequest", $"Kiln does not know the request '{Shortened(request.Type)}'."),
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
        ["help_links"] = new JsonArray(
            Link("C# language reference", "https://learn.microsoft.com/dotnet/csharp/language-reference/"),
            Link(".NET API browser", "https://learn.microsoft.com/dotnet/api/")),
        ["debugger"] = false,
        // Neither a debugger nor subshells: what is not listed must not be asked for.
        ["supported_features"] = new JsonArray(),
    };

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };

    private JsonObject Connect()
    {
        var content = new JsonObject { ["status"] = "ok" };
        foreach (var (channel, port) in ports) content[PortNames[channel]] = port;
        return content;
    }

    // The content of a debug_reply is a response of the Debug Adapter Protocol.
    private static JsonObject DebuggerRefusal(Message request)
    {
        var refusal = Error("DebuggerNotSupported", "Kiln has no debugger.");
        refusal["type"] = "response";
        refusal["success"] = false;
        refusal["request_seq"] = request.Number("seq", 0);
        refusal["command"] = request.Text("command") ?? "";
        refusal["message"] = (string?)refusal["evalue"];
        return refusal;
    }

    private static JsonObject Error(string name, string message) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray(message),
    };

    private static string Shortened(string type) => type.Length <= MostOfType ? type : string.Concat(type.AsSpan(0, MostOfType), "…");

    private JsonObject IsComplete(Message request) => Intelligence.IsComplete(request.Text("code") ?? "") switch
    {
        { Status: Completeness.Incomplete, Indent: var indent } => new JsonObject { ["status"] = "incomplete", ["indent"] = indent },
        { Status: Completeness.Invalid } => new JsonObject { ["status"] = "invalid" },
        _ => new JsonObject { ["status"] = "complete" },
    };

    private JsonObject Complete(Message request)
    {
        var (code, position) = Cursor(request);
        var found = Intelligence.Complete(code, position);
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
        var found = Intelligence.Inspect(code, position, request.Number("detail_level", 0) > 0);
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
