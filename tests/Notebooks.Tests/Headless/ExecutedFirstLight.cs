namespace Notebooks.Tests;

/// <summary>The first-light notebook, made short, executed once without a browser and exported as HTML.</summary>
public sealed class ExecutedFirstLight : ExecutedNotebook
{
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

    /// <inheritdoc/>
    internal override NotebookFile Cells()
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
}
