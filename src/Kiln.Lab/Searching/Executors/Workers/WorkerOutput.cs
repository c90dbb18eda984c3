using System.Globalization;

namespace Kiln;

/// <summary>What a worker tells while it works: messages for the process that started it, or lines for a person.</summary>
/// <param name="output">Where they go.</param>
/// <param name="isManaged">Whether a process has started the worker, looks after it and counts failures over all workers.</param>
public sealed class WorkerOutput(TextWriter output, bool isManaged)
{
    private readonly Lock _gate = new();

    internal bool IsManaged => isManaged;

    /// <summary>Says that the process lives, whatever its trial does.</summary>
    public void Alive() => Tell(new WorkerMessage(WorkerEvent.Beat));

    /// <summary>Says that it cannot take part.</summary>
    /// <param name="reason">Why, and what to do.</param>
    public void Refuse(string reason) => Tell(new WorkerMessage(WorkerEvent.Refused) { Text = reason });

    internal void Tell(WorkerMessage message)
    {
        if ((isManaged ? message.ToString() : LineOf(message)) is not { } line) return;
        lock (_gate)
        {
            try
            {
                output.WriteLine(line);
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody listens any more; the worker learns of it in another way.
            }
        }
    }

    private static string? LineOf(WorkerMessage message) => message.Kind switch
    {
        WorkerEvent.Ready => $"takes part in study {message.Text}",
        WorkerEvent.Refused => message.Text,
        WorkerEvent.Begin => string.Create(CultureInfo.InvariantCulture, $"trial {message.Trial}: run {message.Run} begins"),
        WorkerEvent.End => string.Create(CultureInfo.InvariantCulture, $"trial {message.Trial}: {message.Text}"),
        _ => null,
    };
}
