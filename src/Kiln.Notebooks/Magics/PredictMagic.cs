using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!predict</c>.</summary>
internal sealed record PredictMagicOptions
{
    internal const string Writing = "language models";
    internal const string Judging = "other models";
    private static readonly ExampleOptions Defaults = new();
    private static readonly ContinueOptions TextDefaults = new();

    [Argument("RUN", "id, name or first letters of the id of a run; a model's name means its newest run", Names = NameKind.Run)]
    public string Run { get; init; } = "";

    [Option("the examples to choose from", OneOf = "test validation train")]
    public string Split { get; init; } = Defaults.Split;

    [Option("worst has the largest losses, confusion some of each of the commonest mistakes", OneOf = "worst random confusion")]
    public string Show { get; init; } = Defaults.Show;

    [Option("how many examples, at most 100", For = Judging)]
    public int N { get; init; } = Defaults.Count;

    [Option("what counts in an input: by the gradient, or by covering parts of it", OneOf = "none gradient occlusion", For = Judging)]
    public string Saliency { get; init; } = Defaults.Saliency;

    [Option("seed of what is chosen or written at random")]
    public long Seed { get; init; } = Defaults.Seed;

    [Option("the text to go on with", For = Writing, Value = "TEXT", Default = "beginnings of examples")]
    public string? Prompt { get; init; }

    [Option("tokens to write", For = Writing)]
    public int Length { get; init; } = TextDefaults.Length;

    [Option("above 1 bolder, below 1 more cautious, 0 always the likeliest", For = Writing)]
    public double Temperature { get; init; } = TextDefaults.Temperature;
}

/// <summary><c>#!predict</c>: single examples, and what a trained model makes of them.</summary>
internal sealed class PredictMagic : Command<PredictMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!predict";

    /// <inheritdoc/>
    public override string Summary => "shows single examples with what a trained model says of them: the worst, random ones, or typical mistakes";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!predict lenet --show worst", "#!predict lenet --show confusion --n 24 --saliency gradient", "#!predict shakespeare --prompt \"To be\" --length 300"];

    /// <inheritdoc/>
    protected override Task RunAsync(PredictMagicOptions options, MagicContext context)
    {
        using var model = Lab.Load(options.Run);
        var run = Lab.Runs.Get(options.Run);
        var writes = model.Task == LearningTasks.LanguageModel;
        OptionUse.Require(this, options, writes ? PredictMagicOptions.Writing : PredictMagicOptions.Judging, $"#!predict {options.Run} ({run.ModelName}, trained for {model.Task.Name})");
        var examples = writes && options.Prompt is not null ? [] : ExamplePredictions.Of(model, Wanted(options, writes), context.Host.Interrupted);
        context.Host.Display(Shown(options, model, run.ModelName, examples));
        return Task.CompletedTask;
    }

    // The beginnings of a text are drawn at random unless something else was asked for: the worst ones tell little about what is written.
    private static ExampleOptions Wanted(PredictMagicOptions options, bool writes) => new()
    {
        Split = options.Split,
        Show = writes && options.Show == "worst" ? "random" : options.Show,
        Count = options.N,
        Saliency = options.Saliency,
        Seed = options.Seed,
    };

    private static MimeBundle Shown(PredictMagicOptions options, TrainedModel model, string name, IReadOnlyList<ExamplePrediction> examples)
    {
        if (model.Task == LearningTasks.LanguageModel)
            return WrittenText.Of(model, options.Prompt, examples, new ContinueOptions { Length = options.Length, Temperature = options.Temperature, Seed = options.Seed }).ToBundle();
        var title = Title(options, model, name, examples);
        if (model.Data.IsImage) return ChartBundle.Final(EvaluationCharts.OfExamples(model, examples, title));
        return new Report().Head(title).Put(ExampleTable.Of(model, examples)).ToBundle();
    }

    private static string Title(PredictMagicOptions options, TrainedModel model, string name, IReadOnlyList<ExamplePrediction> examples)
    {
        var which = options.Show switch { "random" => "random examples", "confusion" => "of the commonest mistakes", _ => "with the largest losses" };
        return $"{name} on {model.Data.Name}, {options.Split} split: {examples.Count} {which}";
    }
}
