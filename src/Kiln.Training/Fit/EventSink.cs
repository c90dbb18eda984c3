using System.Threading.Channels;

namespace Kiln.Training;

/// <summary>The training thread's end of the channel: batches are offered, everything else is waited for.</summary>
internal sealed class EventSink(ChannelWriter<TrainingEvent> events)
{
    /// <summary>Dropped when the channel is full: a slow view must not slow the training.</summary>
    public void Offer(BatchEnded batch) => events.TryWrite(batch);

    /// <summary>Waits for room; a reader that has closed the channel no longer wants events.</summary>
    public void Write(TrainingEvent trainingEvent)
    {
        if (events.TryWrite(trainingEvent)) return;
        try
        {
            // The training thread is a thread of its own that has nothing else to do: it may block.
            events.WriteAsync(trainingEvent).AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException)
        {
        }
    }

    public void Close() => events.TryComplete();
}
