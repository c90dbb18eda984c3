namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Affine map: <c>y = x Wᵀ + b</c>.</summary>
            /// <param name="input">The input, (*, D).</param>
            /// <param name="weights">The weight, (E, D).</param>
            /// <param name="bias">The bias, (E), or null.</param>
            /// <returns>(*, E); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.linear.html"/>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear(input, weights, bias);

            /// <summary>Map of two inputs: <c>yₑ = x₁ᵀ Wₑ x₂ + bₑ</c>.</summary>
            /// <param name="input1">The first input, (*, D₁).</param>
            /// <param name="input2">The second input, (*, D₂).</param>
            /// <param name="weight">The weight, (E, D₁, D₂).</param>
            /// <param name="bias">The bias, (E), or null.</param>
            /// <returns>(*, E); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.bilinear.html"/>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) => Ops.bilinear(input1, input2, weight, bias);

            /// <summary>Gives each class its unit vector.</summary>
            /// <param name="x">Classes, (*) of int64.</param>
            /// <param name="num_classes">The number of classes; -1 takes the largest class plus one.</param>
            /// <returns>(*, K) of int64; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.one_hot.html"/>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Ops.one_hot(x, num_classes);
        }
    }
}
