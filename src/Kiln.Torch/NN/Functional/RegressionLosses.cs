namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Squared error: <c>(x − y)²</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.mse_loss.html"/>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Ops.mse_loss(input, target, (long)reduction);

            /// <summary>Absolute error: <c>|x − y|</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.l1_loss.html"/>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Ops.l1_loss(input, target, (long)reduction);

            /// <summary>Squared error near zero, absolute error beyond beta: <c>½ e² / beta</c> or <c>|e| − ½ beta</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <param name="beta">Where the square ends.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.smooth_l1_loss.html"/>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Ops.smooth_l1_loss(input, target, (long)reduction, beta);

            /// <summary>Squared error near zero, absolute error beyond delta: <c>½ e²</c> or <c>delta (|e| − ½ delta)</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="delta">Where the square ends.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.huber_loss.html"/>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                Ops.huber_loss(input, target, (long)reduction, delta);

            /// <summary>Negative log likelihood of counts: <c>exp(x) − y x</c>, or <c>x − y log(x + eps)</c>.</summary>
            /// <param name="input">The logarithm of the expected count, or the count itself if <paramref name="log_input"/> is false, (*).</param>
            /// <param name="target">Counts, (*).</param>
            /// <param name="log_input">Whether predictions are logarithms.</param>
            /// <param name="full">Whether Stirling's approximation of log y! is added.</param>
            /// <param name="eps">What keeps the logarithm finite.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.poisson_nll_loss.html"/>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1E-08f, Reduction reduction = Reduction.Mean) =>
                Ops.poisson_nll_loss(input, target, log_input, full, eps, (long)reduction);

            /// <summary>Negative log likelihood of normally distributed values: <c>½ (log v + (x − y)² / v)</c>.</summary>
            /// <param name="input">Expected values, (N, *).</param>
            /// <param name="target">Values, (N, *).</param>
            /// <param name="variance">Their variance, (N, *), (N, *, 1) or without the last dimension.</param>
            /// <param name="full">Whether the constant ½ log 2π is added.</param>
            /// <param name="eps">The smallest variance; it counts in the value, not in the gradient.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The shape of the variance does not fit, or a variance is negative.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.gaussian_nll_loss.html"/>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1E-06f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                variance = Ops.clone(VarianceLike(input, variance));
                using (no_grad()) Ops.clamp_(variance, min: eps);
                var loss = Ops.mul(Ops.add(Ops.log(variance), Ops.div(Ops.square(Ops.sub(input, target)), variance)), 0.5);
                if (full) loss = Ops.add(loss, 0.5 * Math.Log(2 * Math.PI));
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            // One variance may stand for all values of the last dimension.
            private static Tensor VarianceLike(Tensor input, Tensor variance)
            {
                var (wanted, given) = (input.shape, variance.shape);
                if (Ops.any(Ops.lt(variance, 0)).ToBoolean())
                    throw new ArgumentException("gaussian_nll_loss: expected variances of at least 0, got a negative one. Let the model end in exp or softplus.", nameof(variance));
                if (wanted.AsSpan().SequenceEqual(given)) return variance;
                if (wanted.AsSpan(0, Math.Max(wanted.Length - 1, 0)).SequenceEqual(given)) return Ops.unsqueeze(variance, -1);
                if (given.Length == wanted.Length && given[^1] == 1 && given.AsSpan(0, given.Length - 1).SequenceEqual(wanted.AsSpan(0, given.Length - 1))) return variance;
                throw new ArgumentException($"gaussian_nll_loss: expected a variance of the input's shape ({string.Join(", ", wanted)}), or with size 1 or nothing in its last place, got ({string.Join(", ", given)}).", nameof(variance));
            }

            // For losses that are composed here; the scope of the caller frees what is left.
            private static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => Ops.mean(loss),
                Reduction.Sum => Ops.sum(loss),
                _ => loss,
            };
        }
    }
}
