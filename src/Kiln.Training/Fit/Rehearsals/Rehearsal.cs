namespace Kiln.Training;

/// <summary>What can be tried before a training; nothing is kept or recorded, and all that a run would build is built anew.</summary>
/// <remarks>
/// Each throws <see cref="ArgumentException"/>, <see cref="ModelException"/> or <see cref="TrainingException"/> where a run would fail
/// before its first epoch, and ends early, with what it has, when cancelled.
/// </remarks>
public static class Rehearsal
{
    /// <summary>Builds everything and tries the first batch.</summary>
    /// <param name="job">Model, data, options.</param>
    /// <param name="cancellationToken">Stops waiting for another run.</param>
    public static Task<DryRun> DryRun(TrainingJob job, CancellationToken cancellationToken = default) =>
        Stage.Play(job, cancellationToken, Training.DryRun.On);

    /// <summary>Trains for some steps at rates that grow from step to step, and suggests one.</summary>
    /// <param name="job">Model, data, options; the options' own rate and schedule are not used.</param>
    /// <param name="options">Lowest and highest rate, steps; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static Task<RateSweep> FindLearningRate(TrainingJob job, RateSweepOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RateSweepOptions();
        options.Check();
        return Stage.Play(job, cancellationToken, stage => RateSweeper.On(stage, options));
    }

    /// <summary>Trains on the first batch alone, without dropout: what cannot learn one batch by heart cannot learn anything.</summary>
    /// <param name="job">Model, data, options.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static Task<OneBatchVerdict> OverfitOneBatch(TrainingJob job, int steps = 300, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return Stage.Play(job, cancellationToken, stage => OneBatchCheck.On(stage, steps));
    }
}
