using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Puts all parameters behind each other into one vector.</summary>
            /// <param name="tensors">The parameters, in order.</param>
            /// <returns>(sum of their numbers of elements), connected to them by gradients; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">There are no parameters.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.parameters_to_vector.html"/>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var parts = tensors.Select(static tensor => Ops.reshape(tensor, [-1])).ToArray();
                if (parts.Length == 0) throw new ArgumentException("parameters_to_vector: expected at least one parameter, got none.", nameof(tensors));
                return Ops.cat(parts).MoveToOuterDisposeScope();
            }

            /// <summary>Copies one vector into parameters, in order.</summary>
            /// <param name="vec">The values, (sum of the parameters' numbers of elements).</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ArgumentException">The vector has another length than the parameters together.</exception>
            /// <remarks>PyTorch makes the parameters views of the vector; here they keep their own memory.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.vector_to_parameters.html"/>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var parameters = tensors.ToArray();
                long expected = parameters.Sum(static parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != expected)
                    throw new ArgumentException($"vector_to_parameters: expected ({expected}), one value for each element of the parameters, got ({string.Join(", ", vec.shape)}).", nameof(vec));
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                long start = 0;
                foreach (var parameter in parameters)
                {
                    var part = Ops.narrow(vec, 0, start, parameter.numel());
                    Ops.copy_(parameter, Ops.reshape(part, parameter.shape));
                    start += parameter.numel();
                }
            }
        }
    }
}
