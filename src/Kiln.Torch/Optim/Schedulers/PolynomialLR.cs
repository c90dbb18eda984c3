namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A rate that falls to 0 as a power of the epochs left: <c>lr = lr₀ · (1 − min(epoch, total_iters) / total_iters)^power</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="total_iters">The epoch at which the rate is 0.</param>
            /// <param name="power">The power.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentOutOfRangeException">total_iters is below 1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.PolynomialLR.html"/>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.PolynomialLR"/>
                public sealed class PolynomialLR : LRScheduler
                {
                    private readonly double _totalIters;
                    private readonly double _power;

                    internal PolynomialLR(Optimizer optimizer, int total_iters, double power, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        AtLeast(nameof(total_iters), total_iters, 1);
                        _totalIters = total_iters;
                        _power = power;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0 || LastEpoch > _totalIters) return Scaled(1);
                        return Scaled(Math.Pow((1 - LastEpoch / _totalIters) / (1 - (LastEpoch - 1) / _totalIters), _power));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double factor = Math.Pow(1 - Math.Min(_totalIters, LastEpoch) / _totalIters, _power);
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }
        }
    }
}
