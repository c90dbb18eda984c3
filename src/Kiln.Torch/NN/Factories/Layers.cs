using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A tensor that is trained.</summary>
        /// <param name="data">The values, (*).</param>
        /// <param name="requires_grad">Whether gradients are recorded for it.</param>
        /// <returns>The parameter; it shares the memory of the data.</returns>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>A fully connected layer: <c>y = x Wᵀ + b</c>.</summary>
        /// <param name="inputSize">The size of the input's last dimension.</param>
        /// <param name="outputSize">The size of the output's last dimension.</param>
        /// <param name="hasBias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (*, inputSize) to (*, outputSize).</returns>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A fully connected layer of given weights.</summary>
        /// <param name="weight">The weight, (out, in); it belongs to the layer from now on.</param>
        /// <param name="bias">The bias, (out), or null; it belongs to the layer from now on.</param>
        /// <returns>The layer, (*, in) to (*, out).</returns>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>Joins a range of dimensions into one.</summary>
        /// <param name="start_dim">The first dimension to join.</param>
        /// <param name="end_dim">The last dimension to join; negative numbers count from the end.</param>
        /// <returns>The layer, (N, *) to (N, D) by default.</returns>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Splits one dimension into several.</summary>
        /// <param name="dim">The dimension to split.</param>
        /// <param name="unflattened_size">The sizes it becomes; one may be -1.</param>
        /// <returns>The layer.</returns>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>A layer that returns its input.</summary>
        /// <returns>The layer, (*) to (*).</returns>
        public static Identity Identity() => new();

        /// <summary>In training sets each value to zero with probability p and scales the rest.</summary>
        /// <param name="p">The probability, 0..1.</param>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>In training sets whole channels to zero with probability p and scales the rest.</summary>
        /// <param name="p">The probability, 0..1.</param>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H, W).</returns>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>A table that gives each integer a vector.</summary>
        /// <param name="num_embeddings">The number of integers.</param>
        /// <param name="embedding_dims">The size of a vector.</param>
        /// <param name="padding_idx">An integer whose vector is zero and not trained, or null.</param>
        /// <param name="max_norm">Vectors with a larger norm are scaled down when used; null for no limit.</param>
        /// <param name="norm_type">The order of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often an integer occurs in the batch.</param>
        /// <param name="sparse">Whether gradients are sparse tensors.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (*) of int64 to (*, embedding_dims).</returns>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new(num_embeddings, embedding_dims, new EmbeddingOptions
            {
                PaddingIndex = padding_idx,
                MaxNorm = max_norm,
                NormType = norm_type,
                ScaleGradByFreq = scale_grad_by_freq,
                Sparse = sparse,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A table of given vectors.</summary>
        /// <param name="embeddings">The vectors, (num_embeddings, embedding_dims).</param>
        /// <param name="freeze">Whether the table is left untrained.</param>
        /// <param name="padding_idx">An integer whose vector is not trained, or null.</param>
        /// <param name="max_norm">Vectors with a larger norm are scaled down when used; null for no limit.</param>
        /// <param name="norm_type">The order of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often an integer occurs in the batch.</param>
        /// <param name="sparse">Whether gradients are sparse tensors.</param>
        /// <param name="device">Without effect on the CPU.</param>
        /// <param name="dtype">Without effect: the vectors decide.</param>
        /// <returns>The layer, (*) of int64 to (*, embedding_dims).</returns>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new(embeddings, freeze, new EmbeddingOptions
            {
                PaddingIndex = padding_idx,
                MaxNorm = max_norm,
                NormType = norm_type,
                ScaleGradByFreq = scale_grad_by_freq,
                Sparse = sparse,
            });
    }
}
