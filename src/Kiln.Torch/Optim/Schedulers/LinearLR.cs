namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A factor that changes linearly until an epoch: <c>lr = lr₀ · (start + (end − start) · min(epoch, total_iters) / total_iters)</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="start_factor">The factor of epoch 0, above 0 and at most 1.</param>
            /// <param name="end_factor">The factor from epoch total_iters on, 0..1.</param>
            /// <param name="total_iters">The number of epochs of the change.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentOutOfRangeException">A factor is outside its range, or total_iters is below 1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.LinearLR.html"/>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.LinearLR"/>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _totalIters;

                    internal LinearLR(Optimizer optimizer, double start_factor, double end_factor, int total_iters, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        InRange(nameof(start_factor), start_factor, start_factor is > 0 and <= 1, "above 0 and at most 1");
                        InRange(nameof(end_factor), end_factor, end_factor is >= 0 and <= 1, "in 0..1");
                        AtLeast(nameof(total_iters), total_iters, 1);
                        _start = start_factor;
                        _end = end_factor;
                        _totalIters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0) return Scaled(_start);
                        if (LastEpoch > _totalIters) return Scaled(1);
                        return Scaled(1 + (_end - _start) / (_totalIters * _start + (LastEpoch - 1) * (_end - _start)));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double factor = _start + (_end - _start) * Math.Min(_totalIters, LastEpoch) / _totalIters;
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }
        }
    }
}
