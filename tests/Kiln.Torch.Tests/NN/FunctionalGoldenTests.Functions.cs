using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

public sealed partial class FunctionalGoldenTests
{
    /// <summary>For every case of functional.json what it is in C#.</summary>
    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Functions = new()
    {
        ["relu"] = i => functional.relu(i[0]),
        ["relu6"] = i => functional.relu6(i[0]),
        ["selu"] = i => functional.selu(i[0]),
        ["silu"] = i => functional.silu(i[0]),
        ["mish"] = i => functional.mish(i[0]),
        ["hardswish"] = i => functional.hardswish(i[0]),
        ["hardsigmoid"] = i => functional.hardsigmoid(i[0]),
        ["logsigmoid"] = i => functional.logsigmoid(i[0]),
        ["tanhshrink"] = i => functional.tanhshrink(i[0]),
        ["softsign"] = i => functional.softsign(i[0]),
        ["tanh"] = i => functional.tanh(i[0]),
        ["sigmoid"] = i => functional.sigmoid(i[0]),
        ["gelu"] = i => functional.gelu(i[0]),
        ["rrelu"] = i => functional.rrelu(i[0]),
        ["leaky_relu"] = i => functional.leaky_relu(i[0], negative_slope: 0.2),
        ["prelu"] = i => functional.prelu(i[0], i[1]),
        ["rrelu range"] = i => functional.rrelu(i[0], lower: 0.2, upper: 0.4),
        ["elu"] = i => functional.elu(i[0], 0.7),
        ["celu"] = i => functional.celu(i[0], 0.7),
        ["threshold"] = i => functional.threshold(i[0], 0.3, -1.5),
        ["hardtanh"] = i => functional.hardtanh(i[0], min_val: -0.5, max_val: 0.75),
        ["gelu tanh"] = i => functional.gelu(i[0], TorchSharp.Modules.GELU.Approximate.tanh),
        ["softplus"] = i => functional.softplus(i[0], beta: 2, threshold: 1.5),
        ["glu"] = i => functional.glu(i[0], dim: 0),
        ["hardshrink"] = i => functional.hardshrink(i[0], lambda: 0.8),
        ["softshrink"] = i => functional.softshrink(i[0], lambda: 0.8),
        ["softmax"] = i => functional.softmax(i[0], 0),
        ["softmax double"] = i => functional.softmax(i[0], 1, dtype: ScalarType.Float64),
        ["log_softmax"] = i => functional.log_softmax(i[0], 1),
        ["softmin"] = i => functional.softmin(i[0], 1),
        ["softmax2d"] = i => functional.softmax2d(i[0]),

        ["dropout"] = i => functional.dropout(i[0], 0.3),
        ["dropout evaluation"] = i => functional.dropout(i[0], p: 0.3, training: false),
        ["dropout1d"] = i => functional.dropout1d(i[0], 0.4),
        ["dropout1d single"] = i => functional.dropout1d(i[0], 0.4),
        ["dropout2d"] = i => functional.dropout2d(i[0], 0.4),
        ["dropout3d"] = i => functional.dropout3d(i[0], 0.4),
        ["dropout3d single"] = i => functional.dropout3d(i[0], 0.4),
        ["alpha_dropout"] = i => functional.alpha_dropout(i[0], 0.4, training: true),
        ["feature_alpha_dropout"] = i => functional.feature_alpha_dropout(i[0], 0.4, training: true),

        ["linear"] = i => functional.linear(i[0], i[1], bias: i[2]),
        ["bilinear"] = i => functional.bilinear(i[0], i[1], i[2], bias: i[3]),
        ["one_hot"] = i => functional.one_hot(i[0], num_classes: 5),
        ["one_hot largest"] = i => functional.one_hot(i[0]),
        ["conv1d"] = i => functional.conv1d(i[0], i[1], bias: i[2], stride: 2, padding: 1, dilation: 2, groups: 2),
        ["conv1d plain"] = i => functional.conv1d(i[0], i[1]),
        ["conv1d same"] = i => functional.conv1d_padding(i[0], i[1], i[2], padding: Padding.Same, dilation: 2),
        ["conv2d"] = i => functional.conv2d(i[0], i[1], i[2], strides: [2, 1], padding: [1, 2], dilation: [1, 2], groups: 2),
        ["conv2d valid"] = i => functional.conv2d_padding(i[0], i[1], strides: [2, 2], padding: Padding.Valid),
        ["conv2d same"] = i => functional.conv2d_padding(i[0], i[1], i[2], padding: Padding.Same, groups: 2),
        ["conv3d"] = i => functional.conv3d(i[0], i[1], i[2], strides: [2, 1, 1], padding: [1, 0, 1], dilation: [1, 1, 2]),
        ["conv3d same"] = i => functional.conv3d_padding(i[0], i[1], padding: Padding.Same),
        ["conv_transpose1d"] = i => functional.conv_transpose1d(i[0], i[1], i[2], stride: 3, padding: 1, output_padding: 2, groups: 2, dilation: 2),
        ["conv_transpose2d"] = i => functional.conv_transpose2d(i[0], i[1], i[2], strides: [2, 3], padding: [1, 0], output_padding: [1, 2], groups: 2, dilation: [1, 2]),
        ["conv_transpose3d"] = i => functional.conv_transpose3d(i[0], i[1], strides: [2, 1, 1], output_padding: [1, 0, 0]),

        ["avg_pool1d"] = i => functional.avg_pool1d(i[0], 3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false),
        ["avg_pool2d"] = i => functional.avg_pool2d(i[0], (3, 2), stride: (2, 1), padding: (1, 0), ceil_mode: true, count_include_pad: false, divisor_override: 5),
        ["avg_pool2d square"] = i => functional.avg_pool2d(i[0], 3, stride: 2, padding: 1),
        ["avg_pool2d plain"] = i => functional.avg_pool2d(i[0], new long[] { 2, 3 }),
        ["avg_pool3d"] = i => functional.avg_pool3d(i[0], [2, 2, 3], stride: [1, 2, 1], padding: [1, 0, 1], count_include_pad: false),
        ["lp_pool1d"] = i => functional.lp_pool1d(i[0], 3, 3, stride: 2, ceil_mode: true),
        ["lp_pool2d"] = i => functional.lp_pool2d(i[0], 2, new long[] { 2, 3 }, stride: [1, 2]),
        ["lp_pool2d square"] = i => functional.lp_pool2d(i[0], 1.5, 2),
        ["max_pool1d"] = i => functional.max_pool1d(i[0], 3, stride: 2, padding: 1, dilation: 2, ceil_mode: true),
        ["max_pool1d indices"] = i => functional.max_pool1d_with_indices(i[0], 3, stride: 2, padding: 1).indices,
        ["max_pool2d"] = i => functional.max_pool2d(i[0], (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), ceil_mode: true),
        ["max_pool2d square"] = i => functional.max_pool2d(i[0], 3, stride: 2, padding: 1),
        ["max_pool2d plain"] = i => functional.max_pool2d(i[0], new long[] { 2, 3 }),
        ["max_pool2d indices"] = i => functional.max_pool2d_with_indices(i[0], [3, 2]).indices,
        ["max_pool3d"] = i => functional.max_pool3d(i[0], [2, 2, 3], strides: [1, 2, 1], padding: [1, 0, 1]),
        ["max_pool3d indices"] = i => functional.max_pool3d_with_indices(i[0], [2, 2, 2]).indices,
        ["adaptive_avg_pool1d"] = i => functional.adaptive_avg_pool1d(i[0], 4),
        ["adaptive_avg_pool2d"] = i => functional.adaptive_avg_pool2d(i[0], (4, 5)),
        ["adaptive_avg_pool2d square"] = i => functional.adaptive_avg_pool2d(i[0], 3),
        ["adaptive_avg_pool3d"] = i => functional.adaptive_avg_pool3d(i[0], (2, 3, 1)),
        ["adaptive_avg_pool3d cube"] = i => functional.adaptive_avg_pool3d(i[0], 3),
        ["adaptive_max_pool1d"] = i => functional.adaptive_max_pool1d(i[0], 4),
        ["adaptive_max_pool1d indices"] = i => functional.adaptive_max_pool1d_with_indices(i[0], 4).Indices,
        ["adaptive_max_pool2d"] = i => functional.adaptive_max_pool2d(i[0], [4, 5]),
        ["adaptive_max_pool2d indices"] = i => functional.adaptive_max_pool2d_with_indices(i[0], [4, 5]).Indices,
        ["adaptive_max_pool3d"] = i => functional.adaptive_max_pool3d(i[0], [2, 3, 1]),
        ["adaptive_max_pool3d indices"] = i => functional.adaptive_max_pool3d_with_indices(i[0], [2, 3, 1]).Indices,
        ["fractional_max_pool2d"] = i => functional.fractional_max_pool2d(i[0], (2, 3), output_size: (3, 3)),
        ["fractional_max_pool2d ratio"] = i => functional.fractional_max_pool2d(i[0], 2, output_ratio: 0.7),
        ["fractional_max_pool2d indices"] = i => functional.fractional_max_pool2d_with_indices(i[0], 2, output_size: 3).Indices,
        ["fractional_max_pool3d"] = i => functional.fractional_max_pool3d(i[0], (2, 2, 2), output_size: (3, 2, 2)),
        ["fractional_max_pool3d ratio"] = i => functional.fractional_max_pool3d(i[0], 2, output_ratio: 0.6),
        ["fractional_max_pool3d indices"] = i => functional.fractional_max_pool3d_with_indices(i[0], 2, output_size: 2).Indices,
        ["max_unpool1d"] = i => Unpooled1d(i[0], null),
        ["max_unpool1d sized"] = i => Unpooled1d(i[0], [9]),
        ["max_unpool2d"] = i =>
        {
            var (values, indices) = functional.max_pool2d_with_indices(i[0], [2, 3]);
            return functional.max_unpool2d(values, indices, [2, 3], stride: [2, 3], output_size: [5, 6]);
        },
        ["max_unpool3d"] = i =>
        {
            var (values, indices) = functional.max_pool3d_with_indices(i[0], [2, 2, 2]);
            return functional.max_unpool3d(values, indices, [2, 2, 2], stride: [2, 2, 2], padding: [0, 0, 0]);
        },
        ["avg_pool2d_backward"] = i => functional.avg_pool2d_backward(i[0], i[1], [3, 2], strides: [2, 1], paddings: [1, 0]).detach(),
        ["avg_pool3d_backward"] = i => functional.avg_pool3d_backward(i[0], i[1], [2, 2, 2]).detach(),
        ["adaptive_avg_pool3d_backward"] = i => functional.adaptive_avg_pool3d_backward(empty(0), i[0].detach(), i[1].detach()),
        ["upsample_nearest1d_backward"] = i => functional.upsample_nearest1d_backward(i[0], 20, 9, null).detach(),
        ["upsample_nearest2d_backward"] = i => functional.upsample_nearest2d_backward(i[0], [1, 4, 5, 6], outputSizes: [7, 9]).detach(),
        ["upsample_nearest3d_backward"] = i => functional.upsample_nearest3d_backward(i[0], [5, 4, 4], scaleFactors: [2, 1, 1.5]).detach(),

        ["batch_norm"] = i => functional.batch_norm(i[0], zeros(4), ones(4), weight: i[1], bias: i[2], training: true, momentum: 0.2, eps: 1e-3),
        ["batch_norm evaluation"] = i => functional.batch_norm(i[0], i[1].detach(), i[2].detach(), i[3], i[4], eps: 1e-3),
        ["batch_norm statistics"] = i =>
        {
            var (mean, variance) = (zeros(4), ones(4));
            functional.batch_norm(i[0], mean, variance, training: true, momentum: 0.3);
            return stack([mean, variance]);
        },
        ["instance_norm"] = i => functional.instance_norm(i[0], weight: i[1], bias: i[2], eps: 1e-3),
        ["instance_norm running"] = i => functional.instance_norm(i[0], running_mean: i[1].detach(), running_var: i[2].detach(), use_input_stats: false),
        ["layer_norm"] = i => functional.layer_norm(i[0], [4], weight: i[1], bias: i[2], eps: 1e-3),
        ["group_norm"] = i => functional.group_norm(i[0], 2, weight: i[1], bias: i[2], eps: 1e-3),
        ["local_response_norm"] = i => functional.local_response_norm(i[0], 3, alpha: 0.5, beta: 0.8, k: 2),
        ["local_response_norm series"] = i => functional.local_response_norm(i[0], 2),
        ["local_response_norm volume"] = i => functional.local_response_norm(i[0], 2, alpha: 1),
        ["normalize"] = i => functional.normalize(i[0], p: 3, dim: 0, eps: 1e-6),

        ["pad constant"] = i => functional.pad(i[0], (1, 2, 0, 3), value: 0.5),
        ["pad reflect"] = i => functional.pad(i[0], (2, 1), PaddingModes.Reflect),
        ["pad replicate"] = i => functional.pad(i[0], new long[] { 2, 1, 0, 1 }, PaddingModes.Replicate),
        ["pad circular"] = i => functional.pad(i[0], stackalloc long[] { 2, 1 }, PaddingModes.Circular),
        ["pad all"] = i => functional.pad(i[0], 1),
        ["unfold"] = i => functional.unfold(i[0], (2, 3), dilation: (2, 1), padding: (0, 1), stride: (1, 2)),
        ["unfold square"] = i => functional.unfold(i[0], 3, padding: 1, stride: 2),
        ["fold"] = i => functional.fold(i[0], (4, 5), (2, 3), padding: (0, 1), stride: (1, 2)),
        ["fold square"] = i => functional.fold(i[0], 4, 2, stride: 2),
        ["pixel_shuffle"] = i => functional.pixel_shuffle(i[0], 2),
        ["pixel_unshuffle"] = i => functional.pixel_unshuffle(i[0], 2),
        ["cosine_similarity"] = i => functional.cosine_similarity(i[0], i[1], dim: 0, eps: 1e-6),
        ["pairwise_distance"] = i => functional.pairwise_distance(i[0], i[1], p: 3, eps: 1e-4, keepdim: true),

        ["interpolate nearest1d"] = i => functional.upsample_nearest1d(i[0], 13, null),
        ["interpolate nearest2d"] = i => functional.upsample_nearest2d(i[0], scaleFactors: [1.7, 0.6]),
        ["interpolate nearest3d"] = i => functional.upsample_nearest3d(i[0], scaleFactors: [1.4]),
        ["interpolate linear"] = i => functional.interpolate(i[0], size: [13], mode: InterpolationMode.Linear, align_corners: true),
        ["interpolate bilinear"] = i => functional.interpolate(i[0], size: [9, 4], mode: InterpolationMode.Bilinear),
        ["interpolate bilinear factor"] = i => functional.interpolate(i[0], scale_factor: [1.7, 0.6], mode: InterpolationMode.Bilinear),
        ["interpolate bilinear recomputed"] = i => functional.interpolate(i[0], scale_factor: [1.7, 0.6], mode: InterpolationMode.Bilinear, recompute_scale_factor: true),
        ["interpolate bilinear antialias"] = i => functional.interpolate(i[0], size: [3, 2], mode: InterpolationMode.Bilinear, antialias: true),
        ["interpolate bicubic"] = i => functional.interpolate(i[0], size: [9, 4], mode: InterpolationMode.Bicubic, align_corners: true),
        ["interpolate bicubic antialias"] = i => functional.interpolate(i[0], size: [3, 2], mode: InterpolationMode.Bicubic, antialias: true),
        ["interpolate trilinear"] = i => functional.interpolate(i[0], size: [3, 5, 6], mode: InterpolationMode.Trilinear, align_corners: true),
        ["interpolate area"] = i => functional.interpolate(i[0], scale_factor: [0.5], mode: InterpolationMode.Area),
        ["interpolate area1d"] = i => functional.interpolate(i[0], size: [4], mode: InterpolationMode.Area),
        ["interpolate area3d"] = i => functional.interpolate(i[0], size: [2], mode: InterpolationMode.Area),
        ["upsample"] = i => functional.upsample(i[0], scale_factor: [2], mode: UpsampleMode.Bicubic, align_corners: true),
        ["upsample_bilinear"] = i => functional.upsample_bilinear(i[0], size: [7, 8], align_corners: true),
        ["affine_grid"] = i => functional.affine_grid(i[0], size: [2, 1, 3, 4]),
        ["affine_grid volume"] = i => functional.affine_grid(i[0], size: [1, 1, 2, 3, 2], align_corners: true),
        ["grid_sample"] = i => functional.grid_sample(i[0], i[1]),
        ["grid_sample border"] = i => functional.grid_sample(i[0], i[1], padding_mode: GridSamplePaddingMode.Border, align_corners: true),
        ["grid_sample reflection"] = i => functional.grid_sample(i[0], i[1], mode: GridSampleMode.Nearest, padding_mode: GridSamplePaddingMode.Reflection),

        ["attention"] = i => functional.scaled_dot_product_attention(i[0], i[1], i[2]),
        ["attention causal"] = i => functional.scaled_dot_product_attention(i[0], i[1], i[2], is_casual: true),
        ["attention bias"] = i => functional.scaled_dot_product_attention(i[0], i[1], i[2], attn_mask: i[3]),
        ["attention mask"] = i => functional.scaled_dot_product_attention(i[0], i[1], i[2], attn_mask: i[3]),
        ["attention dropout"] = i => functional.scaled_dot_product_attention(i[0], i[1], i[2], p: 0.3),
    };

    private static Tensor Unpooled1d(Tensor input, long[]? size)
    {
        var (values, indices) = functional.max_pool1d_with_indices(input, 2);
        return functional.max_unpool1d(values, indices, 2, output_size: size);
    }
}
