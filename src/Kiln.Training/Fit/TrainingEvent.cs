using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>Something that happened in a run.</summary>
public abstract record TrainingEvent;

/// <summary>The model is built and checked; the first batch comes next.</summary>
/// <param name="Plan">What is going to happen.</param>
public sealed record RunStarted(TrainingPlan Plan) : TrainingEvent;

/// <summary>A batch was fitted. These events are dropped when nobody takes them in time.</summary>
/// <param name="Step">Batch over the whole run, counted from 0.</param>
/// <param name="Epoch">Epoch, counted from 1.</param>
/// <param name="Batch">Batch in the epoch, counted from 0.</param>
/// <param name="Loss">Mean loss of the batch, before the step.</param>
/// <param name="Elapsed">Time trained so far, also before a resume.</param>
public sealed record BatchEnded(long Step, int Epoch, int Batch, double Loss, TimeSpan Elapsed) : TrainingEvent
{
    /// <summary>Learning rate of its step; NaN (default) where it is not known.</summary>
    public double Lr { get; init; } = double.NaN;

    /// <summary>Euclidean length of the gradient before clipping; NaN (default) where it was not measured: only <see cref="TrainOptions.Clip"/> needs it at every step.</summary>
    public double GradientNorm { get; init; } = double.NaN;
}

/// <summary>An epoch was fitted and measured.</summary>
/// <param name="Epoch">Epoch, counted from 1.</param>
/// <param name="Metrics">
/// train_loss and train_&lt;first metric&gt; (means over the epoch's batches, each before its step), val_loss and val_&lt;metric&gt;
/// (after the epoch; absent without a validation split), lr, grad_norm, weight_norm and update_ratio (at the last step),
/// examples_per_second (training only), and train_&lt;part&gt; of a model with own losses.
/// </param>
/// <param name="IsBest">Whether it is the best so far, in the sense of <see cref="TrainOptions.Keep"/>.</param>
/// <param name="CheckpointWritten">Whether its checkpoint is on disk.</param>
/// <param name="Elapsed">Time trained so far, also before a resume.</param>
public sealed record EpochEnded(
    int Epoch, ImmutableSortedDictionary<string, double> Metrics, bool IsBest, bool CheckpointWritten, TimeSpan Elapsed) : TrainingEvent;

/// <summary>Something the user should know; training goes on.</summary>
/// <param name="Text">What happened and what to do.</param>
public sealed record TrainingWarning(string Text) : TrainingEvent
{
    /// <summary>The question that it answers already, so that no hint about it follows at the end; null (default) for none.</summary>
    public HintQuestion? Answers { get; init; }
}

/// <summary>The last event of every run.</summary>
/// <param name="Result">How it ended.</param>
public sealed record RunEnded(TrainingResult Result) : TrainingEvent;

/// <summary>What a run is going to do.</summary>
/// <param name="Epochs">The last epoch planned.</param>
/// <param name="BatchesPerEpoch">Steps in each epoch.</param>
/// <param name="FirstEpoch">The first epoch to be trained now: 1, or the one after the checkpoint.</param>
/// <param name="Summary">Layers and parameters of the model.</param>
/// <param name="Hyperparameters">Names and values the model was built with.</param>
/// <param name="Threads">Threads of libtorch.</param>
/// <param name="History">The epochs before a resume, as the checkpoint has them; empty for a new run.</param>
public sealed record TrainingPlan(
    int Epochs,
    int BatchesPerEpoch,
    int FirstEpoch,
    ModelSummary Summary,
    ImmutableSortedDictionary<string, string> Hyperparameters,
    int Threads,
    ImmutableArray<EpochEnded> History)
{
    /// <summary>Trainable numbers in the model.</summary>
    public long Parameters => Summary.Parameters;
}
