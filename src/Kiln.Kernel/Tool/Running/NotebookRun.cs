using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>Runs a notebook's code cells from top to bottom and stores what they show, cell by cell.</summary>
internal sealed partial class NotebookRun
{
    // What an interrupted cell may take to come to its end; a library that never returns is given up.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    // What a terminal sends for Ctrl-D.
    private const string EndOfInput = "\u0004";

    private readonly NotebookDocument _document;
    private readonly RunOptions _options;
    private readonly IHeadlessView _view;
    private readonly HeadlessClient _client;
    private readonly KernelSession _session;
    private readonly List<(NotebookCell Cell, CellRecording Recording)> _recorded = [];
    private readonly List<string> _failures = [];
    private readonly CancellationTokenSource _givenUp = new();
    private volatile bool _isInterrupted;

    public NotebookRun(NotebookDocument document, RunOptions options, IHeadlessView view, Func<HeadlessClient, KernelSession> kernel)
    {
        (_document, _options, _view) = (document, options, view);
        _client = new HeadlessClient(view);
        _session = kernel(_client);
    }

    /// <summary>Gives the answers to questions of cells; returns null where there is no more input.</summary>
    public Func<string, bool, string?>? Input { get; init; }

    /// <summary>Runs the cells.</summary>
    /// <exception cref="NotebookFileException">The executed notebook cannot be written.</exception>
    public async Task<RunOutcome> RunAsync()
    {
        foreach (var cell in _document.Cells) (cell.Outputs, cell.ExecutionCount) = ([], null);
        // At once: a place that cannot be written to is said before an hour of computing.
        Save();
        _client.Asked = (prompt, secret) => _ = Task.Run(() => Answer(prompt, secret));
        _session.Start();
        var cells = _document.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).ToList();
        var (start, ran) = (_options.Time.GetTimestamp(), 0);
        while (ran < cells.Count && !_isInterrupted && await RunAsync(cells[ran], ++ran, cells.Count)) { }
        return new RunOutcome
        {
            Ran = ran,
            Count = cells.Count,
            Failures = _failures,
            WasInterrupted = _isInterrupted,
            Duration = _options.Time.GetElapsedTime(start),
        };
    }

    /// <summary>Stops the running cell and, with it, the run; a second call no longer waits for the cell.</summary>
    public void Interrupt()
    {
        if (_isInterrupted) _givenUp.Cancel();
        _isInterrupted = true;
        _session.Interrupt();
    }

    /// <summary>Writes what there is, finished or not.</summary>
    public void Save()
    {
        foreach (var (cell, recording) in _recorded)
            if (recording.IsNew) cell.Outputs = _client.Take(recording);
        if (_options.Output is { } path) NotebookFile.Write(path, _document);
    }

    /// <returns>Whether to go on.</returns>
    private async Task<bool> RunAsync(NotebookCell cell, int number, int count)
    {
        var recording = new CellRecording();
        _recorded.Add((cell, recording));
        var first = cell.Source.TrimStart().Split('\n')[0].TrimEnd();
        _view.Begin(number, count, first);
        var start = _options.Time.GetTimestamp();
        var (reply, problem) = await WaitAsync(_client.RunAsync(_session, cell.Code, recording));
        if (reply?["execution_count"] is JsonValue value && value.TryGetValue<int>(out var executed)) cell.ExecutionCount = executed;
        var failed = reply is null || (string?)reply["status"] != "ok";
        if (failed && reply?["traceback"] is JsonArray traceback) _view.Error(traceback.Select(line => line?.ToString() ?? ""));
        _view.End(_options.Time.GetElapsedTime(start));
        Save();
        if (!failed) return true;
        var isExpected = cell.Tags.Contains("raises-exception") && problem is null && !_isInterrupted;
        if (isExpected) return true;
        _failures.Add(Failure(number, cell, reply, problem));
        return _options.AllowErrors && reply is not null && !_isInterrupted;
    }

    /// <summary>Waits for a cell, no longer than the limit and no longer than the user wants to.</summary>
    /// <returns>Its reply, null where it never stopped; and why it was stopped, if it was.</returns>
    private async Task<(JsonObject? Reply, string? Problem)> WaitAsync(Task<JsonObject> cell)
    {
        string? problem = null;
        try
        {
            return (await cell.WaitAsync(_options.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan, _options.Time, _givenUp.Token), null);
        }
        catch (TimeoutException)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"it took longer than {_options.Timeout!.Value.TotalSeconds} s (--timeout) and was stopped");
            _session.Interrupt();
        }
        catch (OperationCanceledException)
        {
            return (null, "it did not stop when it was interrupted");
        }
        try
        {
            return (await cell.WaitAsync(TimeToStop, _options.Time, _givenUp.Token), problem);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return (null, $"{problem}, but it is inside a library that does not stop");
        }
    }

    // Where there is no more input, the cell's ReadLine returns null, as in a program.
    private void Answer(string prompt, bool secret) => HeadlessClient.Answer(_session, Input?.Invoke(prompt, secret) ?? EndOfInput);

    private static string Failure(int number, NotebookCell cell, JsonObject? reply, string? problem)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"cell {number}{LineOf(cell, reply)}");
        if (problem is not null) return $"{place}: {problem}.";
        return $"{place}: {reply?["ename"]}: {reply?["evalue"]?.ToString().Split('\n')[0]}";
    }

    /// <summary>The first line that the traceback names in this cell, as <c> line 3</c>; nothing where it names none.</summary>
    private static string LineOf(NotebookCell cell, JsonObject? reply)
    {
        var traceback = string.Join('\n', (reply?["traceback"] as JsonArray ?? []).Select(line => line?.ToString()));
        var own = string.Create(CultureInfo.InvariantCulture, $"Cell [{cell.ExecutionCount}]");
        var match = LinePattern().Matches(traceback).FirstOrDefault(match => !match.Groups["cell"].Success || match.Groups["cell"].Value == own);
        return match is null ? "" : $", line {match.Groups["line"].Value}";
    }

    // "Cell [3] line 2" of a stack, "(2,7): error" of the compiler.
    [GeneratedRegex(@"(?<cell>Cell \[\d+\]),? line (?<line>\d+)|\((?<line>\d+),\d+\): error")]
    private static partial Regex LinePattern();
}
