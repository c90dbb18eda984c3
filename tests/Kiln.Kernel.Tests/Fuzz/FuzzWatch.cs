using System.Globalization;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>Sends blocks of hostile messages to a kernel and reads everything that it answers.</summary>
internal sealed class FuzzWatch : IDisposable
{
    private const string Measuring = "GC.Collect(2, GCCollectionMode.Aggressive, true, true); GC.WaitForPendingFinalizers(); GC.Collect(2, GCCollectionMode.Aggressive, true, true); Console.Write(GC.GetTotalMemory(true));";

    private const int MostGreetings = 240, GreetingPatience = 500;

    private readonly KernelOnSockets _kernel;
    private readonly HostileMessages _messages;
    private readonly HashSet<string> _forged = [];
    private readonly SortedDictionary<string, int> _kinds = [];
    private WireClient _client;
    private int _good;

    public FuzzWatch(KernelOnSockets kernel, HostileMessages messages)
    {
        (_kernel, _messages) = (kernel, messages);
        _client = Connect();
    }

    public int Sent { get; private set; }

    public int Answered { get; private set; }

    public string Summary => string.Join(", ", _kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")));

    /// <summary>Sends a block, then asks two good questions and takes their answers.</summary>
    public void SendBlock(int count)
    {
        // Each block comes from a new front end: what the kernel keeps for one that has gone must go with it.
        _client.Dispose();
        _client = Connect();
        for (var i = 0; i < count; i++)
        {
            Send(_messages.Next());
            // A front end that never reads would have its answers thrown away.
            if (i % 50 == 0) _client.Take(Check);
        }
        Ask("kernel_info_request", "{}");
        // Behind the last interrupt and the last failing cell: neither means the next one.
        Ask("kernel_info_request", "{}", Channel.Control);
        Ask("execute_request", """{"code":"","silent":true}""");
    }

    /// <summary>What the kernel holds, in bytes, after all garbage is gone.</summary>
    public (long Managed, long Resident) Measure()
    {
        var (text, said) = ("", "");
        Ask("execute_request", new JsonObject { ["code"] = Measuring, ["store_history"] = false }.ToJsonString(), Channel.Shell, answer =>
        {
            if (answer.Type == "stream") text += answer.Content["text"];
            said += $"{answer.Type}: {answer.Content.ToJsonString()}\n";
        });
        Assert.True(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var managed), $"The measuring cell printed no number:\n{said}");
        return (managed, _kernel.ResidentBytes);
    }

    public void Dispose() => _client.Dispose();

    // The sockets connect one by one: as every front end does, ask until the subscription stands.
    private WireClient Connect()
    {
        var client = new WireClient(_kernel);
        var heard = false;
        for (var tries = 0; tries < MostGreetings && !heard; tries++)
        {
            client.Send(Channel.Shell, _messages.Good(string.Create(CultureInfo.InvariantCulture, $"good-{++_good}"), "kernel_info_request", "{}"));
            client.TakeUntil(() => heard, GreetingPatience, answer =>
            {
                Check(answer);
                heard |= (string?)answer.Content["execution_state"] == "idle";
            });
        }
        Assert.True(heard, $"Nothing was heard of the kernel.\n{_kernel.Log}");
        return client;
    }

    private void Send(HostileMessage message)
    {
        if (!message.IsGenuine) _forged.Add(message.Id);
        _kinds[message.Kind] = _kinds.GetValueOrDefault(message.Kind) + 1;
        _client.Send(message.Channel, message.Frames);
        Sent++;
    }

    private void Ask(string type, string content, Channel channel = Channel.Shell, Action<WireAnswer>? take = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"good-{++_good}");
        _client.Send(channel, _messages.Good(id, type, content));
        var (replied, idle) = (false, false);
        _client.TakeUntil(() => replied && idle, $"{type} {id} got no answer.\n{_kernel.Log}", answer =>
        {
            Check(answer);
            if (answer.ParentId != id) return;
            replied |= answer.Channel == channel;
            idle |= (string?)answer.Content["execution_state"] == "idle";
            take?.Invoke(answer);
        });
    }

    private void Check(WireAnswer answer)
    {
        Answered++;
        Assert.False(answer.ParentId is { } id && _forged.Contains(id), $"A message without a signature was answered: {answer.Type} {answer.ParentId}");
    }
}
