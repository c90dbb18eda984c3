using Kiln.Training;

namespace Kiln;

/// <summary>What a search tries, for how long, and what it is judged by.</summary>
public sealed record SearchOptions
{
    /// <summary>The space, such as <c>lr=log(1e-4,1e-1) width={32,64}</c>; names are training options or the model's hyperparameters.</summary>
    public required string Space { get; init; }

    /// <summary>Trials of the whole study, those of earlier sessions included; default: 40.</summary>
    public int Trials { get; init; } = 40;

    /// <summary>A validation metric; its value in a trial's best epoch counts. Default: <c>val_accuracy</c>.</summary>
    public string Metric { get; init; } = "val_accuracy";

    /// <summary>Whether the metric is to be large (true) or small; default: true.</summary>
    public bool Maximize { get; init; } = true;

    /// <summary>Seed of the study: fixes the trials' parameters and their training. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>How each trial is trained, but for what the space sets; default: the defaults of training.</summary>
    public TrainOptions Train { get; init; } = new();

    /// <summary>Name of the study; default: model and sampler.</summary>
    public string? Study { get; init; }

    /// <summary>Start anew although a study of the same identity exists; default: false, it is continued.</summary>
    public bool New { get; init; }

    /// <summary>The search gives up after so many failed trials in a row; default: 3.</summary>
    public int MaxFailures { get; init; } = 3;

    /// <summary>Where trials are trained, and what one of them may take; default: in this process, one after another.</summary>
    public WorkerOptions Workers { get; init; } = new();

    /// <summary>Retrain the winner with a fresh seed and measure it on the test split; default: true.</summary>
    public bool RetrainWinner { get; init; } = true;
}
