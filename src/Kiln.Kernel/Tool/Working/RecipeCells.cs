using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Runs the cells of a study's recipe in a kernel without a front end: the way that they take in the notebook.</summary>
internal sealed class RecipeCells
{
    private readonly HeadlessClient _client;
    private readonly KernelSession _session;

    private readonly Action _end;

    /// <param name="printed">Takes what the cells, and later the model's own code, print.</param>
    /// <param name="greeting">What the process that started this one has compiled already; null where none did.</param>
    /// <param name="end">Ends the process, where the model's code asks for it; in a notebook that ends the cell.</param>
    public RecipeCells(TextWriter printed, Task<string>? greeting, Action end)
    {
        _end = end;
        _client = new HeadlessClient(new Printed(printed));
        _session = new KernelSession(_client, new SessionOptions
        {
            Descriptors = FileDescriptorCapture.Start(),
            Log = printed.WriteLine,
            IsLookedAt = false,
            Images = new CellImages(greeting),
        });
        ConsoleCapture.Install();
    }

    /// <summary>Runs them.</summary>
    /// <exception cref="ToolException">One fails; the message names it and says why.</exception>
    public async Task RunAsync(IReadOnlyList<string> cells)
    {
        _session.Start();
        foreach (var cell in cells)
        {
            var reply = await _client.RunAsync(_session, cell, new CellRecording());
            if ((string?)reply["status"] != "ok") throw new ToolException($"{FirstLine(cell)}: {Problem(reply)}\n"
                + "The cell works in the notebook, but not from its text alone: what it needs (usings, #r, types, functions) belongs into a #!shared cell, files into the folder the worker starts in.");
        }
        if (CellContext.Current is { } last) last.Stop = _end;
    }


    private static string FirstLine(string cell) => cell.Split('\n')[0].TrimEnd();

    private static string Problem(JsonObject reply) => (reply["evalue"]?.ToString() ?? "it failed").TrimEnd();

    /// <summary>Lets through what is printed; nobody looks at displays.</summary>
    private sealed class Printed(TextWriter output) : IHeadlessView
    {
        public void Begin(int number, int count, string firstLine)
        {
        }

        public void Stream(string name, string text) => output.Write(text);

        public void Value(string plain)
        {
        }

        public void Error(IEnumerable<string> traceback)
        {
        }

        public void End(TimeSpan duration)
        {
        }
    }
}
