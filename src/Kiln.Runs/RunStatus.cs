namespace Kiln.Runs;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>A living process works on it.</summary>
    Running,

    /// <summary>It came to its planned end.</summary>
    Finished,

    /// <summary>It was ended before its plan: by the user, a time limit, or the death of its process. It may go on.</summary>
    Stopped,

    /// <summary>It broke: an exception, a loss that is not a number, a lost worker.</summary>
    Failed,

    /// <summary>Its study ended it early, because others do better. What it reached stays recorded; it does not go on.</summary>
    Pruned,
}
