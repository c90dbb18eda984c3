namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The initial rate times a function of the epoch: <c>lr = lr₀ · f(epoch)</c>.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="lr_lambda">The factor of an epoch, from 0.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentNullException">There is no optimizer or no function.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.LambdaLR.html"/>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.LambdaLR"/>
                public sealed class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double> _factor;

                    internal LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambda);
                        _factor = lr_lambda;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double factor = _factor(LastEpoch);
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }
        }
    }
}
