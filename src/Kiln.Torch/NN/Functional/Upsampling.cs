namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes images: <see cref="interpolate"/> under its old name.</summary>
            /// <param name="input">The input, (N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the output; give it or the factor.</param>
            /// <param name="scale_factor">The factor of the size; give it or the size.</param>
            /// <param name="mode">How values between pixels come about.</param>
            /// <param name="align_corners">Whether the middles of the corner pixels stay where they are; without effect for Nearest.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both, or they or the mode do not fit the input.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample.html"/>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Resizes by straight lines between pixels: linear, bilinear or trilinear, as the input has dimensions.</summary>
            /// <param name="x">The input, (N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the output; give it or the factor.</param>
            /// <param name="scale_factor">The factor of the size; give it or the size.</param>
            /// <param name="align_corners">Whether the middles of the corner pixels stay where they are.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both, or they do not fit the input.</exception>
            /// <remarks>PyTorch's function of this name always aligns corners; here, as in TorchSharp, that is an argument.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_bilinear.html"/>
            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false)
            {
                var mode = x.dim() switch
                {
                    3 => InterpolationMode.Linear,
                    5 => InterpolationMode.Trilinear,
                    _ => InterpolationMode.Bilinear,
                };
                return interpolate(x, size, scale_factor, mode, align_corners);
            }

            /// <summary>Resizes by the nearest pixel.</summary>
            /// <param name="x">The input, (N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the output; give it or the factor.</param>
            /// <param name="scale_factor">The factor of the size; give it or the size.</param>
            /// <param name="align_corners">Without effect: pixels are copied.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both, or they do not fit the input.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            /// <summary>Resizes series by the nearest value.</summary>
            /// <param name="input">The input, (N, C, L).</param>
            /// <param name="outputSize">The size of the output; give it or the factor.</param>
            /// <param name="scaleFactor">The factor of the size; give it or the size.</param>
            /// <returns>(N, C, L'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                interpolate(input, outputSize.Times(1), scaleFactor.Times(1));

            /// <summary>What <c>upsample_nearest1d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the output, (N, C, L').</param>
            /// <param name="outputSize">The size of the output; give it or the factor.</param>
            /// <param name="inputSize">The length L of the input.</param>
            /// <param name="scaleFactor">The factor of the size; give it or the size.</param>
            /// <returns>(N, C, L); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor) =>
                Ops.upsample_nearest1d_backward(grad_output, outputSize.Times(1), WholeShape(grad_output, [inputSize]), scale_factors: scaleFactor.Times(1));

            /// <summary>Resizes images by the nearest pixel.</summary>
            /// <param name="input">The input, (N, C, H, W).</param>
            /// <param name="outputSizes">The size of the output; give it or the factors.</param>
            /// <param name="scaleFactors">The factors of the size; give them or the size.</param>
            /// <returns>(N, C, H', W'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither sizes nor factors are given, or both.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            /// <summary>What <c>upsample_nearest2d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the output, (N, C, H', W').</param>
            /// <param name="inputSizes">The input's shape, (N, C, H, W), or its last 2 sizes.</param>
            /// <param name="outputSizes">The size of the output; give it or the factors.</param>
            /// <param name="scaleFactors">The factors of the size; give them or the size.</param>
            /// <returns>(N, C, H, W); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Ops.upsample_nearest2d_backward(grad_output, outputSizes, WholeShape(grad_output, inputSizes), scale_factors: scaleFactors);

            /// <summary>Resizes volumes by the nearest pixel.</summary>
            /// <param name="input">The input, (N, C, D, H, W).</param>
            /// <param name="outputSizes">The size of the output; give it or the factors.</param>
            /// <param name="scaleFactors">The factors of the size; give them or the size.</param>
            /// <returns>(N, C, D', H', W'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither sizes nor factors are given, or both.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            /// <summary>What <c>upsample_nearest3d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the output, (N, C, D', H', W').</param>
            /// <param name="inputSizes">The input's shape, (N, C, D, H, W), or its last 3 sizes.</param>
            /// <param name="outputSizes">The size of the output; give it or the factors.</param>
            /// <param name="scaleFactors">The factors of the size; give them or the size.</param>
            /// <returns>(N, C, D, H, W); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.upsample_nearest.html"/>
            public static Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Ops.upsample_nearest3d_backward(grad_output, outputSizes, WholeShape(grad_output, inputSizes), scale_factors: scaleFactors);

            // Examples and channels are the same on both sides.
            private static long[] WholeShape(Tensor gradient, long[] sizes) =>
                sizes.Length == gradient.dim() ? sizes : [.. gradient.shape.AsSpan(0, (int)gradient.dim() - sizes.Length), .. sizes];
        }
    }
}
