using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public sealed class NotebookRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-run").FullName;
    private readonly RecordingView _view = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Output => Path.Combine(_folder, "out.ipynb");

    [Fact]
    public async Task What_cells_show_is_stored_as_nbformat_has_it()
    {
        var (outcome, cells) = await RunAsync(Code("Console.Write(\"a\\nb\"); Console.Error.Write(\"c\");"), Code("40 + 2"), Code("display(\"shown\");"));

        Assert.Empty(outcome.Failures);
        Assert.Equal(["stream", "stream"], Types(cells[0]));
        Assert.Equal(["a\n", "b"], cells[0]["outputs"]![0]!["text"]!.AsArray().Select(line => (string?)line));
        Assert.Equal("stderr", (string?)cells[0]["outputs"]![1]!["name"]);
        Assert.Equal(["execute_result"], Types(cells[1]));
        Assert.Equal(2, (int)cells[1]["outputs"]![0]!["execution_count"]!);
        Assert.Equal(2, (int)cells[1]["execution_count"]!);
        Assert.Equal("42", Plain(cells[1]["outputs"]![0]!));
        Assert.Equal(["display_data"], Types(cells[2]));
        Assert.Null(cells[2]["outputs"]![0]!["transient"]);
    }

    [Fact]
    public async Task What_a_cell_prints_piece_by_piece_is_one_output()
    {
        var (_, cells) = await RunAsync(Code("for (var i = 0; i < 3; i++) { Console.Write(i); await Task.Delay(60); }"));
        Assert.Equal("012", Text(Assert.Single(cells[0]["outputs"]!.AsArray())!["text"]));
    }

    [Fact]
    public async Task A_display_is_updated_in_place_also_by_a_later_cell()
    {
        var (_, cells) = await RunAsync(Code("var shown = display(\"first\"); Console.Write(\"between\");"), Code("shown.Update(\"second\");"));
        Assert.Equal(["display_data", "stream"], Types(cells[0]));
        Assert.Equal("second", Plain(cells[0]["outputs"]![0]!));
        Assert.Empty(cells[1]["outputs"]!.AsArray());
    }

    [Fact]
    public async Task A_cell_that_fails_stores_its_error_and_ends_the_run()
    {
        var (outcome, cells) = await RunAsync(Code("var x = 0;"), Code("\n1 / x"), Code("Console.Write(\"never\");"));

        Assert.Equal("error", Types(cells[1]).Last());
        Assert.Equal("DivideByZeroException", (string?)cells[1]["outputs"]!.AsArray()[^1]!["ename"]);
        Assert.Empty(cells[2]["outputs"]!.AsArray());
        Assert.Null(cells[2]["execution_count"]);
        Assert.Equal((2, 3), (outcome.Ran, outcome.Count));
        Assert.StartsWith("cell 2, line 2: DivideByZeroException: ", Assert.Single(outcome.Failures));
    }

    [Fact]
    public async Task A_mistake_that_does_not_compile_is_said_with_its_line()
    {
        var (outcome, _) = await RunAsync(Code("var x = 1;\nint y = \"text\";"));
        Assert.StartsWith("cell 1, line 2: ", Assert.Single(outcome.Failures));
    }

    [Fact]
    public async Task A_run_that_allows_errors_goes_on_and_counts_them()
    {
        var (outcome, cells) = await RunAsync(new RunOptions { AllowErrors = true }, Code("throw new Exception(\"one\");"), Code("1"));
        Assert.Single(outcome.Failures);
        Assert.Equal("1", Plain(cells[1]["outputs"]![0]!));
    }

    [Fact]
    public async Task A_cell_that_says_it_raises_an_exception_may()
    {
        var (outcome, cells) = await RunAsync(Code("throw new Exception(\"meant\");", "raises-exception"), Code("1"));
        Assert.Empty(outcome.Failures);
        Assert.Equal(["error"], Types(cells[0]));
        Assert.Equal("1", Plain(cells[1]["outputs"]![0]!));
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped()
    {
        var time = new TimeUp();
        _view.OnLine = line =>
        {
            if (line == "stdout: kept\n") time.Now();
        };
        var (outcome, cells) = await RunAsync(new RunOptions { Timeout = TimeSpan.FromSeconds(90), Time = time }, Code("Console.WriteLine(\"kept\"); while (true) { }"), Code("1"));
        Assert.Equal("cell 1: it took longer than 90 s (--timeout) and was stopped.", Assert.Single(outcome.Failures));
        Assert.Equal(["stream", "error"], Types(cells[0]));
        Assert.Equal(1, outcome.Ran);
    }

    [Fact]
    public async Task An_interrupt_stops_the_cell_and_keeps_what_it_showed()
    {
        var run = NewRun(new RunOptions { Output = Output }, [Code("Console.WriteLine(\"started\"); while (true) { }"), Code("1")]);
        _view.OnLine = line =>
        {
            if (line == "stdout: started\n") run.Interrupt();
        };
        var outcome = await run.RunAsync();
        Assert.True(outcome.WasInterrupted);
        Assert.Contains("interrupted", outcome.Summary);
        Assert.Equal(["stream", "error"], Types(Stored()[0]));
        Assert.Equal(1, outcome.Ran);
    }

    [Fact]
    public async Task Every_cell_is_on_disk_before_the_next_one_begins()
    {
        var seen = new List<string>();
        _view.OnLine = line =>
        {
            if (line.StartsWith("begin", StringComparison.Ordinal)) seen.Add(string.Join(',', Stored().Select(cell => Types(cell).Count)));
        };
        await RunAsync(Code("1"), Code("2"));
        Assert.Equal(["0,0", "1,0"], seen);
    }

    [Fact]
    public async Task Outputs_of_an_earlier_run_are_gone()
    {
        var old = Code("var quiet = 1;");
        old.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "old" });
        old.ExecutionCount = 17;
        var (_, cells) = await RunAsync(old);
        Assert.Empty(cells[0]["outputs"]!.AsArray());
        Assert.Equal(1, (int)cells[0]["execution_count"]!);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_said_before_a_cell_runs()
    {
        var run = NewRun(new RunOptions { Output = Path.Combine(_folder, "no", "such", "out.ipynb") }, [Code("1")]);
        await Assert.ThrowsAsync<NotebookFileException>(run.RunAsync);
        Assert.Empty(_view.Lines);
    }

    [Fact]
    public async Task Text_and_empty_cells_are_no_cells_to_run()
    {
        var (outcome, _) = await RunAsync(new NotebookCell { Kind = CellKind.Markdown, Language = "markdown", Source = "# Title" }, Code("  \n"), Code("1"));
        Assert.Equal(1, outcome.Count);
        Assert.Contains("begin 1/1 1", _view.Lines);
    }

    [Fact]
    public async Task A_question_is_answered_from_the_input()
    {
        var run = NewRun(new RunOptions { Output = Output }, [Code("Console.ReadLine()")], (_, _) => "Ann");
        Assert.Empty((await run.RunAsync()).Failures);
        Assert.Contains("Ann", Plain(Stored()[0]["outputs"]![0]!));
    }

    [Fact]
    public async Task Where_there_is_no_input_a_cell_reads_null_as_in_a_program()
    {
        var (_, cells) = await RunAsync(Code("Console.Write(Console.ReadLine() is null);"));
        Assert.Equal("True", Text(cells[0]["outputs"]![0]!["text"]));
    }

    private Task<(RunOutcome Outcome, IReadOnlyList<JsonNode> Cells)> RunAsync(params NotebookCell[] cells) => RunAsync(new RunOptions(), cells);

    private async Task<(RunOutcome Outcome, IReadOnlyList<JsonNode> Cells)> RunAsync(RunOptions options, params NotebookCell[] cells)
    {
        var outcome = await NewRun(options with { Output = Output }, cells).RunAsync();
        return (outcome, Stored());
    }

    private NotebookRun NewRun(RunOptions options, IReadOnlyList<NotebookCell> cells, Func<string, bool, string?>? input = null) =>
        new(new NotebookDocument { Cells = [.. cells] }, options, _view, client =>
        {
            ConsoleCapture.Install();
            return new KernelSession(client, new SessionOptions { PackageFolder = _folder });
        })
        {
            Input = input,
        };

    private IReadOnlyList<JsonNode> Stored() => [.. JsonNode.Parse(File.ReadAllText(Output))!["cells"]!.AsArray().Select(cell => cell!)];

    private static NotebookCell Code(string source, params string[] tags) => new()
    {
        Source = source,
        Metadata = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
    };

    private static List<string> Types(JsonNode cell) => [.. cell["outputs"]!.AsArray().Select(output => (string)output!["output_type"]!)];

    private static string Plain(JsonNode output) => Text(output["data"]!["text/plain"]);

    private static string Text(JsonNode? lines) => MultilineText.Join(lines)!;

    /// <summary>A clock whose waits end when the test says so.</summary>
    private sealed class TimeUp : TimeProvider
    {
        private readonly List<Action> _waits = [];

        public void Now() => Array.ForEach(_waits.ToArray(), end => end());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits.Add(() => callback(state));
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
