using Kiln.Runs;

namespace Kiln;

/// <summary>The loss per batch of a run of any length, in a bounded number of points.</summary>
/// <remarks>
/// Every point is the mean over the same number of batches. When the buffer is full, neighbours are merged and each
/// later point spans twice as many batches, so memory and drawing cost stay constant however long the run is.
/// </remarks>
public sealed class LossCurve
{
    /// <summary>The most points a curve keeps.</summary>
    public const int Capacity = 1000;

    private readonly double[] _losses = new double[Capacity];
    private readonly double[] _steps = new double[Capacity];
    private double _lossSum;
    private double _stepSum;
    private int _pending;

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>How many batches one point is the mean of.</summary>
    public int BatchesPerPoint { get; private set; } = 1;

    /// <summary>The mean losses, one for each point.</summary>
    public ReadOnlySpan<double> Losses => _losses.AsSpan(0, Count);

    /// <summary>The mean steps (batches over the whole run, counted from 0), one for each point.</summary>
    public ReadOnlySpan<double> Steps => _steps.AsSpan(0, Count);

    /// <summary>Adds the loss of one batch.</summary>
    /// <param name="step">Batch over the whole run, counted from 0; gaps are allowed, going back is not.</param>
    /// <param name="loss">Mean loss of the batch.</param>
    public void Add(long step, double loss)
    {
        _lossSum += loss;
        _stepSum += step;
        if (++_pending < BatchesPerPoint) return;
        if (Count == Capacity)
        {
            Halve();
            return;
        }

        _losses[Count] = _lossSum / _pending;
        _steps[Count++] = _stepSum / _pending;
        (_lossSum, _stepSum, _pending) = (0, 0, 0);
    }

    /// <summary>The loss of a recorded run.</summary>
    /// <param name="steps">Its steps.</param>
    /// <returns>The curve; without points where no step measured a loss.</returns>
    public static LossCurve Of(StepCurve steps)
    {
        var curve = new LossCurve();
        var thin = steps.Thinned(Capacity);
        foreach (var (point, loss) in thin.Points.Zip(thin.Of("loss")))
        {
            if (double.IsNaN(loss)) continue;
            curve._losses[curve.Count] = loss;
            curve._steps[curve.Count++] = point.Step;
        }
        // Of the whole run, since the points may differ.
        if (curve.Count > 0) curve.BatchesPerPoint = Math.Max(1, (int)Math.Round(steps.Points.Sum(point => (double)point.Count) / curve.Count));
        return curve;
    }

    private void Halve()
    {
        for (var i = 0; i < Capacity / 2; i++)
        {
            _losses[i] = (_losses[2 * i] + _losses[2 * i + 1]) / 2;
            _steps[i] = (_steps[2 * i] + _steps[2 * i + 1]) / 2;
        }

        Count = Capacity / 2;
        BatchesPerPoint *= 2;
    }
}
