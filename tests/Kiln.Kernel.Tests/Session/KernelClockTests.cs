namespace Kiln.Kernel.Tests;

/// <summary>Timers that do not hang on the thread pool.</summary>
public class KernelClockTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
    private readonly KernelClock _clock = new();

    [Fact]
    public async Task Timers_fire_in_the_order_in_which_they_are_due()
    {
        var order = new List<string>();
        var last = new TaskCompletionSource();
        using var late = _clock.CreateTimer(_ => last.SetResult(), null, TimeSpan.FromMilliseconds(60), Never);
        using var middle = _clock.CreateTimer(_ => order.Add("middle"), null, TimeSpan.FromMilliseconds(40), Never);
        using var early = _clock.CreateTimer(_ => order.Add("early"), null, TimeSpan.FromMilliseconds(20), Never);

        await last.Task;

        Assert.Equal(["early", "middle"], order);
    }

    [Fact]
    public async Task A_period_repeats_until_it_is_changed()
    {
        var rings = 0;
        var third = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => { if (++rings == 3) third.SetResult(); }, null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));

        await third.Task;

        Assert.True(timer.Change(Never, Never));
    }

    [Fact]
    public async Task A_timer_that_was_changed_or_disposed_does_not_fire_for_what_was_set_before()
    {
        var rings = new List<string>();
        var changed = _clock.CreateTimer(_ => rings.Add("changed"), null, TimeSpan.FromMilliseconds(10), Never);
        var disposed = _clock.CreateTimer(_ => rings.Add("disposed"), null, TimeSpan.FromMilliseconds(10), Never);
        changed.Change(Never, Never);
        disposed.Dispose();

        await Task.Delay(TimeSpan.FromMilliseconds(30), _clock);

        Assert.Empty(rings);
        Assert.False(disposed.Change(TimeSpan.Zero, Never));
    }

    [Fact]
    public async Task A_timer_knows_the_flow_in_which_it_was_made()
    {
        var flow = new AsyncLocal<string> { Value = "here" };
        var seen = new TaskCompletionSource<string?>();
        using var timer = _clock.CreateTimer(_ => seen.SetResult(flow.Value), null, TimeSpan.Zero, Never);

        Assert.Equal("here", await seen.Task);
    }
}
