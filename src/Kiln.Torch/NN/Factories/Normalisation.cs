using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">What is added to the variance before the root.</param>
        /// <param name="momentum">The weight of the newest batch in the running statistics.</param>
        /// <param name="affine">Whether there are scale and shift.</param>
        /// <param name="track_running_stats">Whether running statistics are kept and used in evaluation.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer.</returns>
        public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(new NormOptions(num_features, eps, momentum, affine, track_running_stats) { Device = device, Dtype = dtype });

        /// <summary>Batch normalisation of (N, C, H, W).</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">What is added to the variance before the root.</param>
        /// <param name="momentum">The weight of the newest batch in the running statistics.</param>
        /// <param name="affine">Whether there are scale and shift.</param>
        /// <param name="track_running_stats">Whether running statistics are kept and used in evaluation.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer.</returns>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(new NormOptions(num_features, eps, momentum, affine, track_running_stats) { Device = device, Dtype = dtype });

        /// <summary>Normalisation of each example over its last dimensions.</summary>
        /// <param name="normalized_shape">The sizes of those dimensions.</param>
        /// <param name="eps">What is added to the variance before the root.</param>
        /// <param name="elementwise_affine">Whether there are scale and shift.</param>
        /// <param name="bias">Whether there is a shift beside the scale.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (*, normalized_shape) to the same.</returns>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalisation of each example over its last dimension.</summary>
        /// <param name="normalized_shape">The size of that dimension.</param>
        /// <param name="eps">What is added to the variance before the root.</param>
        /// <param name="elementwise_affine">Whether there are scale and shift.</param>
        /// <param name="bias">Whether there is a shift beside the scale.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (*, normalized_shape) to the same.</returns>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
    }
}
