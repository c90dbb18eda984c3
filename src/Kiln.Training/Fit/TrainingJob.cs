using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>All that one training needs to know.</summary>
public sealed record TrainingJob
{
    /// <summary>The model to build.</summary>
    public required ModelDefinition Model { get; init; }

    /// <summary>The data to fit; must not be disposed before the run has ended.</summary>
    public required DataSet Data { get; init; }

    /// <summary>How to train.</summary>
    public TrainOptions Options { get; init; } = new();

    /// <summary>Hyperparameter values by name, as text in invariant culture; the others take their defaults.</summary>
    public IReadOnlyDictionary<string, string> Hyperparameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where checkpoints go: <c>best.safetensors</c> and <c>last/</c>; null (default) writes none. Created when needed.</summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>What <see cref="TrainOptions.From"/> names; null (default): that is a path.</summary>
    public WeightSource? Weights { get; init; }

    /// <summary>Whether the first batch was tried before, by <see cref="Rehearsal.DryRun"/> (default false): it is then not tried again.</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>
    /// Whether to continue from <c>last/</c> (default false). Where there is no checkpoint yet, the run starts at epoch 1,
    /// which comes to the same, and says so.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>
    /// Checkpoint folder of another run, of the same definition and data, from whose last epoch this one goes on: with its weights, optimiser
    /// state, random numbers and epochs, but with options and hyperparameters of its own. Null (default): the run starts at epoch 1. A
    /// checkpoint of the run's own counts more, where <see cref="Resume"/> asks for it.
    /// </summary>
    /// <remarks>What a setting that is changed so has to leave as it is are the weights and what the optimiser keeps for them.</remarks>
    public string? BranchFrom { get; init; }

    /// <summary>
    /// Asked on the training thread with all epochs so far, after each but the last (of a resumed run also before the first one that is
    /// trained now): why the run is to end as not promising, in words; null to go on. Null (default) never asks.
    /// </summary>
    public Func<IReadOnlyList<EpochEnded>, string?>? WhyPruned { get; init; }

    /// <summary>Whether to measure the kept weights on the test split at the end (default true). A search does not.</summary>
    public bool EvaluateTest { get; init; } = true;
}
