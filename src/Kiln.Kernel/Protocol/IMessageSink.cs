namespace Kiln.Kernel;

/// <summary>Where the session's messages go: sockets in the kernel, a list in the tests.</summary>
internal interface IMessageSink
{
    /// <summary>Sends in the order of the calls, from any thread.</summary>
    void Send(Channel channel, Message message);
}
