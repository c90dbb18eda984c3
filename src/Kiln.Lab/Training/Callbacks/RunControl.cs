using Kiln.Training;

namespace Kiln;

/// <summary>A run in the hands of its callbacks: how far it is, and a way to stop it.</summary>
public sealed class RunControl
{
    private readonly Interrupter _interrupter;

    internal RunControl(RunProgress progress, Interrupter interrupter) => (Progress, _interrupter) = (progress, interrupter);

    /// <summary>The newest state: epochs, losses, time.</summary>
    public RunProgress Progress { get; }

    /// <summary>Why a callback asked for a stop; null while none did.</summary>
    public string? StopText { get; private set; }

    /// <summary>Stops the run after the batch in flight; the best weights so far are kept, as after an interrupt.</summary>
    /// <param name="reason">A sentence that the run's status tells; the first one counts.</param>
    public void Stop(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (_interrupter.IsRequested) return;
        StopText = reason;
        _interrupter.Request(StopReason.User);
    }

    /// <summary>Adds a remark that the run's display shows.</summary>
    /// <param name="text">A sentence.</param>
    public void Note(string text) => Progress.AddNote(text);
}
