using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How a run ended.</summary>
public enum TrainingOutcome
{
    /// <summary>All epochs were trained, or early stopping ended it.</summary>
    Finished,

    /// <summary>It was asked to stop, or its time was up.</summary>
    Stopped,

    /// <summary>Something threw; see <see cref="TrainingResult.Exception"/>.</summary>
    Failed,

    /// <summary>The loss was no longer finite.</summary>
    Diverged,
}

/// <summary>What came of a run.</summary>
public sealed record TrainingResult
{
    /// <summary>How it ended.</summary>
    public required TrainingOutcome Outcome { get; init; }

    /// <summary>Why, in words with the remedy; null for a run that trained all its epochs.</summary>
    public string? Reason { get; init; }

    /// <summary>What asked it to stop; null if nothing did.</summary>
    public StopReason? StoppedBy { get; init; }

    /// <summary>The best epoch, counted from 1; null if none was finished.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>The epoch whose weights were kept, counted from 1; null if none was finished.</summary>
    public int? KeptEpoch { get; init; }

    /// <summary>
    /// The metrics of the kept epoch; with them test_loss and test_accuracy of the kept weights, if there is a test split, the job
    /// asked for it, and the run trained all its epochs or used up its time. Empty if no epoch was finished.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>All epochs, also those before a resume.</summary>
    public ImmutableArray<EpochEnded> Epochs { get; init; } = [];

    /// <summary>
    /// The module with the kept weights, in evaluation mode; the caller disposes it. Before the first finished epoch
    /// the weights are those of the last batch; null if the model could not be built.
    /// </summary>
    public nn.Module<Tensor, Tensor>? Module { get; init; }

    /// <summary>Time trained, also before a resume.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Examples fitted per second, mean over the epochs.</summary>
    public double ExamplesPerSecond { get; init; }

    /// <summary>What was thrown, for a failed run.</summary>
    public Exception? Exception { get; init; }
}
