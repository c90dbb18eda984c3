namespace Kiln.Training;

/// <summary>Time trained: what this call took, and what the run had taken before a resume.</summary>
internal sealed class RunClock(TimeProvider time, TimeSpan? limit)
{
    private long _start = time.GetTimestamp();

    public TimeSpan Before { get; set; }

    public TimeSpan Elapsed => Before + time.GetElapsedTime(_start);

    public bool IsOver => limit is { } most && time.GetElapsedTime(_start) >= most;

    /// <summary>Begins to count; until then the run was waiting for its turn.</summary>
    public void Start() => _start = time.GetTimestamp();

    public TimeSpan? Limit => limit;
}
