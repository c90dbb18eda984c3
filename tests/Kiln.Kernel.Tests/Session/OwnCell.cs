namespace Kiln.Kernel.Tests;

/// <summary>A cell for code that a test runs without a session: otherwise it belongs to the newest cell of any other test, which may be an interrupted one.</summary>
internal static class OwnCell
{
    /// <summary>Makes a cell that nobody sees the cell of the calling flow.</summary>
    public static void Enter() => new CellContext { Output = new CellOutput(new Nobody(), [], TimeProvider.System), Input = null!, Comms = null! }.EnterFlow();

    private sealed class Nobody : IMessageSink
    {
        public void Send(Channel channel, Message message)
        {
        }
    }
}
