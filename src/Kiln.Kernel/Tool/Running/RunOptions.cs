namespace Kiln.Kernel;

/// <summary>How a notebook is run without a front end.</summary>
internal sealed record RunOptions
{
    /// <summary>Where the executed notebook goes, as a full path; null to keep nothing.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to go on after a cell that fails.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>How long one cell may take; null without a limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Clock of durations and limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
