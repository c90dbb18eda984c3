namespace Kiln.Kernel;

/// <summary>Drops what a silent cell shows; its replies and questions still go out.</summary>
internal sealed class SilentSink(IMessageSink sink) : IMessageSink
{
    /// <inheritdoc/>
    public void Send(Channel channel, Message message)
    {
        if (channel != Channel.IOPub) sink.Send(channel, message);
    }
}
