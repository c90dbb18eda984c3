namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts the values of a pooling back to where they came from, zeros elsewhere.</summary>
            /// <param name="input">Pooled values, (N, C, L) or (C, L).</param>
            /// <param name="indices">Where they came from, as <c>max_pool1d_with_indices</c> says.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="output_size">The size of the output, (L') or the whole shape; null for the smallest that fits.</param>
            /// <returns>(…, L'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">No input of the pooling can have that output size.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_unpool1d.html"/>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                var sizes = UnpooledSizes("max_unpool1d", input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                using var scope = NewDisposeScope();
                var unpooled = Ops.max_unpool2d(Ops.unsqueeze(input, -1), Ops.unsqueeze(indices, -1), [sizes[0], 1]);
                return Ops.squeeze(unpooled, -1).MoveToOuterDisposeScope();
            }

            /// <inheritdoc cref="max_unpool1d"/>
            /// <param name="input">Pooled values, (N, C, H, W) or (C, H, W).</param>
            /// <param name="indices">Where they came from, as <c>max_pool2d_with_indices</c> says.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="output_size">The size of the output, (H', W') or the whole shape; null for the smallest that fits.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_unpool2d.html"/>
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                stride ??= kernel_size;
                padding ??= [0, 0];
                var sizes = UnpooledSizes("max_unpool2d", input, kernel_size, stride, padding, output_size);
                return Ops.max_unpool2d(input, indices, sizes);
            }

            /// <inheritdoc cref="max_unpool1d"/>
            /// <param name="input">Pooled values, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="indices">Where they came from, as <c>max_pool3d_with_indices</c> says.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="output_size">The size of the output, (D', H', W') or the whole shape; null for the smallest that fits.</param>
            /// <returns>(…, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_unpool3d.html"/>
            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                stride ??= kernel_size;
                padding ??= [0, 0, 0];
                var sizes = UnpooledSizes("max_unpool3d", input, kernel_size, stride, padding, output_size);
                return Ops.max_unpool3d(input, indices, sizes, stride, padding);
            }

            private static long[] UnpooledSizes(string operation, Tensor input, long[] kernel, long[] stride, long[] padding, long[]? wanted)
            {
                int dimensions = kernel.Length;
                var sizes = new long[dimensions];
                var pooled = input.shape.AsSpan(input.shape.Length - dimensions);
                for (int i = 0; i < dimensions; i++) sizes[i] = (pooled[i] - 1) * stride[i] + kernel[i] - 2 * padding[i];
                if (wanted is null) return sizes;
                if (wanted.Length == dimensions + 2) wanted = wanted[2..];
                for (int i = 0; i < dimensions; i++)
                {
                    if (wanted.Length != dimensions || Math.Abs(wanted[i] - sizes[i]) >= stride[i])
                        throw new ArgumentException($"{operation}: expected an output_size near ({string.Join(", ", sizes)}), less than one stride away, got ({string.Join(", ", wanted)}). Give the size of the pooling's input.", nameof(wanted));
                }
                return wanted;
            }
        }
    }
}
