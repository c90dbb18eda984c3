using Kiln.Training;

namespace Kiln;

/// <summary>Takes part in a run: log it elsewhere, ring a bell, stop it. Give it to a run by <see cref="RunSettings.Callbacks"/>.</summary>
/// <remarks>
/// <para>Every method is called on the flow that awaits the run, never on the training thread, and only after what happened: by then training
/// has gone on. So a slow callback holds up the display, not the training; it may read files and await nothing; it must not touch the
/// module that trains. Batch events are dropped while it is slow, the others never.</para>
/// <para>A callback that throws is told of once and then left out; the run goes on.</para>
/// </remarks>
/// <example><code>
/// class StopAt(double accuracy) : IRunCallback
/// {
///     public void OnEpochEnded(EpochEnded epoch, RunControl run)
///     {
///         if (epoch.Metrics["val_accuracy"] >= accuracy) run.Stop($"{accuracy} is reached.");
///     }
/// }
/// await Lab.Train("net", settings: new() { Callbacks = [new StopAt(0.9)] });
/// </code></example>
public interface IRunCallback
{
    /// <summary>The model is built; the first batch comes next. Not called for a run that fails before.</summary>
    /// <param name="started">What is planned.</param>
    /// <param name="run">The run.</param>
    void OnRunStarted(RunStarted started, RunControl run)
    {
    }

    /// <summary>A batch was fitted. Some are left out where they come quicker than they are taken in.</summary>
    /// <param name="batch">Its place and loss.</param>
    /// <param name="run">The run.</param>
    void OnBatchEnded(BatchEnded batch, RunControl run)
    {
    }

    /// <summary>An epoch was fitted, measured and recorded.</summary>
    /// <param name="epoch">Its metrics.</param>
    /// <param name="run">The run.</param>
    void OnEpochEnded(EpochEnded epoch, RunControl run)
    {
    }

    /// <summary>The run is over, well or not, and recorded.</summary>
    /// <param name="ended">How it ended.</param>
    /// <param name="run">The run.</param>
    void OnRunEnded(RunEnded ended, RunControl run)
    {
    }
}
