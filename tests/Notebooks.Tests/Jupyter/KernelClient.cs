using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>A kernel behind Debian's own jupyter_client, as every front end starts one.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    /// <summary>How long a cell may take before the test gives up.</summary>
    public static readonly TimeSpan CellLimit = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, RunningCell> _cells = [];
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _answers = [];
    private readonly Lock _gate = new();
    private ChildProcess? _process;
    private int _sent;

    private KernelClient()
    {
    }

    /// <summary>What the kernel wrote outside its messages.</summary>
    public string Log => _process!.Log;

    /// <summary>Starts a kernel in the work folder of the sandbox, or in another.</summary>
    public static async Task<KernelClient> StartAsync(Sandbox sandbox, string? folder = null, string kernel = "kiln")
    {
        var client = new KernelClient();
        var started = client.Expect("started");
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "kernel_client.py");
        client._process = ChildProcess.Start(Sandbox.Python, [script, kernel], folder ?? sandbox.Work, sandbox.Environment, child => child.OutputLine += client.Take);
        if (await Task.WhenAny(started, client._process.Exited).WaitAsync(CellLimit) != started) Assert.Fail("The kernel did not start:\n" + client.Log);
        _ = client.AbandonCellsAtTheEndAsync();
        return client;
    }

    /// <summary>Sends a cell and does not wait for it.</summary>
    public async Task<RunningCell> BeginAsync(string code)
    {
        var cell = new RunningCell(code);
        var tag = "cell-" + Interlocked.Increment(ref _sent);
        lock (_gate) _cells.Add(tag, cell);
        await SendAsync(new { @do = "execute", tag, code });
        return cell;
    }

    /// <summary>Runs a cell to its end, be it a good one or an error.</summary>
    public async Task<CellResult> RunAsync(string code) => await (await BeginAsync(code)).EndAsync(CellLimit);

    /// <summary>Runs a cell that must end well.</summary>
    public async Task<CellResult> RunWellAsync(string code)
    {
        var result = await RunAsync(code);
        Assert.True(result.Status == "ok", $"This cell ended as {result.Status}:\n{code}\n{string.Join('\n', result.Traceback)}");
        return result;
    }

    /// <summary>What the stop button does.</summary>
    public Task InterruptAsync() => CommandAsync("interrupt");

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public Task KillAsync() => CommandAsync("kill");

    /// <summary>Sends a cell signed with a wrong key, and says whether the kernel answered.</summary>
    public async Task<bool> ForgeAsync(string code)
    {
        var done = Expect("forge");
        await SendAsync(new { @do = "forge", code });
        return (await done.WaitAsync(CellLimit)).GetProperty("answered").GetBoolean();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        var ended = Expect("ended");
        if (!_process.Exited.IsCompleted) await SendAsync(new { @do = "shutdown" });
        await Task.WhenAny(ended, _process.Exited).WaitAsync(CellLimit);
        await _process.DisposeAsync();
    }

    private async Task CommandAsync(string name)
    {
        var done = Expect(name);
        await SendAsync(new { @do = name });
        await done.WaitAsync(CellLimit);
    }

    private Task SendAsync(object command) => _process!.WriteLineAsync(JsonSerializer.Serialize(command));

    private Task<JsonElement> Expect(string answer)
    {
        var expected = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _answers[answer] = expected;
        return expected.Task;
    }

    private void Take(string line)
    {
        var message = JsonDocument.Parse(line).RootElement;
        switch (message.GetProperty("event").GetString()!)
        {
            case "message": CellOf(message).Add(new(message.GetProperty("type").GetString()!, message.GetProperty("content"))); break;
            case "reply": CellOf(message).Replied(message.GetProperty("content")); break;
            case "idle": CellOf(message).BecameIdle(); break;
            case "done": Answer(message.GetProperty("what").GetString()!, message); break;
            case var other: Answer(other, message); break;
        }
    }

    private RunningCell CellOf(JsonElement message)
    {
        lock (_gate) return _cells[message.GetProperty("tag").GetString()!];
    }

    private void Answer(string name, JsonElement message)
    {
        lock (_gate)
            if (_answers.Remove(name, out var expected)) expected.SetResult(message);
    }

    private async Task AbandonCellsAtTheEndAsync()
    {
        await _process!.Exited;
        lock (_gate)
            foreach (var cell in _cells.Values) cell.Abandon("The client ended before this cell did:\n" + cell.Code + "\n" + Log);
    }
}
