using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

/// <summary>A running cell.</summary>
public class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Running = new();
    private readonly Lock _gate = new();
    private readonly List<KernelEvent> _events = [];
    private readonly CancellationToken _cancellation;

    private KernelInvocationContext(KernelCommand command, Kernel kernel, CancellationToken cancellation) =>
        (Command, HandlingKernel, _cancellation) = (command, kernel, cancellation);

    public static KernelInvocationContext? Current => Running.Value;

    public KernelCommand Command { get; }

    public Kernel HandlingKernel { get; internal set; }

    public bool IsComplete { get; private set; }

    public CancellationToken CancellationToken => _cancellation;

    internal IReadOnlyList<KernelEvent> Events
    {
        get { lock (_gate) return [.. _events]; }
    }

    public void Publish(KernelEvent @event)
    {
        lock (_gate)
            if (!IsComplete) _events.Add(@event);
    }

    public void Fail(KernelCommand command, Exception? exception = null, string? message = null)
    {
        // What another command submitted from within fails alone; its result tells its sender.
        var isNested = command is SubmitCode && IsOther(command);
        Publish(new CommandFailed(exception, isNested ? command : Command, message));
        IsFailed |= !isNested;
    }

    internal bool IsFailed { get; private set; }

    internal static KernelInvocationContext Establish(KernelCommand command, Kernel kernel, CancellationToken cancellation)
    {
        if (Running.Value is not { IsComplete: false } current) return Running.Value = new KernelInvocationContext(command, kernel, cancellation);
        if (command != current.Command && command.Parent is null) command.SetParent(current.Command);
        return current;
    }

    internal void Complete()
    {
        if (!IsFailed) Publish(new CommandSucceeded(Command));
        lock (_gate) IsComplete = true;
        Running.Value = null;
    }

    internal void Nest(KernelCommand command) => _nested.Add(command);

    private readonly HashSet<KernelCommand> _nested = [];

    private bool IsOther(KernelCommand command) => _nested.Contains(command) || (command.Parent is { } parent && _nested.Contains(parent));
}
