namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>One scheduler after another: each takes over at its milestone and starts there from its own epoch 0.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="schedulers">The schedulers, all of this optimizer.</param>
            /// <param name="milestones">The epochs at which the second and every later scheduler takes over, rising.</param>
            /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
            /// <returns>The scheduler; its first scheduler has taken its first step.</returns>
            /// <exception cref="ArgumentException">A scheduler is of another optimizer, or the number of milestones is not one less than that of schedulers.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.SequentialLR.html"/>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, [.. schedulers], [.. milestones], last_epoch);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.SequentialLR"/>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    internal SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last_epoch) : base(optimizer, last_epoch)
                    {
                        int other = Array.FindIndex(schedulers, scheduler => scheduler.Optimizer != optimizer);
                        if (other >= 0)
                            throw new ArgumentException($"SequentialLR: expected schedulers of the optimizer that is given, but number {other} is of another.", nameof(schedulers));
                        if (schedulers.Length == 0 || milestones.Length != schedulers.Length - 1)
                            throw new ArgumentException($"SequentialLR: expected one milestone less than schedulers, got {milestones.Length} milestones and {schedulers.Length} schedulers.", nameof(milestones));
                        _schedulers = schedulers;
                        _milestones = milestones;
                        LastEpoch++;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override void step(int? epoch) => Pass(epoch, static (scheduler, own, _) => scheduler.step(own), 0);

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null) =>
                        Pass(epoch, static (scheduler, own, metric) => scheduler.step(metric, own), current);

                    // Making the schedulers, each changed the rates already: undo that, and let only the first one begin.
                    private void Start()
                    {
                        foreach (var group in Groups) group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers) scheduler.LastEpoch--;
                        _schedulers[0].StepCount = 0;
                        _schedulers[0].step();
                        TakeRatesOfGroups();
                    }

                    private void Pass(int? epoch, Action<LRScheduler, int?, double> step, double metric)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        int index = _milestones.Count(milestone => milestone <= LastEpoch);
                        bool begins = index > 0 && _milestones[index - 1] == LastEpoch;
                        step(_schedulers[index], begins ? 0 : null, metric);
                        TakeRatesOfGroups();
                    }
                }
            }
        }
    }
}
