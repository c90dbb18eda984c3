using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A model as its cell shows it: layers, output shapes, parameters, hyperparameters.</summary>
internal static class ModelReport
{
    /// <summary>The report on the first input that the model fits.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="inputs">What to try it on; a model may be meant for any of them.</param>
    /// <param name="showCode">Whether its source is shown too.</param>
    /// <exception cref="ModelException">It fits none; the message is that of the first.</exception>
    public static Report Of(ModelDefinition definition, IReadOnlyList<ModelInputs> inputs, bool showCode)
    {
        var report = new Report();
        if (inputs.Count == 0)
            report.Head(definition.Name).Aside("Its layers get their sizes when it meets data: load some with #!data NAME, or give #!model --input 1x28x28 for a summary.");
        else Summarise(report, definition, inputs);
        return showCode ? report.Code(definition.Source) : report;
    }

    /// <summary>The layers alone.</summary>
    public static Report Of(ModelSummary summary, string name, string input)
    {
        var table = new Table(new Column("layer"), new Column("output"), new Column("parameters", true), new Column("multiply-adds", true));
        foreach (var row in summary.Rows)
            table.Add($"{row.Name} {row.Kind}", row.OutputShape is { } shape ? Shape(shape) : "?", Numbers.Count(row.Parameters), Numbers.Count(row.MultiplyAdds));
        table.Add(new Cell("all", true), new Cell(Shape(summary.OutputShape), true), new Cell(Numbers.Count(summary.Parameters), true), new Cell(Numbers.Count(summary.MultiplyAdds), true));
        return new Report().Head($"{name} on {input}, {Shape(summary.InputShape)}").Put(table);
    }

    private static void Summarise(Report report, ModelDefinition definition, IReadOnlyList<ModelInputs> inputs)
    {
        ModelException? first = null;
        foreach (var input in inputs)
            try
            {
                var built = ModelBuilder.Build(definition, input.Shape);
                using var module = built.Module;
                var layers = Of(built.Summary, definition.Name, input.Name);
                report.Add(layers.Html, layers.Text).Put(Hyperparameters(built.Hyperparameters));
                return;
            }
            catch (ModelException misfit)
            {
                first ??= misfit;
            }
        throw first!;
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
