using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A model as its cell shows it: layers, output shapes, parameters, hyperparameters.</summary>
internal static class ModelReport
{
    // A browser folds plain blanks together.
    private const char Indent = '\u00a0';

    /// <summary>The report on a model.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="trial">How it fits the data at hand; null where there is none.</param>
    public static Report Of(ModelDefinition definition, ModelTrial? trial) => trial is null
        ? new Report().Head(definition.Name).Aside("Its layers get their sizes when it meets data: load some with #!data NAME, or give #!model --input 1x28x28 for a summary.")
        : Of(trial.Summary, definition.Name, trial.InputName).Put(Hyperparameters(trial.Hyperparameters));

    /// <summary>The layers alone.</summary>
    public static Report Of(ModelSummary summary, string name, string input)
    {
        var table = new Table(new Column("layer"), new Column("output"), new Column("parameters", true), new Column("multiply-adds", true));
        foreach (var row in summary.Rows)
            table.Add(new string(Indent, 2 * row.Depth) + $"{row.Name} {row.Kind}", row.OutputShape is { } shape ? Shape(shape) : "?",
                row.IsGroup ? "" : Numbers.Count(row.Parameters + row.Frozen), row.IsGroup ? "" : Numbers.Count(row.MultiplyAdds));
        table.Add(new Cell("all", true), new Cell(Shape(summary.OutputShape), true),
            new Cell(Numbers.Count(summary.Parameters + summary.Frozen), true), new Cell(Numbers.Count(summary.MultiplyAdds), true));
        var report = new Report().Head($"{name} on {input}, {Shape(summary.InputShape)}").Put(table).Aside(Size(summary));
        foreach (var hint in summary.Hints) report.Warn(hint);
        return report;
    }

    private static string Size(ModelSummary summary)
    {
        var memory = summary.Memory;
        var frozen = summary.Frozen > 0 ? $"{Numbers.Count(summary.Parameters)} trainable, {Numbers.Count(summary.Frozen)} frozen. " : "";
        return $"{frozen}Memory: weights {ByteCount.Text(memory.ParameterBytes)}; training with Adam about {ByteCount.Text(memory.OptimizerBytes)} more, and {ByteCount.Text(memory.ActivationBytes)} per example of a batch.";
    }

    private static Table Hyperparameters(IReadOnlyList<Hyperparameter> hyperparameters)
    {
        var table = new Table(new Column("hyperparameter"), new Column("range"), new Column("default", true));
        foreach (var hp in hyperparameters)
            table.Add(hp.Name, hp.Options.Length > 0 ? string.Join(", ", hp.Options) : Range(hp), hp.Default);
        return table;
    }

    private static string Range(Hyperparameter hp) => hp is { Low: { } low, High: { } high }
        ? $"{Numbers.Short(low)} to {Numbers.Short(high)}{(hp.Kind == HyperparameterKind.Log ? ", logarithmic" : "")}"
        : "true or false";

    private static string Shape(IEnumerable<long> sizes) => string.Join(" × ", sizes);
}
