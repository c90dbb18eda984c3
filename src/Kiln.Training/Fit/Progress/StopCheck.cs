namespace Kiln.Training;

/// <summary>Polled at every batch: has anybody asked to stop, or is the time up?</summary>
internal sealed class StopCheck(Interrupter interrupter, RunClock clock)
{
    public StopReason? Reason => interrupter.Reason;

    public bool MustStop()
    {
        if (clock.IsOver) interrupter.Request(StopReason.TimeLimit);
        return interrupter.IsRequested;
    }

    /// <summary>Ends the run as not promising, unless something else has ended it already.</summary>
    /// <returns>Whether this is why it ends.</returns>
    public bool Prune()
    {
        interrupter.Request(StopReason.Pruned);
        return interrupter.Reason == StopReason.Pruned;
    }

    public string Text => Reason switch
    {
        StopReason.User => "Interrupted by the user.",
        StopReason.TimeLimit => FormattableString.Invariant($"The time of {clock.Limit} is up."),
        StopReason.Pruned => "Pruned by the search: not promising.",
        StopReason.Diverged => "Stopped as diverging.",
        _ => "",
    };
}
