namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with one result whose backward pass is written in C#.</summary>
        /// <typeparam name="T">The deriving class itself, of which one object serves all calls: keep what a call needs in the context.</typeparam>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/notes/extending.html"/>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Calls the operation.</summary>
            /// <param name="vars">Tensors and other arguments; tensors inside of lists take no part in the graph.</param>
            /// <returns>The result (*), which belongs to the graph if a tensor among the arguments does.</returns>
            public static Tensor apply(params object?[] vars) => Apply(vars)[0];

            /// <summary>Computes the result; nothing in here is recorded.</summary>
            /// <param name="ctx">Keeps what the backward pass needs.</param>
            /// <param name="vars">The arguments of <see cref="apply"/>.</param>
            /// <returns>The result (*).</returns>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>Computes gradients.</summary>
            /// <param name="ctx">What the forward pass kept.</param>
            /// <param name="grad_output">The gradient with respect to the result, of its shape.</param>
            /// <returns>One gradient for each argument of <see cref="apply"/>, null where it is no tensor or needs none.</returns>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> ForwardAll(AutogradContext ctx, object?[] vars) => [forward(ctx, vars!)];

            internal sealed override List<Tensor?> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs) => [.. backward(ctx, grad_outputs[0])];
        }

        /// <summary>An operation with several results whose backward pass is written in C#.</summary>
        /// <typeparam name="T">The deriving class itself, of which one object serves all calls: keep what a call needs in the context.</typeparam>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/notes/extending.html"/>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Calls the operation.</summary>
            /// <param name="vars">Tensors and other arguments; tensors inside of lists take no part in the graph.</param>
            /// <returns>The results, which belong to the graph if a tensor among the arguments does.</returns>
            public static List<Tensor> apply(params object?[] vars) => Apply(vars);

            /// <summary>Computes the results; nothing in here is recorded.</summary>
            /// <param name="ctx">Keeps what the backward pass needs.</param>
            /// <param name="vars">The arguments of <see cref="apply"/>.</param>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>Computes gradients.</summary>
            /// <param name="ctx">What the forward pass kept.</param>
            /// <param name="grad_outputs">The gradient with respect to each result, of its shape.</param>
            /// <returns>One gradient for each argument of <see cref="apply"/>, null where it is no tensor or needs none.</returns>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> ForwardAll(AutogradContext ctx, object?[] vars) => forward(ctx, vars!);

            internal sealed override List<Tensor?> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs) => [.. backward(ctx, grad_outputs)];
        }
    }
}
