using Kiln.Runs;

namespace Kiln;

/// <summary>Gives the signs of life of one run, and notices when the run is no longer this process's.</summary>
/// <remarks>Another machine that has heard nothing for a minute takes the run up; a laptop that then wakes must not go on with it.</remarks>
internal sealed class Heartbeat(RunStore store, string run, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long? _last;

    /// <summary>Whether another process has taken the run up, or closed it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Gives a sign of life where one is due.</summary>
    /// <returns>False once, when the run turns out to be lost.</returns>
    public bool Beat()
    {
        if (IsLost || (_last is { } last && time.GetElapsedTime(last) < Interval)) return true;
        _last = time.GetTimestamp();
        return !(IsLost = !IsOurs());
    }

    /// <summary>Looks before the end is recorded: what another process has is not to be written over.</summary>
    public void Look() => IsLost = IsLost || !IsOurs();

    private bool IsOurs()
    {
        try
        {
            return store.Beat(run);
        }
        catch (RunStoreException)
        {
            // The recorder tells of a store that fails.
            return true;
        }
    }
}
