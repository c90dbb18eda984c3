using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Fewer points for the same steps: neighbours are joined into their mean.</summary>
internal static class StepThinning
{
    /// <summary>The curve in at most so many points; as it is where it has no more.</summary>
    public static StepCurve To(StepCurve curve, int most)
    {
        for (var span = 2 * curve.Span; curve.Points.Length > most; span *= 2)
        {
            var within = ToSpan(curve, span);
            // Where each epoch has but one point left, epochs share one.
            curve = within.Points.Length > most && IsOnePerEpoch(within) ? Joined(within, span, acrossEpochs: true) : within;
        }
        return curve;
    }

    /// <summary>The curve in points of at most so many steps, each of one epoch.</summary>
    public static StepCurve ToSpan(StepCurve curve, int span) => span <= 1 ? curve : Joined(curve, span, acrossEpochs: false);

    private static bool IsOnePerEpoch(StepCurve curve) =>
        curve.Points.Zip(curve.Points.Skip(1)).All(pair => pair.First.Epoch != pair.Second.Epoch);

    private static StepCurve Joined(StepCurve curve, int span, bool acrossEpochs)
    {
        var points = ImmutableArray.CreateBuilder<StepPoint>();
        for (int first = 0, next; first < curve.Points.Length; first = next)
        {
            var steps = curve.Points[first].Count;
            for (next = first + 1; next < curve.Points.Length; next++)
            {
                var point = curve.Points[next];
                if (steps + point.Count > span || !(acrossEpochs || point.Epoch == curve.Points[first].Epoch)) break;
                steps += point.Count;
            }
            points.Add(next == first + 1 ? curve.Points[first] : Mean(curve.Points.AsSpan()[first..next], steps));
        }
        return curve with { Points = points.ToImmutable() };
    }

    private static StepPoint Mean(ReadOnlySpan<StepPoint> points, int steps)
    {
        var values = new double[points[0].Values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = MeasuredMean(points, i);
        var step = 0.0;
        foreach (var point in points) step += point.Step * point.Count;
        return new(points[^1].Epoch, step / steps, steps, [.. values]);
    }

    // What was not measured has no part in the mean.
    private static double MeasuredMean(ReadOnlySpan<StepPoint> points, int value)
    {
        var (sum, measured) = (0.0, 0);
        foreach (var point in points)
        {
            if (double.IsNaN(point.Values[value])) continue;
            sum += point.Values[value] * point.Count;
            measured += point.Count;
        }
        return measured > 0 ? sum / measured : double.NaN;
    }
}
