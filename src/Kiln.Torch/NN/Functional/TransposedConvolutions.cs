namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Transposed convolution over one dimension: the gradient of a convolution as a layer.</summary>
            /// <param name="input">The input, (N, C, L) or without N.</param>
            /// <param name="weight">The kernels, (C, out / groups, K).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="stride">The step of the kernel; null is 1.</param>
            /// <param name="padding">How much is cut from both sides; null is 0.</param>
            /// <param name="output_padding">How much is added to one side of the output; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv_transpose1d.html"/>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                Ops.conv_transpose1d(input, weight, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0], groups, [dilation ?? 1]);

            /// <summary>Transposed convolution over images: the gradient of a convolution as a layer.</summary>
            /// <param name="input">The input, (N, C, H, W) or without N.</param>
            /// <param name="weight">The kernels, (C, out / groups, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">How much is cut from both sides; null is 0.</param>
            /// <param name="output_padding">How much is added to one side of the output; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv_transpose2d.html"/>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose2d(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>Transposed convolution over volumes: the gradient of a convolution as a layer.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or without N.</param>
            /// <param name="weight">The kernels, (C, out / groups, KD, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">How much is cut from both sides; null is 0.</param>
            /// <param name="output_padding">How much is added to one side of the output; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv_transpose3d.html"/>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv_transpose3d(input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], groups, dilation ?? [1, 1, 1]);
        }
    }
}
