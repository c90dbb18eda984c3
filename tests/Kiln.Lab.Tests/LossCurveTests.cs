namespace Kiln.Tests;

public class LossCurveTests
{
    [Fact]
    public void A_short_run_keeps_every_batch()
    {
        var curve = new LossCurve();
        for (var step = 0; step < 10; step++) curve.Add(step, 10 - step);
        Assert.Equal(10, curve.Count);
        Assert.Equal(1, curve.BatchesPerPoint);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], curve.Steps.ToArray());
    }

    [Fact]
    public void A_long_run_keeps_a_bounded_number_of_means()
    {
        var curve = new LossCurve();
        for (var step = 0; step < 100_000; step++) curve.Add(step, step);
        Assert.InRange(curve.Count, LossCurve.Capacity / 2, LossCurve.Capacity);
        for (var i = 0; i < curve.Count; i++) Assert.Equal(curve.Steps[i], curve.Losses[i], 6);
    }

    [Fact]
    public void Dropped_batches_do_not_shift_the_curve()
    {
        var curve = new LossCurve();
        for (var step = 500; step < 50_000; step += 7) curve.Add(step, 2.0 * step);
        for (var i = 0; i < curve.Count; i++) Assert.Equal(2 * curve.Steps[i], curve.Losses[i], 6);
        Assert.True(curve.Steps[0] >= 500);
    }
}
