namespace Kiln.Kernel;

/// <summary>The sockets of the Jupyter protocol.</summary>
internal enum Channel
{
    /// <summary>Requests of the user, in order.</summary>
    Shell,

    /// <summary>Interrupt and shutdown: answered while a cell runs.</summary>
    Control,

    /// <summary>The kernel asks, the front end answers.</summary>
    Stdin,

    /// <summary>What all front ends see: output and status.</summary>
    IOPub,

    /// <summary>An echo: it proves that the process lives.</summary>
    Heartbeat,
}
