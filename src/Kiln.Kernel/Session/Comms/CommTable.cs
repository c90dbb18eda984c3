using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The registered targets and the open comms of a session.</summary>
/// <param name="sink">Where messages to the page go.</param>
internal sealed class CommTable(IMessageSink sink)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Action<Comm>> _targets = [];
    private readonly Dictionary<string, Comm> _open = [];

    public void Register(string target, Action<Comm> opened)
    {
        lock (_lock) _targets[target] = opened;
    }

    public bool Unregister(string target)
    {
        lock (_lock) return _targets.Remove(target);
    }

    /// <summary>Opens a comm from this side.</summary>
    public Comm Open(string target, CommPayload payload)
    {
        var comm = new Comm(this, Guid.NewGuid().ToString("N"), target, new CommMessage(Element(new JsonObject()), Element(new JsonObject()), []));
        lock (_lock) _open[comm.Id] = comm;
        Send("comm_open", new JsonObject { ["comm_id"] = comm.Id, ["target_name"] = target }, payload);
        return comm;
    }

    public void Forget(Comm comm)
    {
        lock (_lock) _open.Remove(comm.Id);
    }

    /// <summary>Whether a message of the page finds its target or its comm.</summary>
    public bool Knows(Message message)
    {
        lock (_lock) return message.Type == "comm_open" ? _targets.ContainsKey(message.Text("target_name") ?? "") : _open.ContainsKey(message.Text("comm_id") ?? "");
    }

    /// <summary>Handles a message of the page; exceptions are those of the handlers.</summary>
    public void Handle(Message message)
    {
        if (message.Text("comm_id") is not { } id) return;
        var received = new CommMessage(Element(message.Content["data"] ?? new JsonObject()), Element(message.Metadata), message.Buffers);
        if (message.Type == "comm_open") Open(id, message.Text("target_name") ?? "", received);
        else if (Find(id) is { } comm) Handle(message.Type, comm, received);
    }

    /// <summary>Sends a message about a comm; it belongs to the running cell.</summary>
    public void Send(string type, JsonObject content, CommPayload payload)
    {
        content["data"] = payload.DataJson;
        sink.Send(Channel.IOPub, new Message(type, content)
        {
            Identities = [Encoding.ASCII.GetBytes(type)],
            ParentHeader = CellContext.Current?.Header ?? [],
            Metadata = payload.MetadataJson,
            Buffers = [.. payload.Buffers],
        });
    }

    /// <summary>The content of a <c>comm_info_reply</c>.</summary>
    /// <param name="target">The only target to tell of, or null.</param>
    public JsonObject Answer(string? target)
    {
        var comms = new JsonObject();
        lock (_lock)
            foreach (var (id, comm) in _open)
                if (target is null || comm.Target == target) comms[id] = new JsonObject { ["target_name"] = comm.Target };
        return new JsonObject { ["status"] = "ok", ["comms"] = comms };
    }

    private void Open(string id, string target, CommMessage opening)
    {
        var comm = new Comm(this, id, target, opening);
        Action<Comm>? opened;
        lock (_lock)
            if (_targets.TryGetValue(target, out opened)) _open[id] = comm;
        // The protocol's answer to a target that nobody knows. An opening that fails leaves no comm behind either.
        if (opened is null) comm.Close();
        else OrClose(comm, () => opened(comm));
    }

    private void Handle(string type, Comm comm, CommMessage received)
    {
        if (type == "comm_msg") comm.Receive(received);
        if (type != "comm_close" || !comm.End()) return;
        Forget(comm);
        comm.ReceiveClose(received);
    }

    private Comm? Find(string id)
    {
        lock (_lock) return _open.GetValueOrDefault(id);
    }

    private static void OrClose(Comm comm, Action work)
    {
        try
        {
            work();
        }
        catch
        {
            comm.Close();
            throw;
        }
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
