using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>A run with all that is recorded of it, on its way from one store to another.</summary>
internal sealed record RecordedRun(RunRecord Run, ImmutableArray<EpochRecord> Epochs)
{
    public StepCurve Steps { get; init; } = StepCurve.Empty;

    public ImmutableArray<ArtefactRecord> Artefacts { get; init; } = [];
}
