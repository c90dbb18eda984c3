namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product; further dimensions are batches and are stretched.</summary>
        /// <param name="target">(*, M, P) for this tensor (*, N, M).</param>
        /// <returns>A new tensor (*, N, P).</returns>
        /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.matmul.html.</remarks>
        public Tensor matmul(Tensor target) => Ops.matmul(this, target);

        /// <summary>The product of two matrices.</summary>
        /// <param name="target">(M, P) for this tensor (N, M).</param>
        /// <returns>A new tensor (N, P).</returns>
        public Tensor mm(Tensor target) => Ops.mm(this, target);

        /// <summary>The products of two batches of matrices.</summary>
        /// <param name="batch2">(B, M, P) for this tensor (B, N, M).</param>
        /// <returns>A new tensor (B, N, P).</returns>
        public Tensor bmm(Tensor batch2) => Ops.bmm(this, batch2);

        /// <summary>The product of a matrix and a vector.</summary>
        /// <param name="target">(M) for this tensor (N, M).</param>
        /// <returns>A new tensor (N).</returns>
        public Tensor mv(Tensor target) => Ops.mv(this, target);

        /// <summary>The dot product of two vectors.</summary>
        /// <param name="target">(N) like this tensor.</param>
        /// <returns>A new tensor ().</returns>
        public Tensor dot(Tensor target) => Ops.dot(this, target);

        /// <summary>The outer product of two vectors.</summary>
        /// <param name="vec2">(M) for this tensor (N).</param>
        /// <returns>A new tensor (N, M).</returns>
        public Tensor outer(Tensor vec2) => Ops.outer(this, vec2);

        /// <summary>The sums of products over the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Ops.inner(this, vec2);

        /// <summary>beta · this + alpha · mat1 · mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm(this, mat1, mat2, beta, alpha);

        /// <summary>beta · this + alpha · batch1 · batch2 for batches of matrices.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.baddbmm(this, batch1, batch2, beta, alpha);

        /// <summary>The determinant of a square matrix.</summary>
        public Tensor det() => Ops.det(this);

        /// <summary>The inverse of a square matrix.</summary>
        /// <exception cref="TorchException">The matrix has none.</exception>
        public Tensor inverse() => Ops.inverse(this);

        /// <summary>The Cholesky factor of a positive definite matrix.</summary>
        /// <param name="upper">Whether to give the upper triangle.</param>
        public Tensor cholesky(bool upper = false) => Ops.linalg_cholesky(this, upper: upper);

        /// <summary>A power of a square matrix.</summary>
        public Tensor matrix_power(int n) => Ops.linalg_matrix_power(this, n);
    }

    /// <inheritdoc cref="Tensor.matmul(Tensor)"/>
    public static Tensor matmul(Tensor input, Tensor target) => Ops.matmul(input, target);

    /// <inheritdoc cref="Tensor.mm(Tensor)"/>
    public static Tensor mm(Tensor input, Tensor target) => Ops.mm(input, target);

    /// <inheritdoc cref="Tensor.bmm(Tensor)"/>
    public static Tensor bmm(Tensor input, Tensor batch2) => Ops.bmm(input, batch2);

    /// <inheritdoc cref="Tensor.mv(Tensor)"/>
    public static Tensor mv(Tensor input, Tensor target) => Ops.mv(input, target);

    /// <inheritdoc cref="Tensor.dot(Tensor)"/>
    public static Tensor dot(Tensor input, Tensor other) => Ops.dot(input, other);

    /// <inheritdoc cref="Tensor.outer(Tensor)"/>
    public static Tensor outer(Tensor input, Tensor vec2) => Ops.outer(input, vec2);

    /// <inheritdoc cref="Tensor.addmm(Tensor, Tensor, float, float)"/>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => input.addmm(mat1, mat2, beta, alpha);

    /// <inheritdoc cref="Tensor.baddbmm(Tensor, Tensor, float, float)"/>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>A sum of products written in Einstein's notation, such as <c>ij,jk->ik</c>.</summary>
    /// <param name="equation">The indices of every tensor and of the result.</param>
    /// <param name="tensors">The tensors.</param>
    /// <remarks>Source: https://pytorch.org/docs/1.13/generated/torch.einsum.html.</remarks>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Ops.einsum(equation, tensors);

    /// <summary>The distances of every row of one tensor to every row of another.</summary>
    /// <param name="x1">(B, P, M) or (P, M).</param>
    /// <param name="x2">(B, R, M) or (R, M).</param>
    /// <param name="p">The norm's exponent.</param>
    /// <returns>(B, P, R) or (P, R).</returns>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2) => Ops.cdist(x1, x2, p);
}
