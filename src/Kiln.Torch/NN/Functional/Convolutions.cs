namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolution over one dimension.</summary>
            /// <param name="input">The input, (N, C, L) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, K).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="stride">The step of the kernel; null is 1.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv1d.html"/>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Ops.conv1d(input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Convolution over one dimension, padded by rule.</summary>
            /// <param name="input">The input, (N, C, L) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, K).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="stride">The step of the kernel; null is 1.</param>
            /// <param name="padding">No padding, or as much as keeps the size (stride 1 only).</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv1d.html"/>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Ops.conv1d(input, weight, bias, [stride ?? 1], RuleOf(padding), [dilation ?? 1], groups);

            /// <summary>Convolution over images.</summary>
            /// <param name="input">The input, (N, C, H, W) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv2d.html"/>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv2d(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>Convolution over images, padded by rule.</summary>
            /// <param name="input">The input, (N, C, H, W) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">No padding, or as much as keeps the size (stride 1 only).</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv2d.html"/>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Ops.conv2d(input, weight, bias, strides ?? [1, 1], RuleOf(padding), dilation ?? [1, 1], groups);

            /// <summary>Convolution over volumes.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, KD, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv3d.html"/>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv3d(input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], groups);

            /// <summary>Convolution over volumes, padded by rule.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or without N.</param>
            /// <param name="weight">The kernels, (out, C / groups, KD, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">No padding, or as much as keeps the size (stride 1 only).</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.conv3d.html"/>
            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Ops.conv3d(input, weight, bias, strides ?? [1, 1, 1], RuleOf(padding), dilation ?? [1, 1, 1], groups);

            private static string RuleOf(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
