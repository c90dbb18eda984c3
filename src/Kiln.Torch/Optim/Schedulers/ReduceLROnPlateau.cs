namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the rate by a factor when a metric has not become better for a while. Call <c>step(metric)</c> after each epoch.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="mode">"min" if smaller is better, "max" if larger.</param>
            /// <param name="factor">The factor, below 1.</param>
            /// <param name="patience">How many epochs without improvement are borne: the next one reduces the rate.</param>
            /// <param name="threshold">How much better counts as better.</param>
            /// <param name="threshold_mode">"rel": the threshold is a fraction of the best value; "abs": it is a difference.</param>
            /// <param name="cooldown">How many epochs after a reduction are not counted.</param>
            /// <param name="min_lr">The lowest rate: one value for each group, or one for all; null is 0.</param>
            /// <param name="eps">A reduction by less than this is left out.</param>
            /// <param name="verbose">Whether a reduction is printed.</param>
            /// <returns>The scheduler.</returns>
            /// <exception cref="ArgumentException">A mode is unknown, the factor is not below 1, or the number of lowest rates does not fit the groups.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html"/>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1E-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1E-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, new(mode, threshold_mode, threshold), factor, patience, cooldown, min_lr, eps, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.ReduceLROnPlateau"/>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly Improvement _improvement;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _lowest;
                    private readonly double _eps;
                    private double _best;
                    private int _badEpochs;
                    private int _coolingEpochs;

                    internal ReduceLROnPlateau(Optimizer optimizer, Improvement improvement, double factor, int patience, int cooldown, IList<double>? min_lr, double eps, bool verbose)
                        : base(optimizer, -1, verbose)
                    {
                        InRange(nameof(factor), factor, factor < 1, "below 1");
                        _improvement = improvement;
                        _factor = factor;
                        _patience = patience;
                        _cooldown = cooldown;
                        _lowest = min_lr is null or { Count: < 2 }
                            ? [.. Enumerable.Repeat(min_lr is { Count: 1 } ? min_lr[0] : 0, Groups.Count)]
                            : ForEachGroup(nameof(min_lr), min_lr);
                        _eps = eps;
                        _best = improvement.Worst;
                        LastEpoch = 0;
                    }

                    /// <summary>Not possible here.</summary>
                    /// <exception cref="InvalidOperationException">Always: the metric is missing.</exception>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau.step: expected the value of a metric. Call step(loss), with a double, after each epoch.");

                    /// <summary>Takes the metric's newest value and reduces the rates if it has not become better for too long.</summary>
                    /// <param name="current">The value; NaN is not better than any.</param>
                    /// <param name="epoch">The epoch, for what is printed; null goes on to the next.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        bool better = _improvement.Holds(current, _best);
                        if (better) _best = current;
                        _badEpochs = better ? 0 : _badEpochs + 1;
                        if (_coolingEpochs > 0)
                        {
                            _coolingEpochs--;
                            _badEpochs = 0;
                        }
                        if (_badEpochs > _patience) Reduce();
                        TakeRatesOfGroups();
                    }

                    private void Reduce()
                    {
                        _coolingEpochs = _cooldown;
                        _badEpochs = 0;
                        var groups = Groups;
                        for (int i = 0; i < Math.Min(groups.Count, _lowest.Length); i++)
                        {
                            double rate = Math.Max(groups[i].LearningRate * _factor, _lowest[i]);
                            if (groups[i].LearningRate - rate <= _eps) continue;
                            groups[i].LearningRate = rate;
                            if (IsVerbose) Console.WriteLine(FormattableString.Invariant($"Epoch {LastEpoch:00000}: reducing learning rate of group {i} to {rate:0.0000e+00}."));
                        }
                    }

                    /// <summary>When a value of the metric counts as better.</summary>
                    internal sealed class Improvement
                    {
                        private readonly bool _smaller;
                        private readonly bool _relative;
                        private readonly double _threshold;

                        public Improvement(string mode, string threshold_mode, double threshold)
                        {
                            _smaller = OneOf(nameof(mode), mode, "min", "max");
                            _relative = OneOf(nameof(threshold_mode), threshold_mode, "rel", "abs");
                            _threshold = threshold;
                        }

                        public double Worst => _smaller ? double.PositiveInfinity : double.NegativeInfinity;

                        public bool Holds(double value, double best) => (_smaller, _relative) switch
                        {
                            (true, true) => value < best * (1 - _threshold),
                            (true, false) => value < best - _threshold,
                            (false, true) => value > best * (_threshold + 1),
                            (false, false) => value > best + _threshold,
                        };

                        private static bool OneOf(string name, string value, string first, string second) =>
                            value == first || (value == second ? false : throw new ArgumentException($"ReduceLROnPlateau: expected {name} \"{first}\" or \"{second}\", got \"{value}\".", name));
                    }
                }
            }
        }
    }
}
