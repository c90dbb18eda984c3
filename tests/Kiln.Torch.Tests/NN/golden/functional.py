"""Writes functional.json: results and gradients of torch.nn.functional as Python's PyTorch computes them.

Run it again after adding a case:  OMP_NUM_THREADS=1 /usr/bin/python3 tests/Kiln.Torch.Tests/NN/golden/functional.py
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "golden"))
from recording import Recorder  # noqa: E402

torch.manual_seed(2025)
recorder = Recorder(__file__)
case = recorder.case


def r(*size):
    return torch.randn(*size)


x = r(3, 4) * 2

# Activations
for name in "relu relu6 selu silu mish hardswish hardsigmoid logsigmoid tanhshrink softsign tanh sigmoid gelu rrelu".split():
    case(name, getattr(F, name), x)
case("leaky_relu", lambda a: F.leaky_relu(a, 0.2), x)
case("prelu", F.prelu, r(2, 3, 4), torch.tensor([0.1, 0.25, 0.4]))
case("rrelu range", lambda a: F.rrelu(a, 0.2, 0.4), x)
case("elu", lambda a: F.elu(a, 0.7), x)
case("celu", lambda a: F.celu(a, 0.7), x)
case("threshold", lambda a: F.threshold(a, 0.3, -1.5), x)
case("hardtanh", lambda a: F.hardtanh(a, -0.5, 0.75), x)
case("gelu tanh", lambda a: F.gelu(a, approximate="tanh"), x)
case("softplus", lambda a: F.softplus(a, 2, 1.5), x)
case("glu", lambda a: F.glu(a, 0), r(4, 3))
case("hardshrink", lambda a: F.hardshrink(a, 0.8), x)
case("softshrink", lambda a: F.softshrink(a, 0.8), x)
case("softmax", lambda a: F.softmax(a, 0), x)
case("softmax double", lambda a: F.softmax(a, 1, dtype=torch.float64), x)
case("log_softmax", lambda a: F.log_softmax(a, 1), x)
case("softmin", lambda a: F.softmin(a, 1), x)
case("softmax2d", lambda a: torch.nn.Softmax2d()(a), r(2, 3, 2, 2))

# Dropout, from the recorder's seed
case("dropout", lambda a: F.dropout(a, 0.3), x)
case("dropout evaluation", lambda a: F.dropout(a, 0.3, training=False), x)
case("dropout1d", lambda a: F.dropout1d(a, 0.4), r(3, 4, 2))
case("dropout1d single", lambda a: F.dropout1d(a, 0.4), r(4, 2))
case("dropout2d", lambda a: F.dropout2d(a, 0.4), r(3, 4, 2, 1))
case("dropout3d", lambda a: F.dropout3d(a, 0.4), r(3, 4, 1, 2, 1))
case("dropout3d single", lambda a: F.dropout3d(a, 0.4), r(4, 1, 2, 1))
case("alpha_dropout", lambda a: F.alpha_dropout(a, 0.4, training=True), x)
case("feature_alpha_dropout", lambda a: F.feature_alpha_dropout(a, 0.4, training=True), r(3, 4, 2))

# Linear maps and convolutions
case("linear", F.linear, r(2, 3, 4), r(5, 4), r(5))
case("bilinear", F.bilinear, r(3, 2), r(3, 4), r(5, 2, 4), r(5))
case("one_hot", lambda c: F.one_hot(c, 5), torch.tensor([[0, 4], [2, 1]]))
case("one_hot largest", F.one_hot, torch.tensor([0, 2]))
series, image, volume = r(1, 4, 9), r(1, 4, 5, 6), r(1, 2, 5, 4, 4)
case("conv1d", lambda a, w, b: F.conv1d(a, w, b, 2, 1, 2, 2), series, r(6, 2, 3), r(6))
case("conv1d plain", F.conv1d, series, r(3, 4, 2))
case("conv1d same", lambda a, w, b: F.conv1d(a, w, b, padding="same", dilation=2), series, r(3, 4, 3), r(3))
case("conv2d", lambda a, w, b: F.conv2d(a, w, b, (2, 1), (1, 2), (1, 2), 2), image, r(6, 2, 3, 2), r(6))
case("conv2d valid", lambda a, w: F.conv2d(a, w, padding="valid", stride=2), image, r(3, 4, 3, 3))
case("conv2d same", lambda a, w, b: F.conv2d(a, w, b, padding="same", groups=2), image, r(4, 2, 3, 3), r(4))
case("conv3d", lambda a, w, b: F.conv3d(a, w, b, (2, 1, 1), (1, 0, 1), (1, 1, 2)), volume, r(3, 2, 3, 2, 2), r(3))
case("conv3d same", lambda a, w: F.conv3d(a, w, padding="same"), volume, r(3, 2, 3, 1, 3))
case("conv_transpose1d", lambda a, w, b: F.conv_transpose1d(a, w, b, 3, 1, 2, 2, 2), series, r(4, 3, 3), r(6))
case("conv_transpose2d", lambda a, w, b: F.conv_transpose2d(a, w, b, (2, 3), (1, 0), (1, 2), 2, (1, 2)), image, r(4, 3, 3, 2), r(6))
case("conv_transpose3d", lambda a, w: F.conv_transpose3d(a, w, stride=(2, 1, 1), output_padding=(1, 0, 0)), volume, r(2, 3, 2, 2, 2))

# Pooling
case("avg_pool1d", lambda a: F.avg_pool1d(a, 3, 2, 1, True, False), series)
case("avg_pool2d", lambda a: F.avg_pool2d(a, (3, 2), (2, 1), (1, 0), True, False, 5), image)
case("avg_pool2d square", lambda a: F.avg_pool2d(a, 3, 2, 1), image)
case("avg_pool2d plain", lambda a: F.avg_pool2d(a, (2, 3)), image)
case("avg_pool3d", lambda a: F.avg_pool3d(a, (2, 2, 3), (1, 2, 1), (1, 0, 1), False, False), volume)
case("lp_pool1d", lambda a: F.lp_pool1d(a, 3, 3, 2, True), series.abs())
case("lp_pool2d", lambda a: F.lp_pool2d(a, 2, (2, 3), (1, 2)), image)
case("lp_pool2d square", lambda a: F.lp_pool2d(a, 1.5, 2), image.abs())
case("max_pool1d", lambda a: F.max_pool1d(a, 3, 2, 1, 2, True), series)
case("max_pool1d indices", lambda a: F.max_pool1d(a, 3, 2, 1, return_indices=True)[1], series)
case("max_pool2d", lambda a: F.max_pool2d(a, (3, 2), (2, 1), (1, 0), (1, 2), True), image)
case("max_pool2d square", lambda a: F.max_pool2d(a, 3, 2, 1), image)
case("max_pool2d plain", lambda a: F.max_pool2d(a, (2, 3)), image)
case("max_pool2d indices", lambda a: F.max_pool2d(a, (3, 2), return_indices=True)[1], image)
case("max_pool3d", lambda a: F.max_pool3d(a, (2, 2, 3), (1, 2, 1), (1, 0, 1)), volume)
case("max_pool3d indices", lambda a: F.max_pool3d(a, 2, return_indices=True)[1], volume)
case("adaptive_avg_pool1d", lambda a: F.adaptive_avg_pool1d(a, 4), series)
case("adaptive_avg_pool2d", lambda a: F.adaptive_avg_pool2d(a, (4, 5)), image)
case("adaptive_avg_pool2d square", lambda a: F.adaptive_avg_pool2d(a, 3), image)
case("adaptive_avg_pool3d", lambda a: F.adaptive_avg_pool3d(a, (2, 3, 1)), volume)
case("adaptive_avg_pool3d cube", lambda a: F.adaptive_avg_pool3d(a, 3), volume)
case("adaptive_max_pool1d", lambda a: F.adaptive_max_pool1d(a, 4), series)
case("adaptive_max_pool1d indices", lambda a: F.adaptive_max_pool1d(a, 4, True)[1], series)
case("adaptive_max_pool2d", lambda a: F.adaptive_max_pool2d(a, (4, 5)), image)
case("adaptive_max_pool2d indices", lambda a: F.adaptive_max_pool2d(a, (4, 5), True)[1], image)
case("adaptive_max_pool3d", lambda a: F.adaptive_max_pool3d(a, (2, 3, 1)), volume)
case("adaptive_max_pool3d indices", lambda a: F.adaptive_max_pool3d(a, (2, 3, 1), True)[1], volume)
case("fractional_max_pool2d", lambda a: F.fractional_max_pool2d(a, (2, 3), output_size=(3, 3)), image)
case("fractional_max_pool2d ratio", lambda a: F.fractional_max_pool2d(a, 2, output_ratio=(0.7, 0.7)), image)
case("fractional_max_pool2d indices", lambda a: F.fractional_max_pool2d(a, 2, output_size=3, return_indices=True)[1], image)
case("fractional_max_pool3d", lambda a: F.fractional_max_pool3d(a, 2, output_size=(3, 2, 2)), volume)
case("fractional_max_pool3d ratio", lambda a: F.fractional_max_pool3d(a, 2, output_ratio=(0.6, 0.6, 0.6)), volume)
case("fractional_max_pool3d indices", lambda a: F.fractional_max_pool3d(a, 2, output_size=2, return_indices=True)[1], volume)


def unpool(pool, unpool, size=None, **options):
    def run(a):
        values, indices = pool(a, return_indices=True, **options)
        return unpool(values, indices, output_size=size, **options)
    return run


case("max_unpool1d", unpool(F.max_pool1d, F.max_unpool1d, kernel_size=2), series)
case("max_unpool1d sized", unpool(F.max_pool1d, F.max_unpool1d, size=(9,), kernel_size=2), series)
case("max_unpool2d", unpool(F.max_pool2d, F.max_unpool2d, size=(5, 6), kernel_size=(2, 3), stride=(2, 3)), image)
case("max_unpool3d", unpool(F.max_pool3d, F.max_unpool3d, kernel_size=2, stride=2), volume[:, :, :4])


def backward(forward, gradient):
    """The gradient with respect to the input, as a function of it and of the gradient of the output."""
    def run(g, a):
        a = a.detach().requires_grad_()
        return torch.autograd.grad(forward(a), a, g.detach())[0]
    return run


case("avg_pool2d_backward", backward(lambda a: F.avg_pool2d(a, (3, 2), (2, 1), (1, 0)), None), r(1, 4, 3, 5), image)
case("avg_pool3d_backward", backward(lambda a: F.avg_pool3d(a, 2), None), r(1, 2, 2, 2, 2), volume)
case("adaptive_avg_pool3d_backward", backward(lambda a: F.adaptive_avg_pool3d(a, 2), None), r(1, 2, 2, 2, 2), volume)
case("upsample_nearest1d_backward", backward(lambda a: F.interpolate(a, 20), None), r(1, 4, 20), series)
case("upsample_nearest2d_backward", backward(lambda a: F.interpolate(a, (7, 9)), None), r(1, 4, 7, 9), image)
case("upsample_nearest3d_backward", backward(lambda a: F.interpolate(a, scale_factor=(2.0, 1.0, 1.5)), None), r(1, 2, 10, 4, 6), volume)

# Normalisation
mean, var, weight, bias = r(4), torch.rand(4) + 0.5, r(4), r(4)
case("batch_norm", lambda a, w, b: F.batch_norm(a, torch.zeros(4), torch.ones(4), w, b, True, 0.2, 1e-3), image, weight, bias)
case("batch_norm evaluation", lambda a, m, v, w, b: F.batch_norm(a, m.detach(), v.detach(), w, b, eps=1e-3), image, mean, var, weight, bias)
case("batch_norm statistics", lambda a: (lambda m, v: (F.batch_norm(a, m, v, training=True, momentum=0.3), torch.stack([m, v]))[1])(torch.zeros(4), torch.ones(4)).detach(), image)
case("instance_norm", lambda a, w, b: F.instance_norm(a, weight=w, bias=b, eps=1e-3), image, weight, bias)
case("instance_norm running", lambda a, m, v: F.instance_norm(a, m.detach(), v.detach(), use_input_stats=False), image, mean, var)
case("layer_norm", lambda a, w, b: F.layer_norm(a, (4,), w, b, 1e-3), r(2, 3, 4), weight, bias)
case("group_norm", lambda a, w, b: F.group_norm(a, 2, w, b, 1e-3), image, weight, bias)
case("local_response_norm", lambda a: F.local_response_norm(a, 3, 0.5, 0.8, 2.0), image)
case("local_response_norm series", lambda a: F.local_response_norm(a, 2), series)
case("local_response_norm volume", lambda a: F.local_response_norm(a, 2, 1.0), volume)
case("normalize", lambda a: F.normalize(a, 3, 0, 1e-6), x)

# Borders, patches, distances
case("pad constant", lambda a: F.pad(a, (1, 2, 0, 3), value=0.5), image)
case("pad reflect", lambda a: F.pad(a, (2, 1), "reflect"), series)
case("pad replicate", lambda a: F.pad(a, (2, 1, 0, 1), "replicate"), image)
case("pad circular", lambda a: F.pad(a, (2, 1), "circular"), series)
case("pad all", lambda a: F.pad(a, (1, 1, 1, 1)), x)
case("unfold", lambda a: F.unfold(a, (2, 3), (2, 1), (0, 1), (1, 2)), image)
case("unfold square", lambda a: F.unfold(a, 3, 1, 1, 2), image)
case("fold", lambda a: F.fold(a, (4, 5), (2, 3), padding=(0, 1), stride=(1, 2)), r(1, 12, 9))
case("fold square", lambda a: F.fold(a, 4, 2, stride=2), r(2, 8, 4))
case("pixel_shuffle", lambda a: F.pixel_shuffle(a, 2), r(1, 8, 2, 3))
case("pixel_unshuffle", lambda a: F.pixel_unshuffle(a, 2), r(1, 2, 4, 6))
case("cosine_similarity", lambda a, b: F.cosine_similarity(a, b, 0, 1e-6), x, r(3, 4))
case("pairwise_distance", lambda a, b: F.pairwise_distance(a, b, 3, 1e-4, True), x, r(3, 4))

# Resizing and sampling
case("interpolate nearest1d", lambda a: F.interpolate(a, 13), series)
case("interpolate nearest2d", lambda a: F.interpolate(a, scale_factor=(1.7, 0.6)), image)
case("interpolate nearest3d", lambda a: F.interpolate(a, scale_factor=1.4), volume)
case("interpolate linear", lambda a: F.interpolate(a, 13, mode="linear", align_corners=True), series)
case("interpolate bilinear", lambda a: F.interpolate(a, (9, 4), mode="bilinear"), image)
case("interpolate bilinear factor", lambda a: F.interpolate(a, scale_factor=(1.7, 0.6), mode="bilinear"), image)
case("interpolate bilinear recomputed", lambda a: F.interpolate(a, scale_factor=(1.7, 0.6), mode="bilinear", recompute_scale_factor=True), image)
case("interpolate bilinear antialias", lambda a: F.interpolate(a, (3, 2), mode="bilinear", antialias=True), image)
case("interpolate bicubic", lambda a: F.interpolate(a, (9, 4), mode="bicubic", align_corners=True), image)
case("interpolate bicubic antialias", lambda a: F.interpolate(a, (3, 2), mode="bicubic", antialias=True), image)
case("interpolate trilinear", lambda a: F.interpolate(a, (3, 5, 6), mode="trilinear", align_corners=True), volume)
case("interpolate area", lambda a: F.interpolate(a, scale_factor=0.5, mode="area"), image)
case("interpolate area1d", lambda a: F.interpolate(a, 4, mode="area"), series)
case("interpolate area3d", lambda a: F.interpolate(a, 2, mode="area"), volume)
case("upsample", lambda a: F.interpolate(a, scale_factor=2.0, mode="bicubic", align_corners=True), image)
case("upsample_bilinear", lambda a: F.interpolate(a, (7, 8), mode="bilinear", align_corners=True), image)
case("affine_grid", lambda t: F.affine_grid(t, (2, 1, 3, 4), align_corners=False), r(2, 2, 3))
case("affine_grid volume", lambda t: F.affine_grid(t, (1, 1, 2, 3, 2), align_corners=True), r(1, 3, 4))
grid = torch.rand(1, 3, 4, 2) * 2.6 - 1.3
case("grid_sample", lambda a, g: F.grid_sample(a, g, align_corners=False), image, grid)
case("grid_sample border", lambda a, g: F.grid_sample(a, g, padding_mode="border", align_corners=True), image, grid)
case("grid_sample reflection", lambda a, g: F.grid_sample(a, g, mode="nearest", padding_mode="reflection", align_corners=False), image, grid)


# Attention, as PyTorch 2 documents it
def attention(q, k, v, mask=None, p=0.0, causal=False):
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    if causal:
        mask = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf")) if mask.dtype == torch.bool else scores + mask
    return F.dropout(scores.softmax(-1), p) @ v


q, k, v = r(2, 3, 4), r(2, 5, 4), r(2, 5, 2)
case("attention", attention, q, k, v)
case("attention causal", lambda a, b, c: attention(a, b, c, causal=True), q, k, v)
case("attention bias", attention, q, k, v, r(3, 5))
case("attention mask", attention, q, k, v, torch.tensor([[1, 0, 1, 1, 0], [1, 1, 1, 1, 1], [0, 0, 0, 1, 0]], dtype=torch.bool))
case("attention dropout", lambda a, b, c: attention(a, b, c, p=0.3), q, k, v)

recorder.write()
