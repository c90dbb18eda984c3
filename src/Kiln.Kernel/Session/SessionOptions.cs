namespace Kiln.Kernel;

/// <summary>What a session needs of the process around it.</summary>
internal sealed record SessionOptions
{
    /// <summary>Clock of output batches and interrupts.</summary>
    public TimeProvider Time { get; init; } = KernelClock.Instance;

    /// <summary>Takes lines for the person who looks after the server.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Ends the process, after what was sent has left.</summary>
    public Action ShutDown { get; init; } = () => { };

    /// <summary>The ports of the sockets, for <c>connect_request</c>; empty without sockets.</summary>
    public IReadOnlyDictionary<Channel, int> Ports { get; init; } = new Dictionary<Channel, int>();

    /// <summary>Captured output of native code, or null.</summary>
    public FileDescriptorCapture? Descriptors { get; init; }

    /// <summary>Whether somebody sees what cells show; what nobody sees need not be drawn.</summary>
    public bool IsLookedAt { get; init; } = true;

    /// <summary>Compiled expressions that this process was given; null for none.</summary>
    public CellImages? Images { get; init; }

    /// <summary>Where restored packages are remembered.</summary>
    public string PackageFolder { get; init; } = PackageRestore.DefaultFolder();

    /// <summary>Stack of the thread that runs cells.</summary>
    /// <remarks>
    /// Deep recursion in a cell is common in teaching material; the default stack of 1.5 MB is not enough for it. More than 16 MB, and
    /// the report of a recursion without end takes long: its exception comes back through every frame, a second for a million.
    /// </remarks>
    public int CellStackBytes { get; init; } = 16 << 20;
}
