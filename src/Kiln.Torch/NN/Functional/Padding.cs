namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds a border on the last dimensions.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="pad">Before and after for the last dimension, then for the one before it, and so on.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            /// <returns>(*), each padded dimension longer by its border; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.pad.html"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                string rule = mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                };
                return Ops.pad(input, pad, rule, rule == "constant" ? value : null);
            }

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Adds a border on the last dimension.</summary>
            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            /// <param name="input">The input, (*).</param>
            /// <param name="pad">Before and after.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.AsArray(), mode, value);

            /// <summary>Adds a border on the last two dimensions.</summary>
            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            /// <param name="input">The input, (*, H, W).</param>
            /// <param name="pad">Left, right, top and bottom.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>Adds a border of one width on both sides of every dimension.</summary>
            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            /// <param name="input">The input, (*).</param>
            /// <param name="pad">The width.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            /// <remarks>Every dimension, so also N and C; only constant borders can be that wide.</remarks>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.Times(2 * (int)input.dim()), mode, value);
        }
    }
}
