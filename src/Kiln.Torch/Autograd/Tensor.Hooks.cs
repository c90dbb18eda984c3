namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Lets backward passes call a function with this tensor's gradient.</summary>
        /// <param name="hook">Gets the gradient, of the tensor's shape, and gives another one in its place, or null to leave it.
        /// An exception it throws ends the backward pass and is thrown by it.</param>
        /// <returns>What takes the hook away.</returns>
        /// <exception cref="InvalidOperationException">The tensor takes no part in backward passes.</exception>
        /// <remarks>An addition of Kiln, not part of TorchSharp.</remarks>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.register_hook.html"/>
        public TensorHook register_hook(Func<Tensor, Tensor?> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            if (!requires_grad) throw new InvalidOperationException("register_hook: the tensor has no gradient. Set requires_grad before its results are computed.");
            return new TensorHook(this, hook);
        }

        /// <summary>Lets backward passes show this tensor's gradient to a function.</summary>
        /// <inheritdoc cref="register_hook(Func{Tensor, Tensor})"/>
        public TensorHook register_hook(Action<Tensor> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return register_hook(Tensor? (gradient) =>
            {
                hook(gradient);
                return null;
            });
        }
    }
}
