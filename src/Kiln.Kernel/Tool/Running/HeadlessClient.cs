using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A front end without sockets or a page: it runs cells one after another and records what they show.</summary>
/// <param name="view">What the person at the terminal sees of it.</param>
internal sealed class HeadlessClient(IHeadlessView view) : IMessageSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CellRecording> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(CellRecording Cell, JsonObject Output)>> _displays = new(StringComparer.Ordinal);
    private string _running = "";
    private JsonObject? _reply;
    private bool _isIdle;
    private TaskCompletionSource<JsonObject> _ended = new();
    private int _requests;

    /// <summary>Takes a question of the cell's code and whether its answer is secret; null where nothing is called.</summary>
    public Action<string, bool>? Asked { get; set; }

    /// <summary>Sends a cell to the kernel.</summary>
    /// <param name="session">The kernel.</param>
    /// <param name="code">The cell.</param>
    /// <param name="recording">Takes its outputs, also those that come after its end.</param>
    /// <returns>The content of the reply, once the kernel is idle again.</returns>
    public Task<JsonObject> RunAsync(KernelSession session, string code, CellRecording recording)
    {
        var header = Header();
        lock (_lock)
        {
            _running = Encoding.UTF8.GetString(header);
            _cells[_running] = recording;
            (_reply, _isIdle) = (null, false);
            _ended = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        session.Receive(Channel.Shell, new Message("execute_request", Request(code)) { Header = header });
        return _ended.Task;
    }

    /// <summary>Answers the cell's question.</summary>
    public static void Answer(KernelSession session, string line) =>
        session.Receive(Channel.Stdin, new Message("input_reply", new JsonObject { ["status"] = "ok", ["value"] = line }));

    /// <summary>Outputs as they are now.</summary>
    public JsonArray Take(CellRecording recording)
    {
        lock (_lock) return recording.Take();
    }

    /// <inheritdoc/>
    public void Send(Channel channel, Message message)
    {
        lock (_lock)
        {
            var request = Encoding.UTF8.GetString(message.ParentHeader);
            if (channel == Channel.Stdin && message.Type == "input_request") Asked?.Invoke(message.Text("prompt") ?? "", message.Flag("password", false));
            if (channel == Channel.Shell && request == _running) _reply = message.Content;
            if (channel == Channel.IOPub && _cells.TryGetValue(request, out var cell)) Take(message, cell, request == _running);
            if (_reply is not null && _isIdle) _ended.TrySetResult(_reply);
        }
    }

    private void Take(Message message, CellRecording cell, bool isRunning)
    {
        var content = message.Content;
        switch (message.Type)
        {
            case "stream":
                var (name, text) = (message.Text("name") ?? "stdout", message.Text("text") ?? "");
                cell.Stream(name, text);
                view.Stream(name, text);
                break;
            case "display_data" or "execute_result":
                Show(cell, cell.Add(message.Type, content), content);
                break;
            case "update_display_data":
                foreach (var (owner, output) in DisplaysOf(content)) owner.Update(output, content);
                break;
            case "error":
                cell.Add(message.Type, content);
                break;
            case "clear_output":
                cell.Clear(message.Flag("wait", false));
                break;
            case "status" when isRunning && message.Text("execution_state") == "idle":
                _isIdle = true;
                break;
        }
    }

    private void Show(CellRecording cell, JsonObject output, JsonObject content)
    {
        DisplaysOf(content).Add((cell, output));
        if (MultilineText.Join((content["data"] as JsonObject)?["text/plain"]) is { Length: > 0 } plain) view.Value(plain);
    }

    private List<(CellRecording Cell, JsonObject Output)> DisplaysOf(JsonObject content)
    {
        if ((content["transient"] as JsonObject)?["display_id"] is not JsonValue id) return [];
        var key = id.ToString();
        return _displays.TryGetValue(key, out var found) ? found : _displays[key] = [];
    }

    private static JsonObject Request(string code) => new()
    {
        ["code"] = code,
        ["silent"] = false,
        ["store_history"] = true,
        ["allow_stdin"] = true,
        ["stop_on_error"] = false,
    };

    private byte[] Header()
    {
        var id = Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$"""{"msg_id":"kiln-run-{{id}}","session":"kiln-run","username":"kiln","msg_type":"execute_request","version":"5.3"}""");
    }
}
