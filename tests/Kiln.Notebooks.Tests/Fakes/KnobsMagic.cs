using System.Collections.Immutable;

namespace Kiln.Notebooks.Tests;

/// <summary>An option of every kind.</summary>
internal sealed record KnobsOptions
{
    [Argument("MODEL", "the model", Names = NameKind.Model)]
    public string Model { get; init; } = "";

    [Argument("MORE", "further models", Required = false, Names = NameKind.Model)]
    public ImmutableArray<string> More { get; init; } = [];

    [Option("passes over the data")]
    public int Epochs { get; init; } = 5;

    [Option("learning rate")]
    public double Lr { get; init; } = 1e-3;

    [Option("rule that changes the weights", OneOf = "adam sgd")]
    public string Optimizer { get; init; } = "adam";

    [Option("longest time it may take", Default = "no limit")]
    public TimeSpan? MaxTime { get; init; }

    [Option("what is searched", Value = "SPACE")]
    public string? Space { get; init; }

    [Option("data set", Value = "NAME", Names = NameKind.Data)]
    public string? Data { get; init; }

    [Option("data sets", Value = "A,B", Names = NameKind.Data, Commas = true)]
    public string? Sets { get; init; }

    [Option("label; may be given several times")]
    public ImmutableArray<string> Tag { get; init; } = [];

    [Option("go on where it stopped")]
    public bool Resume { get; init; }

    [Option("settings to start from", Value = "FILE", Names = NameKind.File, Endings = ".knobs")]
    public string? Settings { get; init; }
}

/// <summary>A magic that keeps the options it was given.</summary>
internal sealed class KnobsMagic : Command<KnobsOptions>
{
    public KnobsOptions? Given { get; private set; }

    public Func<Task> Then { get; set; } = () => Task.CompletedTask;

    public override string Name => "#!knobs";

    public override string Summary => "turns knobs";

    public override IReadOnlyList<string> Examples => ["#!knobs lenet --epochs 3"];

    protected override Task RunAsync(KnobsOptions options, MagicContext context)
    {
        Given = options;
        return Then();
    }
}

/// <summary>A magic with a body.</summary>
internal sealed class BodyMagic : Command<SharedOptions>
{
    public override string Name => "#!body";

    public override string Summary => "takes the lines below";

    public override bool TakesBody => true;

    public override IReadOnlyList<string> Examples => [];

    protected override Task RunAsync(SharedOptions options, MagicContext context) => Task.CompletedTask;
}

/// <summary>Names for completion.</summary>
internal sealed class FixedNames : INames
{
    public IReadOnlyList<string> Of(NameKind kind) => kind switch
    {
        NameKind.Model => ["lenet", "linear", "mlp"],
        NameKind.Data => ["digits", "fashion-mnist"],
        _ => [],
    };
}
