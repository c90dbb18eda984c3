using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What the batches of a run measured and the store does not have yet, in a bounded number of points.</summary>
internal sealed class StepCollector
{
    private static readonly ImmutableArray<string> Names = ["loss", MetricNames.Lr, MetricNames.GradientNorm];

    private readonly List<StepPoint> _points = [];

    /// <summary>Takes in a batch.</summary>
    public void Take(BatchEnded batch)
    {
        _points.Add(new StepPoint(batch.Epoch, batch.Step, 1, [batch.Loss, batch.Lr, batch.GradientNorm]));
        if (_points.Count < 2 * StepCurve.Capacity) return;
        var thin = new StepCurve(Names, [.. _points]).Thinned();
        _points.Clear();
        _points.AddRange(thin.Points);
    }

    /// <summary>Hands out the steps up to an epoch, and keeps the later ones.</summary>
    public StepCurve UpTo(int epoch)
    {
        var steps = new StepCurve(Names, [.. _points.Where(point => point.Epoch <= epoch)]);
        _points.RemoveAll(point => point.Epoch <= epoch);
        return steps.Measured().Thinned();
    }
}
