namespace Kiln.Runs;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>A living process works on it.</summary>
    Running,

    /// <summary>It came to its planned end.</summary>
    Finished,

    /// <summary>It was ended before its plan: by the user, a time limit, pruning, or the death of its process.</summary>
    Stopped,

    /// <summary>It broke: an exception, a loss that is not a number, a lost worker.</summary>
    Failed,
}
