namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>One cycle over the whole training: the rate rises to its highest, then falls far below its first, while the momentum goes the other way. Step after each batch.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="total_steps">The number of steps of the training; −1 takes epochs times steps_per_epoch.</param>
            /// <param name="epochs">The number of epochs.</param>
            /// <param name="steps_per_epoch">The number of steps of an epoch.</param>
            /// <param name="pct_start">The fraction of steps in which the rate rises, 0..1.</param>
            /// <param name="anneal_strategy">Whether rates change along a cosine or a line.</param>
            /// <param name="cycle_momentum">Whether the momentum, or the first beta, is cycled.</param>
            /// <param name="base_momentum">The momentum at the highest rate.</param>
            /// <param name="max_momentum">The momentum at both ends.</param>
            /// <param name="div_factor">The highest rate divided by the first.</param>
            /// <param name="final_div_factor">The first rate divided by the last.</param>
            /// <param name="three_phase">Whether the fall to the first rate mirrors the rise and a third phase goes on to the last rate.</param>
            /// <param name="last_epoch">The number of the last step of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentException">No number of steps is given or one is below 1, pct_start is outside 0..1, or the optimizer has neither momentum nor betas to cycle.</exception>
            /// <remarks>A phase without a step, as that of pct_start 0.1 of 10 steps, is passed over, where PyTorch divides by zero.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.OneCycleLR.html"/>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1E4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                OneCycleLR(optimizer, Repeated(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, Repeated(optimizer, base_momentum), Repeated(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <inheritdoc cref="OneCycleLR(Optimizer, double, int, int, int, double, impl.OneCycleLR.AnnealStrategy, bool, double, double, double, double, bool, int, bool)"/>
            /// <remarks>Rates and momenta are given for each group; momenta that are null are 0.85 and 0.95.</remarks>
            public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1E4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
            {
                int steps = impl.OneCycleLR.StepsOf(total_steps, epochs, steps_per_epoch);
                var momentum = cycle_momentum ? (base_momentum ?? Repeated(optimizer, 0.85), max_momentum ?? Repeated(optimizer, 0.95)) : ((IEnumerable<double>, IEnumerable<double>)?)null;
                var shape = new impl.OneCycleLR.Shape(steps, pct_start, anneal_strategy, div_factor, final_div_factor, three_phase);
                return new impl.OneCycleLR(optimizer, max_lr, shape, momentum, last_epoch, verbose);
            }

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.OneCycleLR(Optimizer, double, int, int, int, double, AnnealStrategy, bool, double, double, double, double, bool, int, bool)"/>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly Shape _shape;
                    private readonly Phase[] _phases;
                    private readonly CycledMomentum[] _momenta = [];
                    private readonly Levels[] _rates;
                    private readonly Levels[] _momentumLevels = [];

                    internal OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, Shape shape, (IEnumerable<double> Base, IEnumerable<double> Max)? momentum, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        InRange("pct_start", shape.RisingPart, shape.RisingPart is >= 0 and <= 1, "in 0..1");
                        _shape = shape;
                        _phases = shape.Phases();
                        _rates = [.. ForEachGroup(nameof(max_lr), max_lr).Select(rate => new Levels(rate / shape.Div, rate, rate / shape.Div / shape.FinalDiv))];
                        if (momentum is { } bounds)
                        {
                            _momenta = CycledMomentum.OfAll(Name, optimizer, orBeta: true);
                            var low = ForEachGroup("base_momentum", bounds.Base);
                            var high = ForEachGroup("max_momentum", bounds.Max);
                            _momentumLevels = [.. low.Zip(high, (atPeak, atEnds) => new Levels(atEnds, atPeak, atEnds))];
                        }
                        if (last_epoch == -1)
                            foreach (var (group, rates) in Groups.Zip(_rates)) group.InitialLearningRate = rates.First;
                        BaseRates = [.. _rates.Select(rates => rates.First)];
                        step();
                    }

                    /// <summary>Along what rates and momenta change.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>A cosine.</summary>
                        Cos,

                        /// <summary>A line.</summary>
                        Linear,
                    }

                    internal static int StepsOf(int total_steps, int epochs, int steps_per_epoch)
                    {
                        if (total_steps == -1 && epochs == -1 && steps_per_epoch == -1)
                            throw new ArgumentException("OneCycleLR: expected the number of steps, got none. Give total_steps, or epochs and steps_per_epoch.", nameof(total_steps));
                        return total_steps == -1
                            ? Positive(nameof(epochs), epochs) * Positive(nameof(steps_per_epoch), steps_per_epoch)
                            : Positive(nameof(total_steps), total_steps);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > _shape.Steps)
                            throw new InvalidOperationException($"OneCycleLR.step: expected at most {_shape.Steps} steps, got {LastEpoch + 1}. Call step() once a batch and give total_steps of the whole training.");
                        int phase = Array.FindIndex(_phases, candidate => LastEpoch <= candidate.End);
                        if (phase < 0) phase = _phases.Length - 1;
                        double start = phase == 0 ? 0 : _phases[phase - 1].End;
                        double length = _phases[phase].End - start;
                        double part = length == 0 ? 1 : (LastEpoch - start) / length;
                        for (int i = 0; i < _momenta.Length; i++)
                            _momenta[i].Set(Between(_phases[phase], _momentumLevels[i], part));
                        return _rates.Select(rates => Between(_phases[phase], rates, part));
                    }

                    private double Between(Phase phase, Levels levels, double part)
                    {
                        double from = levels.At(phase.From), to = levels.At(phase.To);
                        return _shape.Strategy == AnnealStrategy.Cos
                            ? to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1)
                            : (to - from) * part + from;
                    }

                    private static int Positive(string name, int value) => value > 0
                        ? value
                        : throw new ArgumentOutOfRangeException(name, $"OneCycleLR: expected {name} of at least 1, got {value}.");

                    internal enum Level
                    {
                        First,
                        Peak,
                        Last,
                    }

                    /// <summary>The values of a rate or a momentum at the three turning points.</summary>
                    internal sealed record Levels(double First, double Peak, double Last)
                    {
                        public double At(Level level) => level switch
                        {
                            Level.First => First,
                            Level.Peak => Peak,
                            _ => Last,
                        };
                    }

                    internal sealed record Phase(double End, Level From, Level To);

                    /// <summary>The course of the cycle.</summary>
                    internal sealed record Shape(int Steps, double RisingPart, AnnealStrategy Strategy, double Div, double FinalDiv, bool HasThreePhases)
                    {
                        internal Phase[] Phases()
                        {
                            var rise = new Phase(RisingPart * Steps - 1, Level.First, Level.Peak);
                            return HasThreePhases
                                ? [rise, new Phase(2 * RisingPart * Steps - 2, Level.Peak, Level.First), new Phase(Steps - 1, Level.First, Level.Last)]
                                : [rise, new Phase(Steps - 1, Level.Peak, Level.Last)];
                        }
                    }
                }
            }
        }
    }
}
