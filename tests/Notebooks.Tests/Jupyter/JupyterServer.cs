using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>Jupyter Notebook 6 on 127.0.0.1, serving the work folder of a sandbox.</summary>
internal sealed partial class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;

    private JupyterServer(ChildProcess process, string address, string token)
    {
        _process = process;
        Address = address;
        Token = token;
    }

    /// <summary><c>http://127.0.0.1:PORT</c>.</summary>
    public string Address { get; }

    /// <summary>What a request must bring.</summary>
    public string Token { get; }

    /// <summary>All that the server and its kernels wrote.</summary>
    public string Log => _process.Log;

    /// <summary>Starts the server and waits until it listens.</summary>
    public static async Task<JupyterServer> StartAsync(Sandbox sandbox)
    {
        var token = Guid.NewGuid().ToString("N");
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(Sandbox.Jupyter, Arguments(sandbox, token), sandbox.Work, sandbox.Environment, child => child.ErrorLine += line =>
        {
            if (AddressPattern().Match(line) is { Success: true } match) listening.TrySetResult(match.Value);
        });
        try
        {
            var ended = process.Exited;
            if (await Task.WhenAny(listening.Task, ended).WaitAsync(StartLimit) == ended) Assert.Fail("jupyter notebook ended:\n" + process.Log);
            return new(process, await listening.Task, token);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static List<string> Arguments(Sandbox sandbox, string token)
    {
        List<string> arguments =
        [
            "notebook", "--no-browser", "--ip=127.0.0.1", $"--port={FreePort()}", $"--notebook-dir={sandbox.Work}",
            $"--NotebookApp.token={token}", "--NotebookApp.password=", "--NotebookApp.use_redirect_file=False",
        ];
        if (System.Environment.UserName == "root") arguments.Add("--allow-root");
        return arguments;
    }

    // Taken by another program in the meantime, Jupyter tries the next ports; its own line tells which it got.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();
}
