namespace Notebooks.Tests;

/// <summary>Comparisons, the table of runs and a search, executed without a browser and exported as HTML.</summary>
public sealed class ExecutedComparison : ExecutedNotebook
{
    /// <summary>The cells; those from the fourth on show something of runs.</summary>
    internal static readonly string[] Sources =
    [
        "#!data digits --limit 400 --seed 1 --as other-digits\n#!data digits --limit 400",
        "#!model small\nFlatten(), Linear(8), ReLU(), Linear(classes)\n#!model middle\nFlatten(), Linear(32), ReLU(), Linear(classes)",
        "#!model large-and-with-a-long-name\nFlatten(), Linear(hp.Int(\"width\", 32, 128, @default: 64)), ReLU(), Linear(classes)",
        "#!compare small middle large-and-with-a-long-name --seeds 3 --epochs 3",
        "#!compare small middle large-and-with-a-long-name --data digits,other-digits --seeds 1",
        "#!runs",
        "#!runs scatter seed test_accuracy",
        "#!search random large-and-with-a-long-name --trials 4 --epochs 1 --space \"lr=log(1e-4,1e-1)\"",
        "await Lab.Compare(\"small\", \"middle\")",
    ];

    /// <inheritdoc/>
    internal override NotebookFile Cells() => NotebookFile.Of(Sources);
}
