namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Steps several schedulers together: each changes the rates that the one before it left.</summary>
            /// <param name="schedulers">The schedulers, of one optimizer.</param>
            /// <returns>The scheduler.</returns>
            /// <exception cref="ArgumentException">There are no schedulers, or they belong to different optimizers.</exception>
            /// <remarks>PyTorch's name is ChainedScheduler.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.ChainedScheduler.html"/>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.ChainedLR"/>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    internal ChainedLR(IEnumerable<LRScheduler> schedulers) : this([.. schedulers])
                    {
                    }

                    private ChainedLR(LRScheduler[] schedulers) : base(OptimizerOf(schedulers)) => _schedulers = schedulers;

                    /// <inheritdoc/>
                    public override void step(int? epoch)
                    {
                        foreach (var scheduler in _schedulers) scheduler.step(epoch);
                        TakeRatesOfGroups();
                    }

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null)
                    {
                        foreach (var scheduler in _schedulers) scheduler.step(current, epoch);
                        TakeRatesOfGroups();
                    }

                    private static Optimizer OptimizerOf(LRScheduler[] schedulers)
                    {
                        if (schedulers.Length == 0)
                            throw new ArgumentException("ChainedLR: expected schedulers, got none.", nameof(schedulers));
                        int other = Array.FindIndex(schedulers, scheduler => scheduler.Optimizer != schedulers[0].Optimizer);
                        return other < 0
                            ? schedulers[0].Optimizer!
                            : throw new ArgumentException($"ChainedLR: expected schedulers of one optimizer, but 0 and {other} have different ones.", nameof(schedulers));
                    }
                }
            }
        }
    }
}
