namespace Kiln.Kernel;

/// <summary>What <c>kiln worker</c> was asked.</summary>
/// <param name="Study">Id or name of the study.</param>
internal sealed record WorkerRequest(string Study)
{
    /// <summary>Folder or database of the store; null for the usual one.</summary>
    public string? Store { get; init; }

    /// <summary>Threads of libtorch; null for the machine's.</summary>
    public int? Threads { get; init; }

    /// <summary>Trials after which it ends; null for no limit.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>Bytes beyond which a trial fails; null for no limit.</summary>
    public long? Memory { get; init; }

    /// <summary>Whether a process started it that listens to its messages and holds its standard input open.</summary>
    public bool IsManaged { get; init; }
}
