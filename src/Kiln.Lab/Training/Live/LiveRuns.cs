namespace Kiln;

/// <summary>The runs of this session that have not ended, in the foreground and in the background.</summary>
internal sealed class LiveRuns
{
    private readonly Lock _gate = new();
    private readonly List<LiveRun> _runs = [];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<LiveRun> All
    {
        get
        {
            lock (_gate) return [.. _runs];
        }
    }

    /// <summary>Whether one of them has the turn.</summary>
    public bool IsTraining => All.Any(run => run.HasStarted);

    public void Add(LiveRun run)
    {
        lock (_gate) _runs.Add(run);
    }

    public void Remove(LiveRun run)
    {
        lock (_gate) _runs.Remove(run);
    }

    public LiveRun? Find(string id) => All.FirstOrDefault(run => run.Id == id);

    /// <summary>The run that another one waits for: trainings of one process take turns. Null where it only gets ready.</summary>
    public LiveRun? OnTurn(LiveRun waiting) => waiting.HasStarted ? null : All.FirstOrDefault(run => run != waiting && run.HasStarted);
}
