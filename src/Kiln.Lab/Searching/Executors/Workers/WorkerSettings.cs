namespace Kiln;

/// <summary>How much a worker does, and whom it tells.</summary>
public sealed record WorkerSettings
{
    /// <summary>Trials after which it ends; default: no limit.</summary>
    public int MaxTrials { get; init; } = int.MaxValue;

    /// <summary>Takes what happens; default: nobody.</summary>
    public WorkerOutput Output { get; init; } = new(TextWriter.Null, isManaged: false);
}
