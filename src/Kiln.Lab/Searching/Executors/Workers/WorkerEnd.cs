namespace Kiln;

/// <summary>Why a worker has stopped to take trials.</summary>
public enum WorkerEnd
{
    /// <summary>The study has no trial left, the worker's share is done, or too many trials in a row failed.</summary>
    Done,

    /// <summary>It was asked to stop; the trial under way was put aside for the next worker.</summary>
    Stopped,

    /// <summary>
    /// A trial hung, or used the memory up, and was recorded as failed. Its thread cannot be stopped, nor its memory be trusted to come
    /// back: the process must end, and another may take its place.
    /// </summary>
    Spent,
}
