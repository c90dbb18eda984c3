using System.Globalization;

namespace Kiln;

/// <summary>Notices that nothing happens in a training any more. Seen on the training's flow, asked on another.</summary>
internal sealed class StallWatch(TimeProvider time, TimeSpan patience)
{
    private (long Steps, int Epochs, bool IsPlanned) _seen;
    private long _since = time.GetTimestamp();

    /// <summary>Why the trial has failed, in words; null while something happens.</summary>
    public string? Verdict => time.GetElapsedTime(Volatile.Read(ref _since)) < patience
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"no progress for {patience.TotalSeconds:0.#} s");

    /// <summary>A new trial begins.</summary>
    public void Begin()
    {
        _seen = default;
        Volatile.Write(ref _since, time.GetTimestamp());
    }

    /// <summary>Takes in how far the training is.</summary>
    public void See(RunProgress run)
    {
        var now = (run.StepsDone, run.Epochs.Count, run.Plan is not null);
        if (now == _seen) return;
        _seen = now;
        Volatile.Write(ref _since, time.GetTimestamp());
    }
}
