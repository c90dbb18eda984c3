namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes images.</summary>
            /// <param name="x">The input, (N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the output, one number for each of the last dimensions or one for all; give it or the factor.</param>
            /// <param name="scale_factor">The factor of the size, one for each of the last dimensions or one for all; give it or the size.</param>
            /// <param name="mode">How values between pixels come about.</param>
            /// <param name="align_corners">Whether the middles of the corner pixels stay where they are; for the linear and cubic modes only.</param>
            /// <param name="recompute_scale_factor">Whether the factor is computed anew from the rounded size of the output.</param>
            /// <param name="antialias">Whether shrinking averages over the pixels left out; for the modes Bilinear and Bicubic of images.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both, or they or the mode do not fit the input.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.interpolate.html"/>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                CheckInterpolation(x, size, scale_factor, mode, align_corners, antialias);
                int dimensions = (int)x.dim() - 2;
                size = ForEach(size, dimensions, nameof(size));
                scale_factor = ForEach(scale_factor, dimensions, nameof(scale_factor));
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. x.shape.Skip(2).Zip(scale_factor, static (length, factor) => (long)Math.Floor(length * factor))];
                    scale_factor = null;
                }
                return Resized(x, size, scale_factor, mode, align_corners ?? false, antialias);
            }

            private static Tensor Resized(Tensor x, long[]? size, double[]? factors, InterpolationMode mode, bool corners, bool antialias) => (mode, x.dim()) switch
            {
                (InterpolationMode.Nearest, 3) => Ops.upsample_nearest1d(x, size, scale_factors: factors),
                (InterpolationMode.Nearest, 4) => Ops.upsample_nearest2d(x, size, scale_factors: factors),
                (InterpolationMode.Nearest, 5) => Ops.upsample_nearest3d(x, size, scale_factors: factors),
                (InterpolationMode.Area, 3) => Ops.adaptive_avg_pool1d(x, size!),
                (InterpolationMode.Area, 4) => Ops.adaptive_avg_pool2d(x, size!),
                (InterpolationMode.Area, 5) => Ops.adaptive_avg_pool3d(x, size!),
                (InterpolationMode.Linear, 3) => Ops.upsample_linear1d(x, size, corners, scale_factors: factors),
                (InterpolationMode.Bilinear, 4) when antialias => Ops._upsample_bilinear2d_aa(x, size, corners, scale_factors: factors),
                (InterpolationMode.Bilinear, 4) => Ops.upsample_bilinear2d(x, size, corners, scale_factors: factors),
                (InterpolationMode.Bicubic, 4) when antialias => Ops._upsample_bicubic2d_aa(x, size, corners, scale_factors: factors),
                (InterpolationMode.Bicubic, 4) => Ops.upsample_bicubic2d(x, size, corners, scale_factors: factors),
                (InterpolationMode.Trilinear, 5) => Ops.upsample_trilinear3d(x, size, corners, scale_factors: factors),
                _ => throw new ArgumentException($"interpolate: expected the mode Linear for (N, C, L), Bilinear or Bicubic for (N, C, H, W), Trilinear for (N, C, D, H, W), got {mode} for ({string.Join(", ", x.shape)}). Nearest and Area fit all of them.", nameof(mode)),
            };

            private static void CheckInterpolation(Tensor x, long[]? size, double[]? factors, InterpolationMode mode, bool? corners, bool antialias)
            {
                if (size is null == factors is null)
                    throw new ArgumentException($"interpolate: expected either size or scale_factor, got {(size is null ? "neither" : "both")}. Give one of them.", nameof(size));
                if (x.dim() is not (3 or 4 or 5))
                    throw new ArgumentException($"interpolate: expected (N, C, L), (N, C, H, W) or (N, C, D, H, W), got ({string.Join(", ", x.shape)}). Add the missing dimensions with unsqueeze.", nameof(x));
                bool steps = mode is InterpolationMode.Nearest or InterpolationMode.Area;
                if (steps && corners is not null)
                    throw new ArgumentException($"interpolate: expected no align_corners with the mode {mode}, got {corners}. Leave it out, or use a linear or cubic mode.", nameof(corners));
                if (antialias && (x.dim() != 4 || mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic)))
                    throw new ArgumentException($"interpolate: expected antialias only with the modes Bilinear and Bicubic of (N, C, H, W), got {mode} of ({string.Join(", ", x.shape)}). Leave it out.", nameof(antialias));
            }

            private static T[]? ForEach<T>(T[]? values, int dimensions, string name) where T : struct
            {
                if (values is null || values.Length == dimensions) return values;
                if (values.Length == 1) return values[0].Times(dimensions);
                throw new ArgumentException($"interpolate: expected one {name} or {dimensions}, one for each dimension after (N, C), got {values.Length}.", name);
            }
        }
    }
}
