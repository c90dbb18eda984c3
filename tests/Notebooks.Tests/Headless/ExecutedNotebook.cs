namespace Notebooks.Tests;

/// <summary>A notebook executed once without a browser and exported as HTML.</summary>
public abstract class ExecutedNotebook : IAsyncLifetime
{
    private static readonly TimeSpan ExecuteLimit = TimeSpan.FromMinutes(5);

    private Sandbox? _sandbox;

    /// <summary>The executed notebook.</summary>
    internal NotebookFile Notebook { get; private set; } = null!;

    /// <summary>Its export as HTML.</summary>
    internal string Html { get; private set; } = null!;

    /// <summary>Its charts.</summary>
    internal IReadOnlyList<NotebookOutput> Charts => [.. Notebook.CodeCells.SelectMany(cell => cell.Outputs).Where(output => output.IsChart)];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var cells = Cells();
        _sandbox = await Sandbox.CreateAsync();
        var path = Path.Combine(_sandbox.Work, "executed.ipynb");
        cells.Write(path);
        await ConvertAsync("--to", "notebook", "--execute", "--inplace", "--ExecutePreprocessor.timeout=240", path);
        await ConvertAsync("--to", "html", path);
        Notebook = NotebookFile.Read(path);
        Html = await File.ReadAllTextAsync(Path.ChangeExtension(path, ".html"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The notebook to execute.</summary>
    internal abstract NotebookFile Cells();

    private async Task ConvertAsync(params string[] arguments)
    {
        var (code, output) = await ChildProcess.RunAsync(Sandbox.Jupyter, ["nbconvert", .. arguments], _sandbox!.Work, _sandbox.Environment, ExecuteLimit);
        Assert.True(code == 0, "jupyter nbconvert " + string.Join(' ', arguments) + " failed:\n" + output);
    }
}
