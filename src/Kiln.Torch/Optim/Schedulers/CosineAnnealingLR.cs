namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A rate that falls along a cosine, and rises again where steps go on: <c>lr = η + (lr₀ − η) · (1 + cos(π · epoch / T_max)) / 2</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="T_max">The epoch of the lowest rate.</param>
            /// <param name="eta_min">The lowest rate, η.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentOutOfRangeException">T_max is not above 0.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html"/>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.CosineAnnealingLR"/>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _period;
                    private readonly double _lowest;

                    internal CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        InRange(nameof(T_max), T_max, T_max > 0, "above 0");
                        _period = T_max;
                        _lowest = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0) return Scaled(1);
                        if (StepCount == 1) return get_closed_form_lr();
                        // At the lowest point the ratio of two neighbours below would divide by zero.
                        if ((LastEpoch - 1 - _period) % (2 * _period) == 0)
                            return Groups.Zip(BaseRates, (group, rate) => group.LearningRate + (rate - _lowest) * (1 - Math.Cos(Math.PI / _period)) / 2);
                        double ratio = (1 + Math.Cos(Math.PI * LastEpoch / _period)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _period));
                        return Groups.Select(group => ratio * (group.LearningRate - _lowest) + _lowest);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => _lowest + (rate - _lowest) * (1 + Math.Cos(Math.PI * LastEpoch / _period)) / 2);
                }
            }
        }
    }
}
