namespace Kiln.Kernel;

/// <summary>Stops a cell: politely at first, then out of its waits, then with a notice.</summary>
internal sealed class RunningCell(CellContext cell, CellPump pump)
{
    private const int Attempts = 27;
    private static readonly TimeSpan TimeToEndInOrder = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private bool _asked;
    private bool _ended;

    public void End() => Volatile.Write(ref _ended, true);

    public void Interrupt(TimeProvider time)
    {
        var again = Interlocked.Exchange(ref _asked, true);
        Checkpoint.Requested = true;
        cell.Interrupt();
        _ = Task.Run(() => EscalateAsync(time, cell.InterruptIsHandled && !again ? TimeToEndInOrder : TimeSpan.Zero));
    }

    private async Task EscalateAsync(TimeProvider time, TimeSpan order)
    {
        await Task.Delay(order, time);
        if (!Volatile.Read(ref _ended)) pump.Abandon();
        await Task.Delay(Patience, time);
        for (var i = 0; i < Attempts && !Volatile.Read(ref _ended); i++)
        {
            pump.InterruptWait();
            await Task.Delay(Pause, time);
        }
        if (!Volatile.Read(ref _ended))
            cell.Output.Write("stderr", "The cell is inside a library that cannot be interrupted; it stops when that returns. Restart the kernel to force it.\n");
    }
}
