using System.Threading.Channels;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Trains a model: builds it, fits it epoch by epoch, keeps its best weights, and tells what happens by events.
/// </summary>
/// <remarks>
/// <para><b>The flow.</b> <see cref="Fit"/> starts one thread for the run and returns at once. On that thread:
/// the model is built from its definition and checked against the data (<see cref="ModelBuilder"/>, <see cref="SanityBatch"/>);
/// <see cref="RunStarted"/>; then for every epoch the training split in a new order, batch by batch (gather, forward, loss, backward, step; one
/// <see cref="BatchEnded"/> each), the validation split, the checkpoint, <see cref="EpochEnded"/>; at the end the kept weights go back
/// into the module, the test split is measured once, and <see cref="RunEnded"/> closes the run.</para>
/// <para><b>Why a thread.</b> libtorch's grad mode, dispose scopes and number of threads belong to the calling thread and do not
/// survive an await. Runs of one process take turns (<see cref="TorchTurn"/>).</para>
/// <para><b>Events.</b> Batch events are dropped when the channel is full; all others wait for room, so a reader must go on reading
/// until the channel is completed (or complete it itself). The channel is completed after <see cref="RunEnded"/>.</para>
/// <para><b>How it ends.</b> Every run that <see cref="Fit"/> accepts ends in a <see cref="TrainingResult"/>, also one whose model does not
/// fit, whose code throws, whose loss is no longer finite, or whose checkpoint cannot be continued: the task never faults.
/// A checkpoint that cannot be written is a <see cref="TrainingWarning"/>.</para>
/// <para><b>Same seed, same bits.</b> Initial weights, the order of each epoch and the model's own randomness come from three seeds
/// derived from <see cref="TrainOptions.Seed"/>. A resumed run continues from <c>last/</c> and ends with the same bits as
/// one that was never interrupted, on the same machine and number of threads.</para>
/// </remarks>
public static class Trainer
{
    /// <summary>Trains a model to its last epoch, an interrupt, its time limit or a failure.</summary>
    /// <param name="job">Model, data, options, where checkpoints go.</param>
    /// <param name="events">Receives what happens; completed at the end.</param>
    /// <param name="interrupter">Asks the run to stop; polled at every batch.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <returns>A task that ends with the run and never faults.</returns>
    /// <exception cref="ArgumentException">The options are wrong; nothing was started.</exception>
    public static Task<TrainingResult> Fit(
        TrainingJob job, ChannelWriter<TrainingEvent> events, Interrupter interrupter, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(interrupter);
        job.Options.Check(job.Data);
        var objective = new Objective(job.Options, job.Data);
        var clock = new RunClock(time ?? TimeProvider.System, job.Options.MaxTime);
        var run = new TrainingRun(new FitContext(job, objective, new EventSink(events), new StopCheck(interrupter, clock), clock));
        // The run catches whatever happens in it; were handing over its result to fail, the caller would still not wait for ever.
        // The caller waits from now on. Its helper threads would only be in the way of the run's: setting the number ends them.
        set_num_threads(get_num_threads());
        return TrainingThread.Run(run.Execute);
    }
}
