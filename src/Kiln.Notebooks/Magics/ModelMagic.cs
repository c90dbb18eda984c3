using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!model</c>.</summary>
internal sealed record ModelMagicOptions
{
    [Argument("NAME", "the model's name, lower-kebab")]
    public string Name { get; init; } = "";

    [Option("take the model from a variable: a function that makes a module, or a definition", Value = "VARIABLE")]
    public string? From { get; init; }

    [Option("take a model that comes with Kiln; --show code prints its layers, to be copied and changed", Names = NameKind.ReadyModel, Value = "READY")]
    public string? Ready { get; init; }

    [Option("shape of one example for the summary", Value = "1x28x28", Default = "that of the data")]
    public string? Input { get; init; }

    [Option("what is shown", OneOf = "summary code diagram")]
    public string Show { get; init; } = "summary";
}

/// <summary><c>#!model</c>: defines a model by a list of layers.</summary>
internal sealed class ModelMagic : Command<ModelMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!model";

    /// <inheritdoc/>
    public override string Summary => "defines a model by the layers listed below it; input sizes are inferred, hp.Int(…) and its kin make hyperparameters";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool HasCode => true;

    /// <inheritdoc/>
    public override string ScopeOf(string body) => BodyCode.Scope(body);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!model net\nFlatten(), Linear(hp.Int(\"hidden\", 32, 256)), ReLU(), Linear(classes)",
        "#!model net --ready lenet --show code",
        "#!model net --from makeNet",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(ModelMagicOptions options, MagicContext context)
    {
        CheckName(options.Name);
        var (definition, captures) = await DefinitionOf(options, context);
        // A model that cannot be built fails here, before the user's eyes; in a worker it has been built in the notebook.
        var shown = context.Host.IsLookedAt ? Drawn(definition, options) : null;
        LabWorkspace.Current.Models.Set(definition.Name, definition);
        LabWorkspace.Current.Sources.Set(definition, new CellSource(context.Part.Text, captures));
        if (shown is not null) context.Host.Display(shown);
    }

    private static MimeBundle Drawn(ModelDefinition definition, ModelMagicOptions options)
    {
        var trial = ModelTrial.Of(definition, ModelInputs.For(options.Input, LabWorkspace.Current));
        if (options.Show == "diagram" && trial is not null) return ChartBundle.Final(ModelDiagram.Of(trial.Summary, $"{definition.Name} on {trial.InputName}"));
        var report = ModelReport.Of(definition, trial);
        return (options.Show == "code" ? report.Code(definition.Source) : report).ToBundle();
    }

    private static void CheckName(string name)
    {
        if (name.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) || !char.IsLetterOrDigit(name[0]))
            throw new MagicException($"#!model: expected a name of letters, digits and '-', got \"{name}\".");
    }

    /// <returns>The definition, and what it uses of the session.</returns>
    private static async Task<(ModelDefinition Definition, IReadOnlyList<string> Captures)> DefinitionOf(ModelMagicOptions options, MagicContext context)
    {
        if (options is { From: null, Ready: null }) return await FromBody(options.Name, context);
        if (options is { From: not null, Ready: not null }) throw new MagicException("#!model takes either --from or --ready, not both.");
        if (!BodyText.IsEmpty(context.Part.Body))
            throw new MagicException($"#!model takes either {(options.From is null ? "--ready" : "--from")} or a body, not both. Put the C# below it into a cell of its own.");
        return options.Ready is { } ready ? (Zoo.Define(ready, options.Name), []) : (ModelFromVariable.Define(options.Name, options.From!, context.Host), [options.From!]);
    }

    private static async Task<(ModelDefinition Definition, IReadOnlyList<string> Captures)> FromBody(string name, MagicContext context)
    {
        if (BodyText.IsEmpty(context.Part.Body))
            throw new MagicException($"#!model {name}: the layers are missing. List them on the lines below it, for example\n"
                + "Flatten(), Linear(64), ReLU(), Linear(classes)");
        var evaluation = await context.Host.EvaluateAsync(BodyCode.Lambda(context.Part), context.Host.Interrupted);
        var build = (Func<ModelContext, ModelBody>)evaluation.Value!;
        if (evaluation.Captures.Count > 0)
            context.Host.Display(new Report().Note($"{name} uses {string.Join(", ", evaluation.Captures)} of this session: it trains here, but cannot be "
                + "rebuilt elsewhere from its text alone. Make it a constant, an hp.*, or part of a #!shared cell.").ToBundle());
        return (new ModelDefinition(name, context.Part.Body, model => build(model).Build(model)), evaluation.Captures);
    }
}
