namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A smaller rate until an epoch, then the initial one: <c>lr = lr₀ · factor</c> before epoch total_iters, <c>lr₀</c> from then on.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="factor">The factor, 0..1.</param>
            /// <param name="total_iters">The epoch from which the initial rate counts.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentOutOfRangeException">The factor is outside 0..1, or total_iters is negative.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.ConstantLR.html"/>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.ConstantLR"/>
                public sealed class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _totalIters;

                    internal ConstantLR(Optimizer optimizer, double factor, int total_iters, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        InRange(nameof(factor), factor, factor is >= 0 and <= 1, "in 0..1");
                        AtLeast(nameof(total_iters), total_iters, 0);
                        _factor = factor;
                        _totalIters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0) return Scaled(_factor);
                        if (LastEpoch != _totalIters) return Scaled(1);
                        // A factor of 0 leaves nothing to multiply.
                        return _factor == 0 ? BaseRates : Scaled(1 / _factor);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => BaseRates.Select(rate => LastEpoch >= _totalIters ? rate : rate * _factor);
                }
            }
        }
    }
}
