namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for <see cref="backward()"/>.</summary>
        /// <exception cref="TorchException">The elements are not floating-point numbers, or the tensor is not a leaf.</exception>
        public unsafe bool requires_grad
        {
            get => Has(TensorFlags.RequiresGrad);
            set
            {
                Native.Check(Native.kiln_set_requires_grad(Handle, value ? 1 : 0), "requires_grad");
                GC.KeepAlive(this);
            }
        }

        /// <summary>The gradient that backward passes have summed up, of the tensor's shape; null before the first.</summary>
        /// <remarks>Every read makes a new object around the same native gradient, owned by the current scope.</remarks>
        public unsafe Tensor? grad
        {
            get
            {
                nint handle;
                Native.Check(Native.kiln_get_grad(Handle, &handle), "grad");
                GC.KeepAlive(this);
                return handle == 0 ? null : new Tensor(handle);
            }
            set
            {
                Native.Check(Native.kiln_set_grad(Handle, value?.Handle ?? 0), "grad");
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.requires_grad_.html"/>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.requires_grad_.html"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Adds the gradient of this number to <see cref="grad"/> of every leaf it was computed from.</summary>
        /// <exception cref="TorchException">The tensor has more than one element or no history.</exception>
        public void backward() => autograd.Backward([this], [], retainGraph: null, createGraph: false, []);

        /// <summary>Adds gradients to <see cref="grad"/> of every leaf this tensor was computed from.</summary>
        /// <param name="grad_tensors">The gradient with respect to this tensor, of its shape; may be left out for one element.</param>
        /// <param name="retain_graph">Keeps the history for another backward pass.</param>
        /// <param name="create_graph">Records the backward pass itself, for higher derivatives.</param>
        /// <param name="inputs">The leaves to compute gradients for; all if left out.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.Backward([this], [.. grad_tensors ?? []], retain_graph || create_graph, create_graph, [.. inputs ?? []]);

        /// <summary>The same elements without history.</summary>
        /// <returns>A tensor (*) that shares the memory.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.detach.html"/>
        public Tensor detach() => Ops.detach(this);

        /// <summary>Cuts the tensor off its history.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.detach.html"/>
        public Tensor detach_() => Ops.detach_(this);

        /// <summary>Makes backward passes fill <see cref="grad"/> although the tensor is not a leaf.</summary>
        public unsafe void retain_grad()
        {
            Native.Check(Native.kiln_retain_grad(Handle), "retain_grad");
            GC.KeepAlive(this);
        }
    }
}
