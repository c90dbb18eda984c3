using System.Globalization;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>The notebook on searches, executed as it is: what its text says of its own figures is true.</summary>
public sealed partial class SearchLessonTests(ExecutedSearchLesson executed) : IClassFixture<ExecutedSearchLesson>
{
    [Fact]
    public void Every_cell_shows_something_and_none_ends_in_an_error()
    {
        Assert.DoesNotContain(executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs), output => output.Type == "error");
        Assert.All(executed.Notebook.CodeCells, cell => Assert.True(cell.Outputs.Count > 0, "This cell shows nothing:\n" + cell.Source));
        Assert.True(executed.Charts.Count >= 15, $"{executed.Charts.Count} charts");
    }

    [Fact]
    public void The_grid_tries_few_rates_and_random_search_one_for_each_trial() =>
        Assert.Contains("the grid tried 4 learning rates, random search 16.", Shown("Rates("));

    [Fact]
    public void Random_search_misses_less_than_the_grid_and_sobol_less_still()
    {
        var (text, numbers) = (Shown("misses["), Numbers(Shown("misses[")));
        Assert.Contains("nearer than the grid", text);
        Assert.InRange(numbers[0], 150, 200);
        // Of 200; grid, random, sobol.
        Assert.True(numbers[2] > 2 * numbers[3] && numbers[3] > numbers[4], text);
    }

    [Fact]
    public void A_sobol_sequence_leaves_no_sixteenth_empty()
    {
        var numbers = Numbers(Shown("Filled("));
        Assert.Equal(16, numbers[0]);
        Assert.True(numbers[1] < 16);
    }

    [Fact]
    public void What_tpe_chooses_is_better_than_what_it_begins_with()
    {
        var means = Numbers(Shown("tpe.Skip(10)")).Where(number => number < 1).ToList();
        Assert.True(means[1] > means[0], $"{means[0]} and {means[1]}");
    }

    [Fact]
    public void Asha_prunes_most_trials_and_saves_most_epochs()
    {
        var numbers = Numbers(Shown("{trained}"));
        Assert.True(numbers[0] > 15 && numbers[2] < 405 && numbers[3] == 810, Shown("{trained}"));
    }

    [Fact]
    public void No_trial_of_the_front_is_smaller_and_better_than_another()
    {
        var rows = Rows(".Front;").Select(row => (Parameters: row[1], Accuracy: row[2])).ToList();
        Assert.True(rows.Count > 2);
        Assert.All(rows, one => Assert.DoesNotContain(rows, other => other.Parameters < one.Parameters && other.Accuracy > one.Accuracy));
    }

    [Fact]
    public void Dropout_hardly_matters_beside_the_learning_rate()
    {
        var text = Shown("ImportanceMethods.All");
        Assert.True(Share("lr") > 5 * Share("drop"), text);

        double Share(string name) => Numbers(text.Split('\n').First(line => line.Contains($" {name} ", StringComparison.Ordinal)))[^1];
    }

    [Fact]
    public void Winners_are_worse_on_the_test_split_on_average()
    {
        var rows = Rows("one.Winner.TestAccuracy");
        Assert.Equal(5, rows.Count);
        Assert.True(rows.Average(row => row[^2]) > rows.Average(row => row[^1]), Shown("one.Winner.TestAccuracy"));
    }

    [Fact]
    public void A_search_that_was_broken_off_goes_on_and_ends_like_an_unbroken_one()
    {
        var cells = executed.Notebook.CodeCells.Where(cell => cell.Source.Contains("--study broken-off", StringComparison.Ordinal)).Select(Text).ToList();
        Assert.Contains("The search's time is up.", cells[0]);
        Assert.Contains("goes on: ", cells[1]);
        Assert.Contains("40 of 40 trials done", cells[1]);
        Assert.Contains("40 of 40 trials have the same learning rate and the same score", Shown("Lab.Study(\"broken-off\")"));
    }

    [Fact]
    public void Samplers_that_learn_come_nearer_to_the_minimum()
    {
        var medians = Rows("Branin(").Select(row => row[^1]).ToList();
        Assert.Equal(4, medians.Count);
        Assert.True(Math.Max(medians[2], medians[3]) < Math.Min(medians[0], medians[1]), Shown("Branin("));
    }

    private string Shown(string source) => Text(executed.Notebook.CodeCells.First(cell => cell.Source.Contains(source, StringComparison.Ordinal)));

    private static string Text(NotebookCell cell) => string.Join('\n', cell.Outputs.Select(output => output.Mime("text/plain")));

    /// <summary>The numbers of each row of a table, its index first.</summary>
    private List<double[]> Rows(string source) => [.. Shown(source).Split('\n').Select(Numbers).Where(numbers => numbers.Length > 1)];

    private static double[] Numbers(string text) => [.. Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    // Digits within names, as of nsga2 or mlp-2, are none.
    [GeneratedRegex(@"(?<![\w.-])\d+(\.\d+)?(?![\w])")]
    private static partial Regex Number();
}

/// <summary>That notebook.</summary>
public sealed class ExecutedSearchLesson : ExecutedNotebook
{
    /// <inheritdoc/>
    internal override NotebookFile Cells() => NotebookFile.Read(Path.Combine(Repository.Root, "notebooks", "04-search.ipynb"));
}
