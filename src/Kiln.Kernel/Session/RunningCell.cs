namespace Kiln.Kernel;

/// <summary>Stops a cell: politely at first, then out of its waits, then with a notice.</summary>
internal sealed class RunningCell(CellContext cell, CellPump pump)
{
    private const int Attempts = 27;
    private static readonly TimeSpan TimeToEndInOrder = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _ended = new();
    private bool _asked;

    public void End() => _ended.Set();

    /// <summary>Asks the cell to end and returns; a second time, without leaving it time to end in order.</summary>
    public void Interrupt()
    {
        var again = Interlocked.Exchange(ref _asked, true);
        Checkpoint.Requested = true;
        cell.Interrupt();
        var order = cell.InterruptIsHandled && !again ? TimeToEndInOrder : TimeSpan.Zero;
        // A thread of its own: the cell may have filled the thread pool with work that never ends, and that is when one interrupts.
        new Thread(() => Escalate(order)) { IsBackground = true, Name = "interrupt" }.Start();
    }

    private void Escalate(TimeSpan order)
    {
        if (_ended.Wait(order)) return;
        pump.Abandon();
        if (_ended.Wait(Patience)) return;
        for (var i = 0; i < Attempts; i++)
        {
            pump.InterruptWait();
            if (_ended.Wait(Pause)) return;
        }
        cell.Output.Write("stderr", "The cell is inside a library that cannot be interrupted; it stops when that returns. Restart the kernel to force it.\n");
    }
}
