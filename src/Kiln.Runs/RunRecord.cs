using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>One training run (or one trial of a study) with everything needed to tell it from others and to repeat it.</summary>
public sealed record RunRecord
{
    /// <summary>The kind of a run that another program trained.</summary>
    public const string Imported = "import";

    /// <summary>The <see cref="ParentKind"/> of a run that went on from the parent's last epoch with settings of its own.</summary>
    public const string Branch = "branch";

    /// <summary>The <see cref="ParentKind"/> of a run that repeats the settings, from epoch to epoch, that led to the parent.</summary>
    public const string Schedule = "schedule";

    /// <summary>The run's short name for machines: 8 characters that sort by time of birth (<see cref="RunStore.NewId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The run's name for people; several runs may share one.</summary>
    public required string Name { get; init; }

    /// <summary>How the run stands. A running row whose process is gone is read as <see cref="RunStatus.Stopped"/>.</summary>
    public RunStatus Status { get; init; } = RunStatus.Running;

    /// <summary>Why it stopped or failed, in words; null while it runs and when it finished.</summary>
    public string? StatusReason { get; init; }

    /// <summary>What asked for the run: <c>train</c> (default), <c>trial</c>, <c>arm</c>; <see cref="Imported"/> where another program did.</summary>
    public string Kind { get; init; } = "train";

    /// <summary>Name of the model definition.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>Source text of the model definition.</summary>
    public string ModelSource { get; init; } = "";

    /// <summary>Hash of the normalised model source.</summary>
    public string ModelHash { get; init; } = "";

    /// <summary>Name of the data set.</summary>
    public string DataName { get; init; } = "";

    /// <summary>Fingerprint of the data set's content and split.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>Training options as a JSON object.</summary>
    public string OptionsJson { get; init; } = "{}";

    /// <summary>The seed that all of the run's randomness is derived from.</summary>
    public long Seed { get; init; }

    /// <summary>Hyperparameter values as invariant text.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the model was built with, defaults included; empty until the first batch is near.</summary>
    public ImmutableSortedDictionary<string, string> Hyperparameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Versions of Kiln, runtime, libtorch and BLAS as a JSON object.</summary>
    public string VersionsJson { get; init; } = "{}";

    /// <summary>Id of the run this one continues or was made from; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>How the parent made this run: <c>search</c> (the trial it repeats), <c>transfer</c> (its weights were taken over), <see cref="Branch"/> or <see cref="Schedule"/>; null for none.</summary>
    public string? ParentKind { get; init; }

    /// <summary>Name of the group (for example the runs of one model over several seeds); null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Id of the study this run is a trial of; null for none.</summary>
    public string? Study { get; init; }

    /// <summary>Number of the trial within its study, from 0; null outside a study.</summary>
    public int? Trial { get; init; }

    /// <summary>How many times a process took the run up: 1 for a run that was never interrupted. Set by the store.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Free labels.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Free text about the run; null for none.</summary>
    public string? Notes { get; init; }

    /// <summary>Name of the machine; filled in by <see cref="RunStore.Create"/> with this machine when empty.</summary>
    public string Host { get; init; } = "";

    /// <summary>Process that works on the run; filled in by <see cref="RunStore.Create"/> when <see cref="Host"/> is empty.</summary>
    public int ProcessId { get; init; }

    /// <summary>Mark of that process's start (a process id alone is given again); filled in together with <see cref="Host"/>.</summary>
    public string ProcessStart { get; init; } = "";

    /// <summary>The last sign of life of that process; null where it gives none. Set by <see cref="RunStore.Beat"/>.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>When the run was created; filled in by <see cref="RunStore.Create"/> when left at its default.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the run ended; null while it runs and when its process died.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// Final metrics: the values of the best epoch and <c>test_*</c> values. While it runs, and where its process died, those of
    /// the best epoch so far (of the last where none is the best).
    /// </summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The best epoch, from 1; null when there is none.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>When the run was removed; null for one that is there. Set by the store.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Version of the store's schema that the row was written under. Set by the store.</summary>
    public int SchemaVersion { get; init; }

    /// <summary>The run as a JSON object, as its <c>run.json</c> has it.</summary>
    /// <returns>The text, on one line.</returns>
    public string ToJson() => JsonColumns.Text(writer => RunFile.Write(writer, this));
}
