using System.CommandLine;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The terminal around a run: what is shown there, what is read from it, and a kernel that leaves it alone.</summary>
internal sealed class RunTerminal : IDisposable
{
    // What shells report of a program that Ctrl-C ended.
    private const int InterruptCode = 130;

    private readonly TextWriter _progress;
    private readonly TextReader _input;
    private readonly bool _quiet;
    private readonly Action _close;

    private RunTerminal(TextWriter output, TextWriter progress, bool quiet, Action close)
    {
        (_progress, _quiet, _close) = (progress, quiet, close);
        _input = Console.In;
        var colours = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        var view = new TerminalView(output, progress, colours);
        View = quiet ? new QuietView(view) : view;
    }

    public IHeadlessView View { get; }

    /// <summary>Opens the terminal that a command was given; the process's own is put aside, because cells' output is captured from now on.</summary>
    public static RunTerminal Open(InvocationConfiguration streams, bool quiet)
    {
        if (streams.Output != Console.Out) return new RunTerminal(streams.Output, streams.Error, quiet, () => { });
        StrayExceptions.Install();
        var (output, progress) = (FileDescriptorCapture.KeepOutputStream(), FileDescriptorCapture.KeepErrorStream());
        return new RunTerminal(output, progress, quiet, () =>
        {
            output.Flush();
            progress.Flush();
        });
    }

    /// <summary>A kernel for one run, without sockets.</summary>
    public KernelSession Session(HeadlessClient client)
    {
        // Without a rehearsal: in one run, soon over, it would take a processor from the first cell.
        var session = new KernelSession(client, new SessionOptions { Descriptors = FileDescriptorCapture.Start(), Log = _progress.WriteLine });
        ConsoleCapture.Install();
        NotebookSession.Terminal = _quiet ? TextWriter.Null : TextWriter.Synchronized(_progress);
        return session;
    }

    /// <summary>Reads the answer to a cell's question.</summary>
    public string? ReadLine(string prompt, bool secret)
    {
        if (prompt.Length > 0) _progress.Write(prompt);
        return _input.ReadLine();
    }

    /// <summary>Says what the run cannot do.</summary>
    public void Say(string problem) => _progress.WriteLine($"kiln run: {problem}");

    /// <summary>Says how the run ended.</summary>
    /// <returns>The exit code.</returns>
    public int Say(RunOutcome outcome, RunOptions options)
    {
        foreach (var failure in outcome.Failures) Say(failure);
        if (!_quiet) _progress.WriteLine(outcome.Summary);
        if (!_quiet && options.Output is not null) _progress.WriteLine($"Written: {options.Output}");
        if (outcome.WasInterrupted) return InterruptCode;
        return outcome.Failures.Count == 0 || options.AllowErrors ? 0 : 1;
    }

    public void Dispose()
    {
        NotebookSession.Terminal = null;
        _close();
    }
}
