namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cosine of the angle between vectors: <c>x₁ · x₂ / max(‖x₁‖ ‖x₂‖, eps)</c>.</summary>
            /// <param name="x1">The first vectors, (*).</param>
            /// <param name="x2">The second vectors, (*); the shapes are broadcast.</param>
            /// <param name="dim">The dimension of the vectors.</param>
            /// <param name="eps">The smallest product of norms to divide by.</param>
            /// <returns>(*) without that dimension; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.cosine_similarity.html"/>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) => Ops.cosine_similarity(x1, x2, dim, eps);

            /// <summary>Distance between vectors: <c>‖x₁ − x₂ + eps‖ₚ</c>.</summary>
            /// <param name="input1">The first vectors, (N, D) or (D).</param>
            /// <param name="input2">The second vectors, (N, D) or (D).</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="eps">What keeps the gradient of a zero distance finite.</param>
            /// <param name="keepdim">Whether the dimension of the vectors stays, with size 1.</param>
            /// <returns>(N) or (N, 1); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.pairwise_distance.html"/>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                Ops.pairwise_distance(input1, input2, p, eps, keepdim);
        }
    }
}
