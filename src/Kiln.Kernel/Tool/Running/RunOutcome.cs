using System.Globalization;

namespace Kiln.Kernel;

/// <summary>How the run of a notebook ended.</summary>
internal sealed record RunOutcome
{
    /// <summary>How many code cells ran.</summary>
    public int Ran { get; init; }

    /// <summary>How many there are.</summary>
    public int Count { get; init; }

    /// <summary>What went wrong, one sentence for each cell that failed without being expected to.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Whether the user stopped it.</summary>
    public bool WasInterrupted { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>One line for the end.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Ran} of {Count} {(Count == 1 ? "cell" : "cells")} in {Duration.TotalSeconds:0.0} s{(WasInterrupted ? ", interrupted" : Failures.Count > 0 ? $", {Failures.Count} failed" : "")}");
}
