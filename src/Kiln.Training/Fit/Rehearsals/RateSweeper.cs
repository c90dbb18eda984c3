using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Trains with a rate that grows by the same factor from step to step until the loss explodes.
/// Source: Smith 2015, "Cyclical learning rates for training neural networks", section 3.3; smoothing and end as fastai has them.
/// </summary>
internal static class RateSweeper
{
    private const double Memory = 0.9;
    private const double Exploded = 4;

    public static RateSweep On(Stage stage, RateSweepOptions options)
    {
        SanityBatch.Require(stage.Fit, stage.Start.Learner, stage.Feed);
        var curve = new Curve();
        for (int epoch = 1; curve.Count < options.Steps && !curve.IsExploded; epoch++)
        {
            if (!SweepEpoch(stage, options, curve, epoch)) break;
        }
        return curve.Result();
    }

    private static bool SweepEpoch(Stage stage, RateSweepOptions options, Curve curve, int epoch)
    {
        using var scope = NewDisposeScope();
        Learner learner = stage.Start.Learner;
        BatchStep step = learner.StepBy(stage.Fit.Objective, new StepPlan(stage.Feed.Plan, 1));
        learner.BeginEpoch();
        EpochBatches batches = stage.Feed.Epoch(epoch);
        for (int batch = 0; batch < stage.Feed.Plan.Count && curve.Count < options.Steps && !curve.IsExploded; batch++)
        {
            if (stage.Fit.Stop.MustStop()) return false;
            using var batchScope = NewDisposeScope();
            double rate = options.RateOf(curve.Count);
            foreach (WeightUpdate update in learner.Updates) update.SetRates(new Rates(rate));
            curve.Add(rate, step.Take(batches.Next()!, batch, null).Loss);
        }
        return true;
    }

    private sealed class Curve
    {
        private readonly List<double> _rates = [], _losses = [], _smoothed = [];
        private double _mean, _best = double.PositiveInfinity;

        public int Count => _rates.Count;

        public bool IsExploded { get; private set; }

        public void Add(double rate, double loss)
        {
            if (!double.IsFinite(loss))
            {
                IsExploded = true;
                return;
            }
            _mean = Memory * _mean + (1 - Memory) * loss;
            double smoothed = _mean / (1 - Math.Pow(Memory, Count + 1));
            _best = Math.Min(_best, smoothed);
            _rates.Add(rate);
            _losses.Add(loss);
            _smoothed.Add(smoothed);
            IsExploded = smoothed > Exploded * _best;
        }

        public RateSweep Result()
        {
            double? suggested = RateSuggestion.Of([.. _rates], [.. _smoothed]);
            return new RateSweep([.. _rates], [.. _losses], [.. _smoothed], suggested, RateSuggestion.Text(suggested, [.. _rates], IsExploded));
        }
    }
}
