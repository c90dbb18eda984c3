namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements as a sparse tensor that holds only those that are not zero, with their places.</summary>
        /// <returns>A sparse tensor of the same sizes.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to_sparse.html"/>
        public Tensor to_sparse() => Ops.to_sparse(this);

        /// <summary>The elements as a sparse tensor whose first dimensions are sparse and whose others are dense.</summary>
        /// <param name="sparse_dim">How many dimensions are sparse.</param>
        /// <inheritdoc cref="to_sparse()"/>
        public Tensor to_sparse(int sparse_dim) => Ops.to_sparse(this, sparse_dim);

        /// <summary>The elements of a sparse tensor in ordinary memory.</summary>
        /// <returns>A dense tensor of the same sizes.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.to_dense.html"/>
        public Tensor to_dense() => Ops.to_dense(this);

        /// <summary>The places of a sparse tensor's elements.</summary>
        /// <value>Indices (sparse dimensions, elements).</value>
        /// <exception cref="InvalidOperationException">The tensor is dense.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.indices.html"/>
        public Tensor SparseIndices => Ops.indices(RequireSparse("SparseIndices"));

        /// <summary>The elements that a sparse tensor holds, each place once.</summary>
        /// <value>Values (elements, dense dimensions).</value>
        /// <exception cref="InvalidOperationException">The tensor is dense.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.values.html"/>
        public Tensor SparseValues => Ops.values(RequireSparse("SparseValues"));

        private Tensor RequireSparse(string operation) => is_sparse
            ? Ops.coalesce(this)
            : throw new InvalidOperationException($"{operation}: expected a sparse tensor, got a dense one. Call to_sparse() before it.");
    }
}
