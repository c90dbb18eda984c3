using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>What is drawn of a run, whether it trains now or was read from the store.</summary>
internal sealed record RunPicture
{
    /// <summary>The row.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>Epochs finished.</summary>
    public required IReadOnlyList<EpochRecord> Epochs { get; init; }

    /// <summary>Epochs of the whole plan.</summary>
    public required int EpochsPlanned { get; init; }

    /// <summary>Batches in an epoch; 0 where it is not known.</summary>
    public int BatchesPerEpoch { get; init; }

    /// <summary>Numbers that the training changes; 0 where it is not known.</summary>
    public long Parameters { get; init; }

    /// <summary>Loss per batch; null where it is not known.</summary>
    public LossCurve? BatchLosses { get; init; }

    /// <summary>Fraction done, 0..1.</summary>
    public double Fraction { get; init; }

    /// <summary>Training time.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Time left, where it can be told.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Warnings and remarks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Speed over the whole run; null where it is not known.</summary>
    public double? ExamplesPerSecond { get; init; }

    /// <summary>Whether the run has ended, so that what is drawn is final.</summary>
    public bool Ended { get; init; }

    /// <summary>What its curves and its model show, each a sentence with its remedy; most runs have none.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The run whose turn it is while this one waits.</summary>
    public RunRecord? WaitsFor { get; init; }

    /// <summary>Whether it goes on after its cell.</summary>
    public bool IsInBackground { get; init; }

    /// <summary>Files recorded with the run, and what became of each.</summary>
    public IReadOnlyList<(ArtefactRecord File, ArtefactState State)> Files { get; init; } = [];

    /// <summary>The best epoch so far, or null.</summary>
    public EpochRecord? Best => Epochs.LastOrDefault(epoch => epoch.IsBest);

    /// <summary>A run in training, or just ended.</summary>
    public static RunPicture Of(RunProgress progress) => new()
    {
        Run = progress.Run,
        Epochs = progress.Epochs,
        EpochsPlanned = progress.Plan?.Epochs ?? progress.Options.Epochs,
        BatchesPerEpoch = progress.BatchesPerEpoch,
        Parameters = progress.Plan?.Parameters ?? 0,
        BatchLosses = progress.BatchLosses,
        Fraction = progress.Fraction,
        Elapsed = progress.Elapsed,
        Remaining = progress.Remaining,
        Notes = progress.Notes,
        ExamplesPerSecond = progress.Result?.ExamplesPerSecond,
        Ended = progress.Result is not null,
        Hints = progress.Hints,
        WaitsFor = progress.WaitsFor,
        IsInBackground = progress.IsInBackground,
    };

    /// <summary>A run of the store.</summary>
    public static RunPicture Of(RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve? steps = null)
    {
        var planned = Math.Max(OptionsText.Epochs(run) ?? epochs.Count, epochs.Count);
        return new RunPicture
        {
            Run = run,
            Epochs = epochs,
            EpochsPlanned = planned,
            Fraction = planned == 0 ? 0 : epochs.Count / (double)planned,
            Elapsed = epochs.Count > 0 ? epochs[^1].Elapsed : TimeSpan.Zero,
            Ended = run.Status != RunStatus.Running,
            BatchLosses = steps is null ? null : LossCurve.Of(steps),
            BatchesPerEpoch = steps?.StepsPerEpoch(epochs.Count) ?? 0,
        };
    }
}
