namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#how-to-adjust-learning-rate"/>
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rates of an optimizer while it trains: call <see cref="step()"/> after each epoch, or after each batch where the schedule counts batches.</summary>
            /// <remarks>Each group of parameters starts from its <see cref="ILearningRateController.InitialLearningRate"/>. A scheduler of one's own
            /// overrides <see cref="get_lr"/> and calls <see cref="step()"/> at the end of its constructor.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#how-to-adjust-learning-rate"/>
            public abstract class LRScheduler
            {
                private readonly Optimizer? _optimizer;
                private readonly bool _verbose;
                private double[] _lastRates = [];

                /// <summary>For schedulers that only pass steps on to others.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>Starts a schedule; the first step is for the constructor of the derived class to take.</summary>
                /// <param name="optimizer">The optimizer whose rates are changed.</param>
                /// <param name="last_epoch">The number of the last epoch of a training that goes on; −1 starts anew.</param>
                /// <param name="verbose">Whether every step prints the rates.</param>
                /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
                /// <exception cref="ArgumentOutOfRangeException">The number of the last epoch is below −1.</exception>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    if (last_epoch < -1)
                        throw new ArgumentOutOfRangeException(nameof(last_epoch), $"{Name}: expected last_epoch of at least -1, got {last_epoch}. Leave it out to start anew.");
                    _optimizer = optimizer;
                    _verbose = verbose;
                    LastEpoch = last_epoch;
                    BaseRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    TakeRatesOfGroups();
                }

                /// <summary>The optimizer, or null for a scheduler that only passes steps on.</summary>
                internal Optimizer? Optimizer => _optimizer;

                internal int LastEpoch { get; set; }

                /// <summary>How many steps were taken, the one in progress included.</summary>
                internal int StepCount { get; set; }

                /// <summary>The rates from which the schedule starts, one for each group.</summary>
                private protected double[] BaseRates { get; set; } = [];

                private protected List<ILearningRateController> Groups => [.. _optimizer!.ParamGroups];

                private protected bool IsVerbose => _verbose;

                private protected string Name => GetType().Name;

                /// <summary>Goes on to the next epoch and sets the learning rates.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes on to an epoch and sets the learning rates.</summary>
                /// <param name="epoch">The epoch, whose rates are computed without history where a formula exists; null goes on to the next.</param>
                /// <exception cref="ArgumentOutOfRangeException">The epoch is negative.</exception>
                public virtual void step(int? epoch)
                {
                    if (epoch < 0) throw new ArgumentOutOfRangeException(nameof(epoch), $"{Name}.step: expected an epoch of at least 0, got {epoch}.");
                    StepCount++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    double[] rates = [.. epoch is null ? get_lr() : get_closed_form_lr()];
                    int index = 0;
                    foreach (var (group, rate) in Groups.Zip(rates))
                    {
                        group.LearningRate = rate;
                        if (_verbose) Console.WriteLine(FormattableString.Invariant($"Adjusting learning rate of group {index++} to {rate:0.0000e+00}."));
                    }
                    TakeRatesOfGroups();
                }

                /// <summary>Goes on to the next epoch with the newest value of a metric, which only <c>ReduceLROnPlateau</c> looks at.</summary>
                /// <param name="current">The value of the metric.</param>
                /// <param name="epoch">The epoch; null goes on to the next.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>Computes the learning rates of the next epoch from those of the last. Called once a step.</summary>
                /// <returns>A rate for each group.</returns>
                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                /// <summary>Computes the learning rates of an epoch without history, where a formula exists.</summary>
                /// <returns>A rate for each group.</returns>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The learning rates that the last step set.</summary>
                /// <returns>A rate for each group.</returns>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>The rates of the groups, each multiplied.</summary>
                private protected IEnumerable<double> Scaled(double factor) => Groups.Select(group => group.LearningRate * factor);

                /// <summary>Remembers the present rates for <see cref="get_last_lr"/>.</summary>
                private protected void TakeRatesOfGroups() => TakeRates(Groups.Select(group => group.LearningRate));

                private protected void TakeRates(IEnumerable<double> rates) => _lastRates = [.. rates];

                /// <summary>A value for each group.</summary>
                private protected double[] ForEachGroup(string name, IEnumerable<double> values)
                {
                    double[] all = [.. values];
                    int count = Groups.Count;
                    return all.Length == count
                        ? all
                        : throw new ArgumentException($"{Name}: expected {count} values of {name}, one for each group of parameters, got {all.Length}.", name);
                }

                private protected void AtLeast(string name, int value, int least)
                {
                    if (value < least) throw new ArgumentOutOfRangeException(name, $"{Name}: expected {name} of at least {least}, got {value}.");
                }

                private protected void InRange(string name, double value, bool holds, string range)
                {
                    if (!holds) throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{Name}: expected {name} {range}, got {value}."));
                }
            }

            /// <summary>The schedulers behind the factories of <see cref="lr_scheduler"/>.</summary>
            public static partial class impl
            {
            }
        }
    }
}
