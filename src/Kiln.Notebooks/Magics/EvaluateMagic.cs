namespace Kiln.Notebooks;

/// <summary>Options of <c>#!evaluate</c>.</summary>
internal sealed record EvaluateMagicOptions
{
    [Argument("RUN", "id, name or first letters of the id of a run; a model's name means its newest run", Names = NameKind.Run)]
    public string Run { get; init; } = "";

    [Option("the examples to measure on", OneOf = "test validation train")]
    public string Split { get; init; } = "test";

    [Option("show how the weights of each layer are spread, too")]
    public bool Weights { get; init; }
}

/// <summary><c>#!evaluate</c>: what a trained model is worth.</summary>
internal sealed class EvaluateMagic : Command<EvaluateMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!evaluate";

    /// <inheritdoc/>
    public override string Summary => "measures a trained model: all metrics, each class with intervals, what is taken for what";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!evaluate net", "#!evaluate 3f2a --split validation --weights"];

    /// <inheritdoc/>
    protected override Task RunAsync(EvaluateMagicOptions options, MagicContext context)
    {
        var evaluation = Lab.Evaluate(options.Run, options.Split, context.Host.Interrupted);
        var run = Lab.Runs.Get(options.Run);
        context.Host.Display(EvaluationBundle.Of(evaluation, $"{run.ModelName} of run {run.Id}"));
        using var model = Lab.Load(options.Run);
        if (options.Weights) context.Host.Display(ChartBundle.Final(EvaluationCharts.OfWeights(model.Module, $"Weights of {run.ModelName}")));
        if (EvaluationCharts.OfInputs(model, options.Split) is { } chart) context.Host.Display(ChartBundle.Final(chart));
        return Task.CompletedTask;
    }
}
