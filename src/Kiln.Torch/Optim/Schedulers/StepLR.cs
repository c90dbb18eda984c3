namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the rate by gamma every so many epochs: <c>lr = lr₀ · γ^⌊epoch / step_size⌋</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="step_size">The number of epochs between two changes.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentOutOfRangeException">step_size is below 1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.StepLR.html"/>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.StepLR"/>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int _stepSize;
                    private readonly double _gamma;

                    internal StepLR(Optimizer optimizer, int step_size, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        AtLeast(nameof(step_size), step_size, 1);
                        _stepSize = step_size;
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Scaled(LastEpoch == 0 || LastEpoch % _stepSize != 0 ? 1 : _gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double factor = Math.Pow(_gamma, LastEpoch / _stepSize);
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }
        }
    }
}
