namespace Notebooks.Tests;

/// <summary>The first-light notebook, made short, executed once without a browser and exported as HTML.</summary>
public sealed class ExecutedFirstLight : IAsyncLifetime
{
    private static readonly TimeSpan ExecuteLimit = TimeSpan.FromMinutes(5);

    // Only sizes change: the cells themselves are those that run.sh executes.
    private static readonly (string Full, string Short)[] Abridgements =
    [
        ("#!data fashion-mnist", "#!data fashion-mnist --limit 2000"),
        ("--epochs 6 --batch 64", "--epochs 2 --batch 64"),
        ("Epochs = 20", "Epochs = 3"),
        ("--trials 12 --epochs 8", "--trials 3 --epochs 2"),
        ("--trials 6 --epochs 8", "--trials 3 --epochs 2"),
        ("--seeds 6 --epochs 15", "--seeds 3 --epochs 2"),
    ];

    private Sandbox _sandbox = null!;

    /// <summary>The executed notebook.</summary>
    internal NotebookFile Notebook { get; private set; } = null!;

    /// <summary>Its export as HTML.</summary>
    internal string Html { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _sandbox = await Sandbox.CreateAsync();
        var path = Path.Combine(_sandbox.Work, Path.GetFileName(Repository.FirstLight));
        Abridged().Write(path);
        await ConvertAsync("--to", "notebook", "--execute", "--inplace", "--ExecutePreprocessor.timeout=240", path);
        await ConvertAsync("--to", "html", path);
        Notebook = NotebookFile.Read(path);
        Html = await File.ReadAllTextAsync(Path.ChangeExtension(path, ".html"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NotebookFile Abridged()
    {
        var notebook = NotebookFile.Read(Repository.FirstLight);
        foreach (var (full, brief) in Abridgements)
        {
            var cell = notebook.CodeCells.SingleOrDefault(cell => cell.Source.Contains(full, StringComparison.Ordinal));
            Assert.True(cell is not null, $"No cell, or more than one, of 01-first-light.ipynb has '{full}': mend the list of abridgements.");
            cell.Source = cell.Source.Replace(full, brief, StringComparison.Ordinal);
        }
        return notebook;
    }

    private async Task ConvertAsync(params string[] arguments)
    {
        var (code, output) = await ChildProcess.RunAsync(Sandbox.Jupyter, ["nbconvert", .. arguments], _sandbox.Work, _sandbox.Environment, ExecuteLimit);
        Assert.True(code == 0, "jupyter nbconvert " + string.Join(' ', arguments) + " failed:\n" + output);
    }
}
