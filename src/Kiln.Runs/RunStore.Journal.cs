namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>Keeps epochs of a run in a file beside a store that fails; they are taken in when it is next opened.</summary>
    /// <param name="run">The run as it was created.</param>
    /// <param name="epochs">The epochs.</param>
    /// <param name="steps">What was measured within them.</param>
    /// <returns>The file.</returns>
    /// <exception cref="RunStoreException">No file can be written either.</exception>
    public string Journal(RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve? steps = null) =>
        RunJournal.Append(Folder, Owned(run), new JournalEntry(epochs, steps));

    /// <summary>Keeps epochs and the end of a run in a file beside a store that fails.</summary>
    /// <param name="run">The run with its status, reason, metrics and best epoch.</param>
    /// <param name="epochs">Epochs that are not kept yet.</param>
    /// <param name="steps">What was measured within them, and in one that was not finished.</param>
    /// <param name="artefacts">Files of the run.</param>
    /// <returns>The file.</returns>
    /// <exception cref="RunStoreException">No file can be written either.</exception>
    public string JournalEnd(RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve? steps = null, IEnumerable<string>? artefacts = null)
    {
        var files = ArtefactFiles.Read(RunFolder(run.Id), artefacts ?? [], _time.GetUtcNow());
        return RunJournal.Append(Folder, Owned(run), new JournalEntry(epochs, steps, files, new RunEnd(run.Status, run.StatusReason, run.Metrics, run.BestEpoch, _time.GetUtcNow())));
    }

    /// <summary>Forgets what <see cref="Journal"/> kept of a run: the store has it now.</summary>
    /// <param name="id">Id of the run.</param>
    public void DiscardJournal(string id) => RunJournal.Discard(Folder, id);

    private RunRecord Owned(RunRecord run) => Fill(run) with { Status = RunStatus.Running, StatusReason = null, EndedAt = null };
}
