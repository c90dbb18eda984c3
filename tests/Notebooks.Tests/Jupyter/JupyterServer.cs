using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>A Jupyter server on 127.0.0.1, serving the work folder of a sandbox.</summary>
internal sealed partial class JupyterServer : IAsyncDisposable
{
    /// <summary>The program of the server without a front end.</summary>
    public const string Bare = "/usr/bin/jupyter-server";

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

    /// <summary>Starts Jupyter Notebook 6 and waits until it listens.</summary>
    public static Task<JupyterServer> StartAsync(Sandbox sandbox) => StartAsync(sandbox, "notebook", "NotebookApp.notebook_dir");

    /// <summary>Starts the server that JupyterLab sits on, without a front end, and waits until it listens.</summary>
    /// <param name="sandbox">Where it works.</param>
    /// <param name="pages">A folder whose files it serves below <c>/static/</c>.</param>
    public static Task<JupyterServer> StartBareAsync(Sandbox sandbox, string pages) =>
        StartAsync(sandbox, "server", "ServerApp.root_dir", $"--ServerApp.extra_static_paths={pages}");

    private static async Task<JupyterServer> StartAsync(Sandbox sandbox, string program, string folderOption, params string[] more)
    {
        var token = Guid.NewGuid().ToString("N");
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(Sandbox.Jupyter, [.. Arguments(sandbox, token, program, folderOption), .. more], sandbox.Work, sandbox.Environment, child => child.ErrorLine += line =>
        {
            if (AddressPattern().Match(line) is { Success: true } match) listening.TrySetResult(match.Value);
        });
        try
        {
            var ended = process.Exited;
            if (await Task.WhenAny(listening.Task, ended).WaitAsync(StartLimit) == ended) Assert.Fail($"jupyter {program} ended:\n{process.Log}");
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

    private static List<string> Arguments(Sandbox sandbox, string token, string program, string folderOption)
    {
        var app = folderOption.Split('.')[0];
        List<string> arguments =
        [
            program, "--no-browser", "--ip=127.0.0.1", $"--port={FreePort()}", $"--{folderOption}={sandbox.Work}",
            $"--{app}.token={token}", $"--{app}.password=", $"--{app}.use_redirect_file=False",
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
