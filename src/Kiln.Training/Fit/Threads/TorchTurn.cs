namespace Kiln.Training;

/// <summary>Runs of one process take turns: two at once would only take each other's processors, and TorchSharp's package has one random generator for all.</summary>
internal static class TorchTurn
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Waits for the turn.</summary>
    /// <returns>False when asked to stop while waiting; there is then nothing to release.</returns>
    public static bool Wait(StopCheck stop)
    {
        while (!Turn.Wait(TimeSpan.FromMilliseconds(20)))
        {
            if (stop.MustStop()) return false;
        }
        return true;
    }

    public static void Release() => Turn.Release();
}
