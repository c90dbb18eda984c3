using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Small tools on parameters.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.html#utilities"/>
        public static partial class utils
        {
            /// <summary>Scales all gradients down so that the norm of all of them together is at most <paramref name="max_norm"/>.</summary>
            /// <param name="tensors">The parameters; those without gradients are passed over.</param>
            /// <param name="max_norm">The largest norm.</param>
            /// <param name="norm_type">The order of the norm; infinity is the largest absolute value.</param>
            /// <returns>The norm before scaling.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.clip_grad_norm_.html"/>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0) return 0;
                var norms = gradients.Select(gradient => Ops.linalg_vector_norm(gradient, norm_type)).ToArray();
                var total = Ops.linalg_vector_norm(Ops.stack(norms), norm_type);
                // PyTorch multiplies always, by a factor held on the device; the arithmetic here is the same.
                var factor = Ops.clamp_max(Ops.mul(Ops.reciprocal(Ops.add(total, 1e-6)), max_norm), 1.0);
                foreach (var gradient in gradients) Ops.mul_(gradient, factor);
                return total.ToDouble();
            }

            /// <summary>Clamps every element of all gradients to ±<paramref name="clip_value"/>.</summary>
            /// <param name="tensors">The parameters; those without gradients are passed over.</param>
            /// <param name="clip_value">The largest absolute value.</param>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.clip_grad_value_.html"/>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var gradient in Gradients(tensors)) Ops.clamp_(gradient, -clip_value, clip_value);
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> parameters) =>
                parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
        }
    }
}
