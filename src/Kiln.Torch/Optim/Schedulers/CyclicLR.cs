namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A rate that goes up and down between two bounds, while the momentum goes the other way. Step after each batch.</summary>
            /// <param name="optimizer">The optimizer whose rates are changed.</param>
            /// <param name="base_lr">The lower bound, which is the first rate.</param>
            /// <param name="max_lr">The upper bound.</param>
            /// <param name="step_size_up">The number of steps from the lower bound to the upper.</param>
            /// <param name="step_size_down">The number of steps back; −1 is as many as up.</param>
            /// <param name="mode">How the height of the cycles changes, unless scale_fn is given: not at all, halved each cycle, or by gamma to the number of steps.</param>
            /// <param name="gamma">The base of <c>ExpRange</c>.</param>
            /// <param name="scale_fn">The factor of a cycle's height, of the number of the cycle (from 1) or of steps (from 0).</param>
            /// <param name="scale_mode">What scale_fn is given: the number of the cycle or of steps.</param>
            /// <param name="cycle_momentum">Whether the momentum is cycled.</param>
            /// <param name="base_momentum">The momentum at the upper bound of the rate.</param>
            /// <param name="max_momentum">The momentum at the lower bound of the rate.</param>
            /// <param name="last_epoch">The number of the last step of a training that goes on; −1 starts anew.</param>
            /// <param name="verbose">Whether every step prints the rates.</param>
            /// <returns>The scheduler; it has taken its first step.</returns>
            /// <exception cref="ArgumentException">The optimizer has no momentum to cycle, or a number of steps is below 1.</exception>
            /// <remarks>Values are PyTorch's: TorchSharp 0.107 lets the momentum rise above its upper bound, and gives gamma's power in ExpRange the number of the cycle.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.CyclicLR.html"/>
            public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                CyclicLR(optimizer, Repeated(optimizer, base_lr), Repeated(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, Repeated(optimizer, base_momentum), Repeated(optimizer, max_momentum), last_epoch, verbose);

            /// <inheritdoc cref="CyclicLR(Optimizer, double, double, int, int, impl.CyclicLR.Mode, double, Func{double, double}, impl.CyclicLR.ScaleMode, bool, double, double, int, bool)"/>
            /// <remarks>Bounds are given for each group; momenta that are null are 0.8 and 0.9.</remarks>
            public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
            {
                var scale = impl.CyclicLR.Scale.Of(mode, gamma, scale_fn, scale_mode);
                var momentum = cycle_momentum ? (base_momentum ?? Repeated(optimizer, 0.8), max_momentum ?? Repeated(optimizer, 0.9)) : ((IEnumerable<double>, IEnumerable<double>)?)null;
                return new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down == -1 ? step_size_up : step_size_down, scale, momentum, last_epoch, verbose);
            }

            private static IEnumerable<double> Repeated(Optimizer optimizer, double value)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                return optimizer.ParamGroups.Select(_ => value);
            }

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.CyclicLR(Optimizer, double, double, int, int, Mode, double, Func{double, double}, ScaleMode, bool, double, double, int, bool)"/>
                public sealed class CyclicLR : LRScheduler
                {
                    private readonly double _length;
                    private readonly double _rise;
                    private readonly double[] _highest;
                    private readonly Scale _scale;
                    private readonly CycledMomentum[] _momenta = [];
                    private readonly double[] _lowestMomentum = [];
                    private readonly double[] _highestMomentum = [];

                    internal CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up, int step_size_down, Scale scale, (IEnumerable<double> Base, IEnumerable<double> Max)? momentum, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        AtLeast(nameof(step_size_up), step_size_up, 1);
                        AtLeast(nameof(step_size_down), step_size_down, 1);
                        _length = (double)step_size_up + step_size_down;
                        _rise = step_size_up / _length;
                        _scale = scale;
                        BaseRates = ForEachGroup(nameof(base_lr), base_lr);
                        _highest = ForEachGroup(nameof(max_lr), max_lr);
                        if (momentum is { } bounds)
                        {
                            _momenta = CycledMomentum.OfAll(Name, optimizer, orBeta: false);
                            _lowestMomentum = ForEachGroup("base_momentum", bounds.Base);
                            _highestMomentum = ForEachGroup("max_momentum", bounds.Max);
                        }
                        if (last_epoch == -1)
                            foreach (var (group, rate) in Groups.Zip(BaseRates)) group.InitialLearningRate = group.LearningRate = rate;
                        step();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>All cycles are of one height.</summary>
                        Triangular,

                        /// <summary>Each cycle is half as high as the one before.</summary>
                        Triangular2,

                        /// <summary>The height is multiplied by gamma at each step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the function of a cycle's height is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of steps, from 0.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + LastEpoch / _length);
                        double x = 1 + LastEpoch / _length - cycle;
                        double height = (x <= _rise ? x / _rise : (x - 1) / (_rise - 1)) * _scale.At(cycle, LastEpoch);
                        for (int i = 0; i < _momenta.Length; i++)
                            _momenta[i].Set(_highestMomentum[i] - (_highestMomentum[i] - _lowestMomentum[i]) * height);
                        return BaseRates.Zip(_highest, (low, high) => low + (high - low) * height);
                    }

                    /// <summary>The factor of a cycle's height.</summary>
                    internal sealed record Scale(Func<double, double> Function, bool OfCycle)
                    {
                        public static Scale Of(Mode mode, double gamma, Func<double, double>? custom, ScaleMode customMode) => (custom, mode) switch
                        {
                            ({ }, _) => new(custom, customMode == ScaleMode.Cycle),
                            (null, Mode.Triangular) => new(_ => 1, true),
                            (null, Mode.Triangular2) => new(cycle => 1 / Math.Pow(2, cycle - 1), true),
                            (null, Mode.ExpRange) => new(steps => Math.Pow(gamma, steps), false),
                            _ => throw new ArgumentOutOfRangeException(nameof(mode), $"CyclicLR: expected mode Triangular, Triangular2 or ExpRange, got {mode}."),
                        };

                        public double At(double cycle, int steps) => Function(OfCycle ? cycle : steps);
                    }
                }
            }
        }
    }
}
