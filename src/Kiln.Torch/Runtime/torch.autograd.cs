namespace TorchSharp;

public static partial class torch
{
    /// <summary>Backward passes over several tensors.</summary>
    /// <remarks>Source: https://pytorch.org/docs/1.13/autograd.html.</remarks>
    public static partial class autograd
    {
        /// <summary>Adds the gradients of the sum of tensors to <c>grad</c> of the leaves.</summary>
        /// <param name="tensors">What to differentiate.</param>
        /// <param name="grad_tensors">A gradient for each, of its shape; may be left out for tensors of one element.</param>
        /// <param name="retain_graph">Keeps the history for another pass; if left out, as <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Records the pass itself, for higher derivatives.</param>
        /// <param name="inputs">The leaves to compute gradients for; all if left out.</param>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([.. tensors], [.. grad_tensors ?? []], retain_graph, create_graph, [.. inputs ?? []]);

        /// <summary>Adds the gradients of a tensor to <c>grad</c> of the leaves.</summary>
        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], [.. grad_tensors ?? []], retain_graph, create_graph, [.. inputs ?? []]);

        /// <summary>Adds the gradients of a tensor to <c>grad</c> of the leaves.</summary>
        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], [grad_tensor], retain_graph, create_graph, [.. inputs ?? []]);

        /// <summary>The gradients of outputs with respect to inputs; no <c>grad</c> is changed.</summary>
        /// <param name="outputs">What to differentiate.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">A gradient for each output; may be left out for outputs of one element.</param>
        /// <param name="retain_graph">Keeps the history for another pass.</param>
        /// <param name="create_graph">Records the pass itself, for higher derivatives.</param>
        /// <param name="allow_unused">Gives null for an input that no output depends on, instead of failing.</param>
        /// <returns>One gradient for each input, of its shape.</returns>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false) =>
            Grad([.. outputs], [.. inputs], [.. grad_outputs ?? []], retain_graph || create_graph, create_graph, allow_unused);

        internal static unsafe void Backward(ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor> grads, bool? retainGraph, bool createGraph, ReadOnlySpan<Tensor> inputs)
        {
            Span<nint> tensorHandles = stackalloc nint[tensors.Length];
            Span<nint> gradHandles = new nint[grads.Length];
            Span<nint> inputHandles = new nint[inputs.Length];
            Value.Handles(tensors, tensorHandles);
            Value.Handles(grads, gradHandles);
            Value.Handles(inputs, inputHandles);
            fixed (nint* t = tensorHandles, g = gradHandles, i = inputHandles)
            {
                var retain = retainGraph is { } choice ? (choice ? 1 : 0) : -1;
                Native.Check(Native.kiln_backward(t, tensors.Length, g, grads.Length, retain, createGraph ? 1 : 0, i, inputs.Length), "backward");
            }
            Value.KeepAlive(tensors);
            Value.KeepAlive(grads);
            Value.KeepAlive(inputs);
        }

        private static unsafe Tensor[] Grad(Tensor[] outputs, Tensor[] inputs, Tensor[] grads, bool retainGraph, bool createGraph, bool allowUnused)
        {
            var outputHandles = new nint[outputs.Length];
            var inputHandles = new nint[inputs.Length];
            var gradHandles = new nint[grads.Length];
            var results = new nint[inputs.Length];
            Value.Handles(outputs, outputHandles);
            Value.Handles(inputs, inputHandles);
            Value.Handles(grads, gradHandles);
            fixed (nint* o = outputHandles, i = inputHandles, g = gradHandles, r = results)
                Native.Check(
                    Native.kiln_grad(o, outputs.Length, i, inputs.Length, g, grads.Length, retainGraph ? 1 : 0, createGraph ? 1 : 0, allowUnused ? 1 : 0, r),
                    "autograd.grad");
            Value.KeepAlive(outputs);
            Value.KeepAlive(inputs);
            Value.KeepAlive(grads);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }
    }
}
