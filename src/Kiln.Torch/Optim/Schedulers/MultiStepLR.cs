namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the rate by gamma at each milestone: <c>lr = lr₀ · γ^(milestones passed)</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="milestones">The epochs of the changes; one that appears twice counts twice.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentNullException">There is no optimizer or no list of milestones.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.MultiStepLR.html"/>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.MultiStepLR"/>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    internal MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        _milestones = [.. milestones];
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Scaled(Math.Pow(_gamma, _milestones.Count(milestone => milestone == LastEpoch)));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double factor = Math.Pow(_gamma, _milestones.Count(milestone => milestone <= LastEpoch));
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }
        }
    }
}
