using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Writes a run's checkpoints; a disk that is full or not writable is a warning, never the end of the training.</summary>
internal sealed class CheckpointWriter(CheckpointFolder? folder, RunIdentity identity, string keep, Learner learner, EventSink events)
{
    private bool _warned;

    /// <summary>Threads of libtorch, for the record.</summary>
    public required int Threads { get; init; }

    /// <summary>Forgets what an earlier run left in the folder.</summary>
    public void Clear() => Guarded(() => folder?.Clear());

    /// <summary>Writes <c>last/</c>, then <c>best.safetensors</c> if the epoch is the best, and a file for the epoch if every one is kept.</summary>
    /// <remarks>In this order, because a checkpoint of the best epoch holds the best weights itself: between the two, nothing is lost.</remarks>
    /// <param name="weights">The weights to keep of the newest epoch.</param>
    /// <param name="epochs">The epochs before it, from 1 on.</param>
    /// <param name="newest">The newest epoch.</param>
    /// <returns>Whether all of it is on disk.</returns>
    public bool Write(WeightSnapshot weights, IReadOnlyList<EpochEnded> epochs, EpochEnded newest)
    {
        if (folder is null) return false;
        return Guarded(() => WriteLast(folder, epochs, newest with { CheckpointWritten = true }))
            && (!newest.IsBest || WriteBest(weights))
            && (keep != "every" || Guarded(() => folder.WriteEpoch(weights, Metadata)));
    }

    /// <summary>Writes <c>best.safetensors</c> alone: after a resume that found it missing or older.</summary>
    public bool WriteBest(WeightSnapshot weights) => Guarded(() => folder?.WriteBest(weights, Metadata));

    private Dictionary<string, string> Metadata => new()
    {
        ["model"] = identity.ModelName,
        ["model_hash"] = identity.ModelHash,
        ["data"] = identity.DataName,
    };

    private void WriteLast(CheckpointFolder target, IReadOnlyList<EpochEnded> epochs, EpochEnded newest)
    {
        using var scope = NewDisposeScope();
        Tensor random = get_rng_state();
        var state = new CheckpointState
        {
            Epoch = newest.Epoch,
            Tensors = CheckpointFolder.TensorFileOf(newest.Epoch),
            Identity = identity,
            Threads = Threads,
            ElapsedSeconds = newest.Elapsed.TotalSeconds,
        };
        target.Write(new Checkpoint(state, learner.Tensors(), random), epochs, newest);
    }

    private bool Guarded(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Warn(problem);
            return false;
        }
    }

    private void Warn(Exception problem)
    {
        if (_warned) return;
        _warned = true;
        events.Write(new TrainingWarning($"The checkpoint in {folder?.Folder} could not be written: {(problem.InnerException ?? problem).Message.TrimEnd('.')}. Training goes on "
            + "and keeps the best weights in memory. Free space or make the folder writable: every epoch tries again."));
    }
}
