namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.sigmoid.html"/>
            public static Tensor sigmoid(Tensor x) =>
                Ops.sigmoid(x);

            /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.sigmoid.html"/>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? Ops.sigmoid_(x).alias() : Ops.sigmoid(x);

            /// <summary>Logistic function in three straight pieces: <c>min(max(0, x + 3), 6) / 6</c>.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.hardsigmoid.html"/>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Ops.hardsigmoid_(input).alias() : Ops.hardsigmoid(input);

            /// <summary>Logarithm of the logistic function: <c>−log(1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.logsigmoid.html"/>
            public static Tensor logsigmoid(Tensor x) =>
                Ops.log_sigmoid(x);

            /// <summary>Hyperbolic tangent.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.tanh.html"/>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Ops.tanh_(x).alias() : Ops.tanh(x);

            /// <summary>Clamps to a range: <c>min(max(min_val, x), max_val)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="min_val">The lower bound.</param>
            /// <param name="max_val">The upper bound.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.hardtanh.html"/>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? Ops.hardtanh_(x, min_val, max_val).alias() : Ops.hardtanh(x, min_val, max_val);

            /// <inheritdoc cref="hardtanh(Tensor, double, double, bool)"/>
            public static Tensor Hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) => hardtanh(x, min_val, max_val, inplace);

            /// <summary>Quotient that tends to ±1: <c>x / (1 + |x|)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.softsign.html"/>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var scope = NewDisposeScope();
                var divisor = Ops.add(Ops.abs(x), 1);
                return (inplace ? Ops.div_(x, divisor).alias() : Ops.div(x, divisor)).MoveToOuterDisposeScope();
            }

            /// <inheritdoc cref="softsign(Tensor, bool)"/>
            public static Tensor Softsign(Tensor x) => softsign(x);
        }
    }
}
