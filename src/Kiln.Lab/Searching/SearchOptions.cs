using Kiln.Training;

namespace Kiln;

/// <summary>What a search tries, for how long, and what it is judged by.</summary>
public sealed record SearchOptions
{
    /// <summary>
    /// The space, such as <c>lr=log(1e-4,1e-1) width={32,64}</c>; names are training options or the model's hyperparameters. Null (default)
    /// for all hyperparameters of the model in the ranges that its <c>hp.*</c> give.
    /// </summary>
    public string? Space { get; init; }

    /// <summary>Trials of the whole study, those of earlier sessions included; default: 40, and of pbt members times generations.</summary>
    public int Trials { get; init; } = 40;

    /// <summary>
    /// What a trial is judged by: a validation metric, whose value in the trial's best epoch counts (of pbt the last one of each generation), or <c>parameters</c>,
    /// <c>multiply_adds</c>, <c>seconds</c>. Several with commas between (<c>val_accuracy,parameters</c>) are sought together; the first one picks
    /// the winner. Null (default): what a training's epochs are judged by, such as <c>val_accuracy</c> of classes and <c>val_rmse</c> of numbers.
    /// </summary>
    public string? Metric { get; init; }

    /// <summary>Whether the (first) metric is to be large (true) or small; null (default): as its name says.</summary>
    public bool? Maximize { get; init; }

    /// <summary>Limits that the winner must keep, such as <c>parameters&lt;50000</c>; blanks or commas separate several. Default: none.</summary>
    public string? Limit { get; init; }

    /// <summary>One of <c>Pruners.Names</c>, which ends trials early; <c>none</c> lets all go to their end. Null (default): what the way to search brings along.</summary>
    public string? Pruner { get; init; }

    /// <summary>One in so many trials goes on at each comparison of asha, halving and hyperband; null (default): 3.</summary>
    public int? Reduction { get; init; }

    /// <summary>No trial is pruned before this epoch; null (default): the pruner's own.</summary>
    public int? Grace { get; init; }

    /// <summary>How pbt trains its population; null (default): its defaults, and for any other way to search.</summary>
    public PbtOptions? Pbt { get; init; }

    /// <summary>Each trial is trained with so many seeds, and judged by their mean; default: 1.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Each trial is trained on every fold of the data set, and judged by their mean; the data set is one of folds. Default: false.</summary>
    public bool Folds { get; init; }

    /// <summary>Points that are tried first, each such as <c>lr=1e-3 width=64</c>; what one leaves out is drawn. Default: none.</summary>
    public IReadOnlyList<string> Enqueue { get; init; } = [];

    /// <summary>Seed of the study: fixes the trials' parameters and their training. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>How each trial is trained, but for what the space sets; default: the defaults of training. Its <c>MaxTime</c> is the time of one trial.</summary>
    public TrainOptions Train { get; init; } = new();

    /// <summary>Name of the study; default: model and way to search.</summary>
    public string? Study { get; init; }

    /// <summary>Start anew although a study of the same identity exists; default: false, it is continued.</summary>
    public bool New { get; init; }

    /// <summary>
    /// How many times in a row a trial whose process died is taken up again without another epoch finished; attempts that went on do not
    /// count. Default: 1.
    /// </summary>
    public int Retries { get; init; } = 1;

    /// <summary>The search gives up after so many failed trials in a row; default: 3.</summary>
    public int MaxFailures { get; init; } = 3;

    /// <summary>Where trials are trained, and what one of them may take; default: in this process, one after another.</summary>
    public WorkerOptions Workers { get; init; } = new();

    /// <summary>Time for the trials of this session; the one in flight is then put aside. Null (default): no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Retrain the winner with a fresh seed and measure it on the test split; default: true.</summary>
    public bool RetrainWinner { get; init; } = true;
}
