using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Takes a batch normalisation in evaluation into the convolution before it: <c>w' = w γ / √(v + eps)</c>, <c>b' = (b − m) γ / √(v + eps) + β</c>.</summary>
            /// <param name="conv_w">The kernels, (out, C, *), or (C, out, *) of a transposed convolution.</param>
            /// <param name="conv_b">The bias, (out), or null.</param>
            /// <param name="bn_rm">The running mean, (out).</param>
            /// <param name="bn_rv">The running variance, (out).</param>
            /// <param name="bn_eps">What the normalisation adds to the variance.</param>
            /// <param name="bn_w">The scale γ, (out), or null.</param>
            /// <param name="bn_b">The shift β, (out), or null.</param>
            /// <param name="transpose">Whether the convolution is transposed.</param>
            /// <returns>The kernels and the bias of a convolution that does both; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.html#utilities"/>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                var outputs = new long[conv_w.dim()];
                Array.Fill(outputs, 1);
                outputs[transpose ? 1 : 0] = -1;
                return Fused(conv_w, conv_b, new FusedNorm(bn_rm, bn_rv, bn_eps, bn_w, bn_b), outputs);
            }

            /// <summary>Takes a batch normalisation in evaluation into the linear map before it: see <see cref="fuse_conv_bn_weights"/>.</summary>
            /// <param name="linear_w">The weight, (out, D).</param>
            /// <param name="linear_b">The bias, (out), or null.</param>
            /// <param name="bn_rm">The running mean, (out).</param>
            /// <param name="bn_rv">The running variance, (out).</param>
            /// <param name="bn_eps">What the normalisation adds to the variance.</param>
            /// <param name="bn_w">The scale, (out).</param>
            /// <param name="bn_b">The shift, (out).</param>
            /// <returns>The weight and the bias of a linear map that does both; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.html#utilities"/>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b) =>
                Fused(linear_w, linear_b, new FusedNorm(bn_rm, bn_rv, bn_eps, bn_w, bn_b), [-1, 1]);

            /// <summary>Makes one linear layer of a linear layer and the batch normalisation after it, both in evaluation.</summary>
            /// <param name="linear">The linear layer.</param>
            /// <param name="bn">The normalisation of its outputs.</param>
            /// <returns>A new layer; the old ones stay as they are.</returns>
            /// <exception cref="ArgumentException">A layer is in training, or the normalisation has no running statistics.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.html#utilities"/>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (linear.training || bn.training)
                    throw new ArgumentException("fuse_linear_bn_eval: expected both layers in evaluation, got one in training. Call eval() first.", nameof(linear));
                if (bn.running_mean is not { } mean || bn.running_var is not { } variance)
                    throw new ArgumentException("fuse_linear_bn_eval: expected a normalisation with running statistics, got one without. Build it with track_running_stats: true.", nameof(bn));
                var (weight, bias) = Fused(linear.weight, linear.bias, new FusedNorm(mean, variance, bn.eps, bn.weight, bn.bias), [-1, 1]);
                weight.DetachFromDisposeScope();
                bias.DetachFromDisposeScope();
                var fused = new Linear(weight, bias);
                fused.eval();
                return fused;
            }

            private static (Parameter weight, Parameter bias) Fused(Tensor weight, Tensor? bias, FusedNorm norm, long[] outputs)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var scale = Ops.rsqrt(Ops.add(norm.Variance, norm.Eps));
                if (norm.Scale is not null) scale = Ops.mul(scale, norm.Scale);
                var shift = Ops.mul(Ops.sub(bias ?? Ops.zeros_like(norm.Mean), norm.Mean), scale);
                if (norm.Shift is not null) shift = Ops.add(shift, norm.Shift);
                var fused = (weight: new Parameter(Ops.mul(weight, Ops.reshape(scale, outputs))), bias: new Parameter(shift));
                fused.weight.MoveToOuterDisposeScope();
                fused.bias.MoveToOuterDisposeScope();
                return fused;
            }

            private sealed record FusedNorm(Tensor Mean, Tensor Variance, double Eps, Tensor? Scale, Tensor? Shift);
        }
    }
}
