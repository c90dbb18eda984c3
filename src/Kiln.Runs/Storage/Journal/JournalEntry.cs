namespace Kiln.Runs;

/// <summary>What is to be recorded of a run at one time.</summary>
/// <param name="Epochs">Epochs that have finished.</param>
/// <param name="Steps">What was measured within them, and perhaps in one that has not.</param>
/// <param name="Artefacts">Files of the run.</param>
/// <param name="End">Its end.</param>
internal sealed record JournalEntry(
    IReadOnlyList<EpochRecord> Epochs, StepCurve? Steps = null, IReadOnlyList<ArtefactRecord>? Artefacts = null, RunEnd? End = null);
