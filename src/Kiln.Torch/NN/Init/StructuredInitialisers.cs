namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Fills a matrix with ones on its diagonal, zeros elsewhere.</summary>
            /// <param name="tensor">The matrix, (R, C).</param>
            /// <returns>The same tensor.</returns>
            /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.eye_"/>
            public static Tensor eye_(Tensor tensor)
            {
                CheckMatrix("eye_", tensor);
                return Without(tensor, static t =>
                {
                    using var diagonal = Ops.diagonal(Ops.zero_(t));
                    Ops.fill_(diagonal, 1);
                });
            }

            /// <summary>Fills the kernels of a convolution so that each channel passes through unchanged.</summary>
            /// <param name="tensor">The kernels, (out, in, *) with one to three more dimensions.</param>
            /// <returns>The same tensor.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than three or more than five dimensions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.dirac_"/>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is not (3 or 4 or 5))
                    throw new ArgumentException($"dirac_: expected the kernels of a convolution, three to five dimensions, got ({string.Join(", ", shape)}). Use eye_ for a matrix.", nameof(tensor));
                return Without(tensor, t =>
                {
                    using var scope = NewDisposeScope();
                    var middle = Ops.zero_(t).alias();
                    for (int i = shape.Length - 1; i >= 2; i--) middle = Ops.select(middle, i, shape[i] / 2);
                    Ops.fill_(Ops.diagonal(middle), 1);
                });
            }

            /// <summary>Draws a matrix with orthogonal rows or columns, whichever are fewer, of length gain.</summary>
            /// <param name="tensor">The weight, (R, *); dimensions after the first are taken together.</param>
            /// <param name="gain">The factor; see <see cref="calculate_gain"/>.</param>
            /// <returns>The same tensor.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.orthogonal_"/>
            /// <seealso href="https://arxiv.org/abs/1312.6120"/>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"orthogonal_: expected at least two dimensions, got ({string.Join(", ", shape)}).", nameof(tensor));
                return tensor.numel() == 0 ? tensor : Without(tensor, t => FillOrthogonal(t, shape[0], gain));
            }

            private static void FillOrthogonal(Tensor tensor, long rows, double gain)
            {
                using var scope = NewDisposeScope();
                long columns = tensor.numel() / rows;
                var drawn = Ops.normal_(empty(rows, columns, dtype: tensor.dtype, device: tensor.device), 0, 1);
                bool wide = rows < columns;
                var (q, r) = Ops.linalg_qr(wide ? Ops.t(drawn) : drawn);
                // Without the signs of R the matrices would not be uniformly distributed (arXiv math-ph/0609050).
                q = Ops.mul(q, Ops.sign(Ops.diag(r)));
                Ops.copy_(tensor, Ops.reshape(wide ? Ops.t(q) : q, tensor.shape));
                Ops.mul_(tensor, gain);
            }

            /// <summary>Draws a matrix whose columns have a fraction of zeros at random places, and normally distributed values elsewhere.</summary>
            /// <param name="tensor">The matrix, (R, C).</param>
            /// <param name="sparsity">The fraction of zeros in each column, 0..1.</param>
            /// <param name="std">The standard deviation of the other values.</param>
            /// <returns>The same tensor.</returns>
            /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
            /// <exception cref="ArgumentOutOfRangeException">The fraction is not in 0..1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.sparse_"/>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                CheckMatrix("sparse_", tensor);
                if (sparsity is not (>= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(sparsity), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sparse_: expected a sparsity in 0..1, got {sparsity}."));
                return Without(tensor, t => FillSparse(t, (long)Math.Ceiling(sparsity * t.shape[0]), std));
            }

            private static void FillSparse(Tensor tensor, long zeros, double std)
            {
                Ops.normal_(tensor, 0, std);
                for (long column = 0; column < tensor.shape[1]; column++)
                {
                    using var scope = NewDisposeScope();
                    var rows = Ops.narrow(randperm(tensor.shape[0]), 0, 0, zeros);
                    Ops.index_fill_(Ops.select(tensor, 1, column), 0, rows, 0);
                }
            }

            /// <summary>Draws from the normal distribution, cut off at a and b.</summary>
            /// <param name="tensor">The tensor, (*).</param>
            /// <param name="mean">The mean of the whole distribution.</param>
            /// <param name="std">The standard deviation of the whole distribution.</param>
            /// <param name="a">The smallest value.</param>
            /// <param name="b">The largest value.</param>
            /// <param name="generator">Where the numbers come from; null takes the default generator.</param>
            /// <returns>The same tensor.</returns>
            /// <remarks>By the inverse of the distribution function, as PyTorch; accurate while the mean lies within two deviations of [a, b].</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.init.html#torch.nn.init.trunc_normal_"/>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Without(tensor, t =>
                {
                    using var scope = NewDisposeScope();
                    // Two bounds of erf of the standardised interval: 2 Φ(x) − 1 = erf(x / √2).
                    var bounds = Ops.erf(torch.tensor(new[] { (a - mean) / std / Math.Sqrt(2), (b - mean) / std / Math.Sqrt(2) })).data<double>().ToArray();
                    Ops.erfinv_(Ops.uniform_(t, bounds[0], bounds[1], generator));
                    Ops.clamp_(Ops.add_(Ops.mul_(t, std * Math.Sqrt(2)), mean), a, b);
                });

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            private static void CheckMatrix(string operation, Tensor tensor)
            {
                if (tensor.dim() != 2)
                    throw new ArgumentException($"{operation}: expected a matrix of two dimensions, got ({string.Join(", ", tensor.shape)}).", nameof(tensor));
            }
        }
    }
}
