using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Examples of a table or of text with what a model makes of them.</summary>
internal static class ExampleTable
{
    private const int MostColumns = 6, LongestText = 60;

    /// <summary>The table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">The examples, in the order to show them.</param>
    public static Table Of(TrainedModel model, IReadOnlyList<ExamplePrediction> examples)
    {
        var columns = Columns(model, examples);
        var values = model.ValuesOf([.. examples.Select(example => example.Row)]);
        var saliency = examples.Any(example => !example.Saliency.IsEmpty);
        var table = new Table([
            new Column("row", true), .. columns.Select(column => new Column(Name(model.Data, column), true)), .. model.Data.IsTokens ? [new Column("text")] : Array.Empty<Column>(),
            .. Heads(model), new Column("loss", true), .. saliency ? [new Column("counts most")] : Array.Empty<Column>(),
        ]);
        for (var i = 0; i < examples.Count; i++)
        {
            var (example, row) = (examples[i], values[i]);
            table.Add([
                Numbers.Count(example.Row + 1), .. columns.Select(column => (Cell)Numbers.Short(row[column])), .. model.Data.IsTokens ? [Text(model, example.Row)] : Array.Empty<Cell>(),
                .. Answer(model, example), Numbers.Short(example.Loss), .. saliency ? [Loudest(model.Data, example)] : Array.Empty<Cell>(),
            ]);
        }
        return table;
    }

    // Of many columns those that count most where that is known, else the first.
    private static int[] Columns(TrainedModel model, IReadOnlyList<ExamplePrediction> examples)
    {
        if (model.Data.IsTokens || model.Data.InputShape.Length != 1) return [];
        var all = Enumerable.Range(0, (int)model.Data.InputShape[0]);
        return [.. all.OrderByDescending(column => examples.Sum(example => example.Saliency.IsEmpty ? 0 : example.Saliency[column])).ThenBy(column => column).Take(MostColumns).Order()];
    }

    private static Column[] Heads(TrainedModel model) => model.Task == LearningTasks.Regression
        ? [.. model.Data.TargetNames.SelectMany(name => Column.Of($"#{name}: truth", "#prediction", "#error"))]
        : model.Task == LearningTasks.Autoencoding ? [] : Column.Of("truth", "prediction", "#probability");

    private static IEnumerable<Cell> Answer(TrainedModel model, ExamplePrediction example)
    {
        var said = example.Prediction;
        if (model.Task == LearningTasks.Regression)
            return said.Values.SelectMany((value, i) => new Cell[] { Numbers.Short(example.TrueValues[i]), Numbers.Short(value.Value), Numbers.Short(value.Value - example.TrueValues[i]) });
        if (said.Class is { } name) return [example.Truth ?? "", new Cell((example.IsRight == false ? "✗ " : "✓ ") + name), Numbers.Metric(said.Probability)];
        if (said.Values.IsEmpty) return [];
        var truth = said.Values.Where((_, i) => example.TrueValues.Length > i && example.TrueValues[i] > .5).Select(value => value.Name);
        return [Words(truth), (example.IsRight == false ? "✗ " : "✓ ") + Words(said.Labels), Numbers.Metric(said.Values.Max(value => value.Value))];
    }

    private static string Words(IEnumerable<string> labels) => string.Join(", ", labels) is { Length: > 0 } words ? words : "none";

    private static string Name(DataSet data, int column) => data.ColumnNames.Length > column ? data.ColumnNames[column] : $"x{column + 1}";

    private static Cell Loudest(DataSet data, ExamplePrediction example)
    {
        var loudest = Enumerable.Range(0, example.Saliency.Length).OrderByDescending(i => example.Saliency[i]).Take(3).Where(i => example.Saliency[i] > 0);
        return string.Join(", ", loudest.Select(i => $"{Name(data, i)} {FormattableString.Invariant($"{example.Saliency[i]:0.00}")}"));
    }

    private static Cell Text(TrainedModel model, long row)
    {
        var text = model.TextOf(row).ReplaceLineEndings(" ").Trim();
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }
}
