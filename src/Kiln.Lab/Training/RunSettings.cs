using Kiln.Runs;

namespace Kiln;

/// <summary>What a run is called and what it belongs to; how it is trained stands in <c>TrainOptions</c>.</summary>
public sealed record RunSettings
{
    /// <summary>Name shown in tables; default: the model's name.</summary>
    public string? Name { get; init; }

    /// <summary>Free words to find the run by; default: none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Values of the model's hyperparameters by name; default: each one's own default.</summary>
    public IReadOnlyDictionary<string, string> Hyperparameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Go on from the last checkpoint of the newest unfinished run of the same identity; default: false.</summary>
    public bool Resume { get; init; }

    /// <summary>Look for the learning rate first, as <see cref="Lab.FindLearningRate"/> does, and train with what it suggests; default: false.</summary>
    public bool FindRate { get; init; }

    /// <summary>Take part in the run on the flow that awaits it; default: none.</summary>
    public IReadOnlyList<IRunCallback> Callbacks { get; init; } = [];

    /// <summary>Folder in which the run is also written for TensorBoard; default: none.</summary>
    public string? TensorBoard { get; init; }

    /// <summary>Measure the kept weights on the test split at the end; default: true. Trials of a search do not.</summary>
    public bool Test { get; init; } = true;

    /// <summary>Runs that differ only in their seed share a group; default: none.</summary>
    public string? Group { get; init; }

    /// <summary>Id of the run that this one came from; default: none.</summary>
    public string? Parent { get; init; }

    /// <summary>How it came from that run, as of <see cref="RunRecord.ParentKind"/>; null (default): it repeats a trial of a search.</summary>
    public string? ParentKind { get; init; }

    /// <summary>What made the run: <c>train</c>, <c>arm</c>, <c>trial</c> or <c>winner</c>; default: <c>train</c>.</summary>
    public string Kind { get; init; } = "train";

    /// <summary>The study of a trial; default: none.</summary>
    public string? Study { get; init; }

    /// <summary>Number of a trial in its study, counted from 0; default: none.</summary>
    public int? Trial { get; init; }
}
