using System.Collections.Immutable;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!train</c>.</summary>
internal sealed record TrainMagicOptions : TrainingKnobs
{
    [Argument("MODEL", "a model defined with #!model", Names = NameKind.Model)]
    public string Model { get; init; } = "";

    [Option("value of one of the model's hyperparameters; may be given several times", Value = "NAME=VALUE")]
    public ImmutableArray<string> Hp { get; init; } = [];

    [Option("train so many runs that differ only in their seed")]
    public int Seeds { get; init; } = 1;

    [Option("go on from the last checkpoint of the newest unfinished run of this model, data and options")]
    public bool Resume { get; init; }

    [Option("name of the run", Default = "the model's")]
    public string? Name { get; init; }

    [Option("word to find the run by; may be given several times", Value = "WORD")]
    public ImmutableArray<string> Tag { get; init; } = [];

    [Option("return at once and train while other cells run; #!runs attach and #!runs stop govern it")]
    public bool Background { get; init; }

    [Option("folder in which the run is also written for TensorBoard: tensorboard --logdir DIR shows it", Value = "DIR", Default = "none")]
    public string? Tensorboard { get; init; }

    [Option("build the model, try the first batch, show what would be trained, and stop")]
    public bool DryRun { get; init; }

    [Option("train on one batch alone to see whether the model can learn at all, and stop")]
    public bool OverfitOneBatch { get; init; }
}

/// <summary><c>#!train</c>: trains a model in front of the user's eyes.</summary>
internal sealed class TrainMagic : Command<TrainMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!train";

    /// <inheritdoc/>
    public override string Summary => "trains a model and shows it live; the run is recorded";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!train net --epochs 10 --lr 3e-4", "#!train net --data digits --seeds 3", "#!train net --lr auto --schedule onecycle --early-stop 5", "#!train net --from 3f2a --freeze body", "#!train net --resume", "#!train net --epochs 200 --background"];

    /// <inheritdoc/>
    protected override async Task RunAsync(TrainMagicOptions options, MagicContext context)
    {
        var train = options.ToTrainOptions();
        var settings = new RunSettings
        {
            Name = options.Name,
            Tags = options.Tag,
            Hyperparameters = HyperparameterText.Read(Name, options.Hp),
            Resume = options.Resume,
            FindRate = options.FindsRate,
            TensorBoard = options.Tensorboard,
        };
        if (options.Seeds < 1) throw new MagicException($"#!train --seeds: expected at least 1, got {options.Seeds}.");
        if (options is { Background: true, Seeds: > 1 }) throw new MagicException("#!train --background starts one run. Leave out --seeds, or start one run for each --seed: they take turns.");
        if (options.DryRun) context.Host.Display(await DryRun(options, train, settings, context.Host.Interrupted));
        else if (options.OverfitOneBatch) await OverfitOneBatch(options, train, settings, context.Host);
        else if (options.Background) Lab.TrainInBackground(options.Model, options.Data, train, settings);
        else if (options.Seeds == 1) await Lab.Train(options.Model, options.Data, train, settings, context.Host.Interrupted);
        else await TrainSeeds(options, train, settings, context.Host);
    }

    private static async Task TrainSeeds(TrainMagicOptions options, TrainOptions train, RunSettings settings, INotebookHost host)
    {
        // A view for each seed would make the cell as many times as heavy; the table at the end has them all.
        using var oneView = NotebookDisplay.ShareOneView(host, LabWorkspace.Current.Time);
        var runs = await Lab.TrainSeeds(options.Model, options.Seeds, options.Data, train, settings, host.Interrupted);
        host.Display(SeedsReport.Of(runs).ToBundle());
    }

    private static async Task<MimeBundle> DryRun(TrainMagicOptions options, TrainOptions train, RunSettings settings, CancellationToken interrupted)
    {
        var dry = await Lab.DryRun(options.Model, options.Data, train, settings, interrupted);
        return DryRunReport.Of(dry, options, train).ToBundle();
    }

    private static async Task OverfitOneBatch(TrainMagicOptions options, TrainOptions train, RunSettings settings, INotebookHost host)
    {
        var verdict = await Lab.OverfitOneBatch(options.Model, options.Data, train, settings, host.Interrupted);
        host.Display(new Report().Say(verdict.Text + " Nothing was recorded.").ToBundle());
        if (verdict.Losses.Length > 1) host.Display(ChartBundle.Final(OneBatchChart.Of(verdict)));
    }
}
