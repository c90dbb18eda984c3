namespace Notebooks.Tests;

/// <summary>The notebook of comparisons, executed as it is.</summary>
public sealed class HonestComparisonTests(ExecutedHonestComparison executed) : IClassFixture<ExecutedHonestComparison>
{
    [Fact]
    public void Every_cell_shows_something_and_none_ends_in_an_error()
    {
        Assert.DoesNotContain(executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs), output => output.Type == "error");
        Assert.All(executed.Notebook.CodeCells, cell => Assert.True(cell.Outputs.Count > 0, "This cell shows nothing:\n" + cell.Source));
    }

    [Theory]
    [InlineData("#!compare small middle", "This compares two trained models, not two ways to train")]
    [InlineData("#!compare small middle --seeds 6", "sign-flip test")]
    [InlineData("#!compare small middle large --seeds 7", "p after Holm")]
    [InlineData("#!compare middle large --baseline small", "Against the baseline small")]
    [InlineData("#!compare usual fast --seeds 6", "fast − usual")]
    [InlineData("#!compare small large --diff", "+ Flatten(), Linear(128)")]
    [InlineData("--data digits,wine,iris", "critical difference")]
    public void A_comparison_shows_what_the_text_beside_it_tells_of(string line, string part)
    {
        var cell = executed.Notebook.CodeCells.First(cell => cell.Source.EndsWith(line, StringComparison.Ordinal) || (line[0] == '-' && cell.Source.Contains(line, StringComparison.Ordinal)));
        var text = string.Join('\n', cell.Outputs.Select(output => output.Mime("text/plain")));
        Figures.Tell($"{text.Split('\n').FirstOrDefault(sentence => sentence.Contains("better", StringComparison.Ordinal) || sentence.Contains("tell", StringComparison.Ordinal))}");
        Assert.Contains(part, text);
    }
}

/// <summary>That notebook.</summary>
public sealed class ExecutedHonestComparison : ExecutedNotebook
{
    /// <inheritdoc/>
    internal override NotebookFile Cells() => NotebookFile.Read(Path.Combine(Repository.Root, "notebooks", "03-honest-comparison.ipynb"));
}
