namespace Kiln.Kernel;

/// <summary>What lies on the other side of the sockets, as running code reaches it.</summary>
/// <param name="Sink">Takes messages.</param>
/// <param name="Input">Asks the user.</param>
/// <param name="Comms">Talks with code in the page.</param>
internal sealed record FrontEnd(IMessageSink Sink, InputRequests Input, CommTable Comms)
{
    /// <summary>Whether somebody sees what cells show.</summary>
    public bool IsLookedAt { get; init; } = true;
}
