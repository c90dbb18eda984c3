using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers: they change parameters by their gradients.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html"/>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html"/>
    public static partial class optim
    {
        /// <summary>A learning rate that can be read and set while training.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate at construction, from which schedules start.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>The base of every optimizer.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#torch.optim.Optimizer"/>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>For optimizers of one's own; built-in ones are written in C# as well.</summary>
            /// <param name="handle">Has no meaning here: there are no native optimizers. Pass 0.</param>
            protected Optimizer(nint handle) => _ = handle;

            /// <summary>The groups of parameters with their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            /// <summary>All parameters of all groups.</summary>
            /// <returns>The parameters; their modules keep them.</returns>
            public virtual IEnumerable<Parameter> parameters() => [];

            /// <summary>Adds a group of parameters with options of its own.</summary>
            /// <param name="param_group">The group, of the optimizer's own kind.</param>
            public virtual void add_param_group(ParamGroup param_group) =>
                throw new InvalidOperationException($"{GetType().Name} takes its parameters at construction: add_param_group is not possible.");

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">True frees the gradients, which is faster; false fills them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
            }

            /// <summary>Changes the parameters by their gradients.</summary>
            /// <param name="closure">Computes the loss and its gradients anew; may be null.</param>
            /// <returns>The closure's loss, a scalar, which the caller disposes; null without a closure.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Frees the optimizer's state; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the optimizer's state.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>What an optimizer remembers: the options of each group and the state of each parameter.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary(List<OptimizerOptions> options, List<OptimizerState> state)
                {
                    Options = options;
                    State = state;
                }

                /// <summary>The options of each group, in the order of the groups.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>The state of each parameter, in the order of <see cref="Optimizer.parameters"/>; the optimizer keeps the tensors.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
