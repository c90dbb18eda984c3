using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>L-BFGS: steps along a direction that the last gradients bend, for whole-set training. <c>step</c> needs a closure.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="lr">The length of a step, as a part of the direction.</param>
            /// <param name="max_iter">The most iterations of a call of <c>step</c>.</param>
            /// <param name="max_eval">The most evaluations of the closure in a call of <c>step</c>; null is five quarters of max_iter.</param>
            /// <param name="tolerange_grad">Iterations end when no gradient is larger.</param>
            /// <param name="tolerance_change">Iterations end when the loss, or every weight, changes by less.</param>
            /// <param name="history_size">The number of past gradients that bend the direction.</param>
            /// <returns>The optimizer; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">There are no parameters, or a number is out of its range.</exception>
            /// <remarks>Without a line search, as in TorchSharp.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.LBFGS.html"/>
            public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1E-05, double tolerance_change = 1E-09, long history_size = 100) =>
                new(parameters, lr, new LbfgsLimits(max_iter, max_eval ?? max_iter * 5 / 4, tolerange_grad, tolerance_change, history_size));

            /// <inheritdoc cref="LBFGS(IEnumerable{Parameter}, double, long, long?, double, double, long)"/>
            /// <remarks>Takes parameters with their names, which it does not use.</remarks>
            public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1E-05, double tolerance_change = 1E-09, long history_size = 100) =>
                LBFGS(parameters.Select(entry => entry.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
        }
    }
}

namespace TorchSharp.Modules
{
    using static torch;

    /// <summary>L-BFGS without line search. All parameters are one group.</summary>
    /// <remarks>Source: PyTorch, torch.optim.LBFGS; Nocedal and Wright 2006, algorithm 7.4.</remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.LBFGS.html"/>
    public sealed class LBFGS : Optimizer, ILearningRateController
    {
        private readonly Parameter[] _parameters;
        private readonly ParamGroup _group;
        private readonly LbfgsLimits _limits;
        private readonly LbfgsDirection _direction;

        internal LBFGS(IEnumerable<Parameter> parameters, double lr, LbfgsLimits limits) : base(0)
        {
            _parameters = [.. parameters];
            if (_parameters.Length == 0)
                throw new ArgumentException("LBFGS: expected parameters, got none. Pass model.parameters() of a module with layers (RegisterComponents finds those in fields).", nameof(parameters));
            limits.Check();
            _group = new ParamGroup { Parameters = _parameters, Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr } };
            _group.Options.Check("LBFGS");
            _limits = limits;
            _direction = new LbfgsDirection(limits.HistorySize);
        }

        /// <inheritdoc/>
        public double LearningRate
        {
            get => _group.LearningRate;
            set => _group.LearningRate = value;
        }

        /// <inheritdoc/>
        public double InitialLearningRate
        {
            get => _group.InitialLearningRate;
            set => _group.InitialLearningRate = value;
        }

        /// <inheritdoc/>
        public override IEnumerable<ILearningRateController> ParamGroups => [_group];

        /// <inheritdoc/>
        public override IEnumerable<Parameter> parameters() => _parameters;

        /// <inheritdoc/>
        public override void zero_grad(bool set_to_none = true)
        {
            foreach (var parameter in _parameters)
            {
                if (set_to_none) parameter.grad = null;
                else if (parameter.grad is { } gradient) gradient.zero_();
            }
        }

        /// <summary>Iterates until the weights or the loss stand still, or a limit is reached.</summary>
        /// <param name="closure">Clears the gradients, computes the loss, calls <c>backward()</c> and returns the loss; called up to max_eval times.</param>
        /// <returns>The loss before the first iteration, a scalar, which the caller disposes.</returns>
        /// <exception cref="ArgumentNullException">There is no closure.</exception>
        public override Tensor step(Func<Tensor>? closure = null)
        {
            if (closure is null)
                throw new ArgumentNullException(nameof(closure), "LBFGS.step: expected a closure that clears the gradients, computes the loss, calls backward() and returns the loss.");
            using var off = no_grad();
            var first = Evaluate(closure);
            _direction.Gradient = FlatGradient();
            if (LargestOf(_direction.Gradient) > _limits.ToleranceGrad) Iterate(closure, NumberOf(first));
            return first;
        }

        private void Iterate(Func<Tensor> closure, double loss)
        {
            for (long iteration = 1, evaluations = 1; iteration <= _limits.MaxIter; iteration++)
            {
                double previousLoss = loss;
                double slope = _direction.Turn(LearningRate);
                if (slope > -_limits.ToleranceChange) return;
                Move();
                // Nobody looks at the gradient after the last iteration.
                if (iteration == _limits.MaxIter) return;
                loss = NumberOf(Evaluate(closure));
                _direction.Gradient = FlatGradient();
                if (++evaluations >= _limits.MaxEval || LargestOf(_direction.Gradient) <= _limits.ToleranceGrad) return;
                if (LargestOf(_direction.Current!) * _direction.Rate <= _limits.ToleranceChange || Math.Abs(loss - previousLoss) < _limits.ToleranceChange) return;
            }
        }

        private static Tensor Evaluate(Func<Tensor> closure)
        {
            using var on = enable_grad();
            return closure();
        }

        private void Move()
        {
            using var scope = NewDisposeScope();
            long offset = 0;
            foreach (var parameter in _parameters)
            {
                long count = parameter.numel();
                parameter.add_(_direction.Current!.narrow(0, offset, count).view_as(parameter), _direction.Rate);
                offset += count;
            }
        }

        private Tensor FlatGradient()
        {
            using var scope = NewDisposeScope();
            return cat(Array.ConvertAll(_parameters, parameter => (parameter.grad ?? zeros_like(parameter)).reshape(-1))).DetachFromDisposeScope();
        }

        private static double LargestOf(Tensor tensor)
        {
            using var scope = NewDisposeScope();
            return NumberOf(tensor.abs().max());
        }

        private static double NumberOf(Tensor tensor)
        {
            using var number = tensor.to_type(ScalarType.Float64, copy: true);
            return number.item<double>();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing) _direction.Dispose();
        }
    }
}
