using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Brings a freshly built run to where its checkpoint left it.</summary>
internal sealed class ResumedRun(CheckpointFolder folder, RunIdentity identity, EventSink events)
{
    /// <summary>Checks that the checkpoint is of this run, then loads learner, random state and history.</summary>
    /// <param name="learner">What is trained.</param>
    /// <param name="state">How far it has come.</param>
    /// <param name="keepBest">Whether the best weights are kept.</param>
    /// <param name="threads">Threads of libtorch.</param>
    /// <param name="isBranch">Whether the checkpoint is of another run, whose options and hyperparameters may differ.</param>
    /// <returns>Time trained before.</returns>
    /// <exception cref="CheckpointException">The checkpoint is damaged or of another run.</exception>
    public TimeSpan Restore(Learner learner, RunState state, bool keepBest, int threads, bool isBranch = false)
    {
        using var scope = NewDisposeScope();
        Checkpoint checkpoint = folder.Read();
        RequireSame(checkpoint.State, isBranch ? identity with { Options = checkpoint.State.Identity.Options, Hyperparameters = checkpoint.State.Identity.Hyperparameters } : identity);
        if (checkpoint.State.Threads != threads)
        {
            events.Write(new TrainingWarning($"The run was trained on {checkpoint.State.Threads} threads and goes on with {threads}: "
                + "its last bits may differ from those of an uninterrupted run."));
        }
        Restore(learner, checkpoint);
        IReadOnlyList<EpochRow> history = folder.ReadHistory(checkpoint.State);
        state.Restore(history, Kept(history, learner, keepBest));
        set_rng_state(checkpoint.Random);
        return TimeSpan.FromSeconds(checkpoint.State.ElapsedSeconds);
    }

    private void Restore(Learner learner, Checkpoint checkpoint)
    {
        try
        {
            learner.Restore(checkpoint.Learner);
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException)
        {
            throw folder.Unusable("its tensors are not those of this model and optimizer: " + problem.Message.TrimEnd('.'), problem);
        }
    }

    private void RequireSame(CheckpointState saved, RunIdentity wanted)
    {
        IReadOnlyList<string> differences = RunIdentity.Differences(saved.Identity, wanted);
        if (differences.Count > 0)
        {
            throw new CheckpointException($"Resume from {folder.StatePath}: it belongs to another run: {string.Join("; ", differences)}. "
                + "Put that back, or train anew without resuming.");
        }
    }

    /// <summary>The weights to hand back if no later epoch is better: the newest, or those of the best file.</summary>
    private WeightSnapshot? Kept(IReadOnlyList<EpochRow> history, Learner learner, bool keepBest)
    {
        int last = history[^1].Epoch;
        int? best = history.LastOrDefault(row => row.IsBest)?.Epoch;
        if (!keepBest || best is null || best == last)
        {
            using IDisposable final = learner.WithFinalWeights();
            return WeightSnapshot.Of(learner.Module, last);
        }
        WeightSnapshot? kept = ReadBest(best.Value);
        if (kept is null)
        {
            events.Write(new TrainingWarning($"The best weights, of epoch {best}, are not in {folder.BestPath}: "
                + $"the best is chosen among the epochs from {last + 1} on."));
        }
        return kept;
    }

    private WeightSnapshot? ReadBest(int epoch)
    {
        try
        {
            return folder.ReadBest(epoch);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
