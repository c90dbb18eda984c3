namespace Kiln;

/// <summary>How the trials of a study are run: one after another in this process, or in processes of their own.</summary>
internal interface ITrialExecutor
{
    /// <summary>Runs trials until the study has none left, gives up, or the user interrupts; tells the session of each.</summary>
    /// <param name="session">The study, how a trial of it is trained, and its display.</param>
    /// <param name="cancellationToken">Stops after the batches in flight; trials under way are put aside for the next session.</param>
    /// <returns>False when it was interrupted.</returns>
    Task<bool> Run(StudySession session, CancellationToken cancellationToken);
}
