namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>In training sets each value to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.dropout.html"/>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckProbability("dropout", p);
                return inplace ? Ops.dropout_(input, p, training).alias() : Ops.dropout(input, p, training);
            }

            /// <summary>Dropout for selu: in training sets values with probability p to selu's lower limit, and scales and shifts so that mean 0 and variance 1 stay.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.alpha_dropout.html"/>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                CheckProbability("alpha_dropout", p);
                return inplace ? Ops.alpha_dropout_(input, p, training).alias() : Ops.alpha_dropout(input, p, training);
            }

            /// <summary>In training sets whole channels to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.dropout1d.html"/>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels("dropout1d", input, unbatched: 2, p, training, inplace);

            /// <summary>In training sets whole channels to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (N, C, H, W) or (N, C, L).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <remarks>As in PyTorch 1.13, three dimensions are taken as (N, C, L), with channels second.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.dropout2d.html"/>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels("dropout2d", input, unbatched: 0, p, training, inplace);

            /// <summary>In training sets whole channels to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.dropout3d.html"/>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels("dropout3d", input, unbatched: 4, p, training, inplace);

            /// <summary>Alpha dropout of whole channels: see <see cref="alpha_dropout"/>.</summary>
            /// <param name="input">The input, (N, C, *).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.feature_alpha_dropout.html"/>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                CheckProbability("feature_alpha_dropout", p);
                return inplace ? Ops.feature_alpha_dropout_(input, p, training).alias() : Ops.feature_alpha_dropout(input, p, training);
            }

            // The operator wants a batch; one example without N gets one and loses it again.
            private static Tensor DropChannels(string operation, Tensor input, int unbatched, double p, bool training, bool inplace)
            {
                CheckProbability(operation, p);
                if (input.dim() != unbatched) return inplace ? Ops.feature_dropout_(input, p, training).alias() : Ops.feature_dropout(input, p, training);
                using var batch = Ops.unsqueeze(input, 0);
                using var dropped = inplace ? Ops.feature_dropout_(batch, p, training).alias() : Ops.feature_dropout(batch, p, training);
                return Ops.squeeze(dropped, 0);
            }

            private static void CheckProbability(string operation, double p)
            {
                if (!(p is >= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(p), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{operation}: expected a probability p in 0..1, got {p}."));
            }
        }
    }
}
