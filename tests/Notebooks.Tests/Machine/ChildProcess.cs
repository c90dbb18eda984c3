using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Notebooks.Tests;

/// <summary>A program that a test started: its lines are handed on as they come, and it is ended by its id.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly Lock _gate = new();

    private ChildProcess(Process process) => _process = process;

    /// <summary>Raised for each line of standard output.</summary>
    public event Action<string>? OutputLine;

    /// <summary>Raised for each line of standard error.</summary>
    public event Action<string>? ErrorLine;

    /// <summary>Everything that it wrote so far: what a failed test shows.</summary>
    public string Log
    {
        get
        {
            lock (_gate) return _log.ToString();
        }
    }

    /// <summary>Ends when the program has ended.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <summary>Starts a program; <paramref name="listen"/> may subscribe before its first line is read.</summary>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment, Action<ChildProcess>? listen = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Take(line.Data, child.OutputLine);
        child._process.ErrorDataReceived += (_, line) => child.Take(line.Data, child.ErrorLine);
        listen?.Invoke(child);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end and gives its exit code and all it wrote.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment, TimeSpan limit)
    {
        await using var child = Start(program, arguments, folder, environment);
        child._process.StandardInput.Close();
        await child.Exited.WaitAsync(limit);
        return (child._process.ExitCode, child.Log);
    }

    /// <summary>Writes one line to its standard input.</summary>
    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = SendSignal(_process.Id, Terminate);
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
        }
        _process.Dispose();
    }

    private void Take(string? line, Action<string>? listeners)
    {
        if (line is null) return;
        lock (_gate) _log.Append(line).Append('\n');
        listeners?.Invoke(line);
    }

    // .NET itself can only kill; a Jupyter server that is asked politely ends its kernels first.
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
