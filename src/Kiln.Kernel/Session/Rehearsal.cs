namespace Kiln.Kernel;

/// <summary>
/// Runs small cells through the whole kernel while the user still reads, and shows them to nobody: what runs for the first time
/// is slow, the compiler above all.
/// </summary>
/// <remarks>
/// On threads and with an interpreter of its own: a cell that comes meanwhile runs at once, profits from what is warm by then,
/// and the rest of the rehearsal waits until no cell runs.
/// </remarks>
/// <param name="frontEnd">Belongs to the cells, which do not use it.</param>
/// <param name="cells">Whose cells go first.</param>
/// <param name="options">Clock and log.</param>
internal sealed class Rehearsal(FrontEnd frontEnd, CellQueue cells, SessionOptions options)
{
    // The likeliest first. The last ones fail: an error report is a first time, too.
    private static readonly string[] Cells =
    [
        "1 + 1",
        "var text = \"a\"; text",
        "Console.Write($\"{text}\"); display(text);",
        "var numbers = new[] { 1, 2 }.Select(n => n * 2).ToList(); numbers",
        "int Twice(int n) { return 2 * n; } class Thing { public int Size { get; set; } } new Thing { Size = Twice(2) }",
        "for (var i = 0; i < 3; i++) { numbers.Add(i); } await Task.CompletedTask; new Dictionary<string, double> { [\"a\"] = 1 }",
        "missing",
        "throw new InvalidOperationException(text);",
    ];

    private readonly AutoResetEvent _quiet = new(false);

    /// <summary>Begins, without waiting for anything.</summary>
    public void Start()
    {
        cells.Ended += ended =>
        {
            if (ended == cells.Added) _quiet.Set();
        };
        Start("rehearsal", RunCells);
        // Reading all references takes as long as the rest of a first compilation; with few, that goes on beside it.
        Start("rehearsal of the compiler", () => new SubmissionChain(References.Few(), []).Compile(Cells[0], "Rehearsal"));
    }

    private void RunCells()
    {
        var interpreter = new Interpreter(options.PackageFolder);
        for (var i = 0; i < Cells.Length; i++)
        {
            WaitForQuiet();
            Run(Cells[i], interpreter);
            // Beside the compiler from now on; before, it would take a processor from the first cell.
            if (i == 0) Start("rehearsal of outputs", () => ValueFormatters.Bundle(new[] { new { Items = new[] { 1 } } }));
        }
        WaitForQuiet();
        interpreter.WarmUp();
    }

    private void Run(string code, Interpreter interpreter)
    {
        var cell = new CellContext
        {
            Output = new CellOutput(new EmptyHouse(), [], options.Time),
            Input = frontEnd.Input,
            Comms = frontEnd.Comms,
            Name = "Rehearsal",
        };
        try
        {
            // Code without a flow of its own belongs to the user's newest cell, never to one of these.
            cell.EnterFlow();
            var value = new CellPump(cell, options.Time).Run(() => interpreter.Program.RunAsync(code, cell));
            cell.Output.Display(ValueFormatters.Bundle(value.Value), DisplayIds.New(), update: false);
        }
        catch (Exception e)
        {
            new FailureReport(new History()).Of(e, cell).ToJson();
        }
        cell.Output.Flush();
    }

    private void WaitForQuiet()
    {
        while (cells.IsBusy) _quiet.WaitOne();
    }

    // What fails here will fail before the user's eyes; then it is told.
    private void Start(string name, Action work)
    {
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                options.Log($"{name}: {e}");
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
    }

    /// <summary>Writes what a cell shows, to nobody.</summary>
    private sealed class EmptyHouse : IMessageSink
    {
        public void Send(Channel channel, Message message) => JsonFormat.Bytes(message.Content);
    }
}
