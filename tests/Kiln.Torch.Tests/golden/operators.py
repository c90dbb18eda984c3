"""Writes operators.json: results and gradients of operators as Python's PyTorch computes them.

Run it again after adding a case:  /usr/bin/python3 tests/Kiln.Torch.Tests/golden/operators.py
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(2024)
CASES = {}


def describe(tensor):
    """Nine digits are enough to give every single-precision number back."""
    data = tensor.flatten().tolist()
    if tensor.dtype == torch.float32:
        data = [float(f"{value:.9g}") for value in data]
    return {"type": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape), "data": data}


def case(name, function, *inputs):
    """Records the first result of a function and the gradients of the sum of its weighted elements."""
    inputs = [i.detach().clone() for i in inputs]
    for i in inputs:
        i.requires_grad_(i.is_floating_point())
    output = function(*inputs)
    record = {"inputs": [describe(i.detach()) for i in inputs], "output": describe(output.detach())}
    if output.requires_grad:
        weights = torch.linspace(-1, 1, output.numel(), dtype=output.dtype).reshape(output.shape)
        (output * weights).sum().backward()
        record["gradients"] = [describe(i.grad) if i.grad is not None else None for i in inputs]
    CASES[name] = record


def r(*size):
    return torch.randn(*size)


def positive(*size):
    return torch.rand(*size) + 0.5


x, y, row = r(3, 4), r(3, 4), r(4)
p = positive(3, 4)
i3 = torch.tensor([2, 0, 1])

for name in "abs neg sign square exp expm1 sigmoid erf sin cos tan sinh cosh tanh floor ceil trunc frac relu gelu silu selu".split():
    case(name, lambda a, name=name: getattr(F if not hasattr(torch, name) else torch, name)(a), x)
for name in "sqrt rsqrt reciprocal log log2 log10 log1p".split():
    case(name, getattr(torch, name), p)
for name in "asin acos atan".split():
    case(name, getattr(torch, name), x / 4)

case("add", lambda a, b: a + b, x, row)
case("add_alpha", lambda a, b: torch.add(a, b, alpha=2.5), x, y)
case("sub", lambda a, b: a - b, x, row)
case("sub_from_number", lambda a: 1 - a, x)
case("mul", lambda a, b: a * b, x, row)
case("div", lambda a, b: a / b, x, p)
case("divide_number", lambda a: 2 / a, p)
case("div_floor", lambda a, b: torch.div(a, b, rounding_mode="floor"), x, p)
case("remainder", lambda a: a % 0.7, x)
case("fmod", lambda a: torch.fmod(a, 0.7), x)
case("pow", lambda a: a**3, x)
case("pow_tensor", lambda a, b: a**b, p, x)
case("atan2", torch.atan2, x, y)
case("lerp", torch.lerp, x, y, p)
case("addcmul", lambda a, b, c: torch.addcmul(a, b, c, value=0.5), x, y, p)
case("addcdiv", lambda a, b, c: torch.addcdiv(a, b, c, value=0.5), x, y, p)
case("clamp", lambda a: a.clamp(-0.5, 0.5), x)
case("clamp_min", lambda a: a.clamp(min=0.1), x)
case("maximum", torch.maximum, x, y)
case("minimum", torch.minimum, x, y)
case("round_decimals", lambda a: torch.round(a, decimals=2), x)
case("leaky_relu", lambda a: F.leaky_relu(a, 0.1), x)
case("elu", lambda a: F.elu(a, 0.7), x)
case("softplus", F.softplus, x)
case("hardtanh", lambda a: F.hardtanh(a, -0.5, 0.5), x)
case("softmax", lambda a: a.softmax(1), x)
case("log_softmax", lambda a: a.log_softmax(0), x)

case("matmul", lambda a, b: a @ b, r(3, 4), r(4, 5))
case("matmul_batched", lambda a, b: a @ b, r(2, 3, 4), r(4, 5))
case("bmm", torch.bmm, r(2, 3, 4), r(2, 4, 5))
case("mv", torch.mv, x, row)
case("dot", torch.dot, row, r(4))
case("outer", torch.outer, r(3), row)
case("addmm", lambda a, b, c: torch.addmm(a, b, c, beta=0.5, alpha=2), r(3, 5), r(3, 4), r(4, 5))
case("einsum", lambda a, b: torch.einsum("ij,kj->ik", a, b), x, y)
case("det", torch.det, r(3, 3))
case("inverse", torch.inverse, r(3, 3) + 3 * torch.eye(3))
case("cholesky", torch.linalg.cholesky, (lambda a: a @ a.T + torch.eye(3))(r(3, 3)))
case("cdist", torch.cdist, r(3, 4), r(5, 4))

case("sum", torch.sum, x)
case("sum_dim", lambda a: a.sum(1, keepdim=True), x)
case("sum_int", torch.sum, torch.tensor([[1, 2], [3, 4]], dtype=torch.int32))
case("mean", torch.mean, x)
case("mean_dim", lambda a: a.mean(0), x)
case("std", torch.std, x)
case("var_dim_biased", lambda a: a.var(1, unbiased=False), x)
case("prod", torch.prod, x)
case("norm", torch.norm, x)
case("norm_1", lambda a: torch.norm(a, 1, dim=1), x)
case("logsumexp", lambda a: a.logsumexp(1), x)
case("cumsum", lambda a: a.cumsum(1), x)
case("max", torch.max, x)
case("max_dim", lambda a: a.max(1).values, x)
case("min_dim_indices", lambda a: a.min(1).indices, x)
case("amax", lambda a: a.amax(0), x)
case("argmax", torch.argmax, x)
case("argmax_dim", lambda a: a.argmax(1), x)
case("argsort_descending", lambda a: a.argsort(1, True), x)
case("topk", lambda a: a.topk(2, 1).values, x)
case("median", torch.median, x)
case("quantile", lambda a, q: a.quantile(q, 1), x, torch.tensor([0.25, 0.75]))
case("all", lambda a: (a > -10).all(), x)
case("any_dim", lambda a: (a > 0).any(1), x)
case("bincount", torch.bincount, torch.tensor([1, 1, 3]))
case("histc", lambda a: torch.histc(a, 4, -2, 2), x)
case("unique", torch.unique, torch.tensor([3, 1, 3, 2]))
case("count_nonzero", torch.count_nonzero, torch.tensor([0, 1, 2, 0]))

case("reshape", lambda a: a.reshape(2, -1), x)
case("flatten", lambda a: a.flatten(1), r(2, 3, 4))
case("unflatten", lambda a: a.unflatten(1, (2, -1)), x)
case("transpose", lambda a: a.transpose(0, 1), x)
case("permute", lambda a: a.permute(2, 0, 1), r(2, 3, 4))
case("squeeze", lambda a: a.squeeze(1), r(3, 1, 2))
case("unsqueeze", lambda a: a.unsqueeze(-1), x)
case("expand", lambda a: a.expand(3, 4), r(1, 4))
case("repeat", lambda a: a.repeat(2, 1), x)
case("repeat_interleave", lambda a: a.repeat_interleave(2, 1), x)
case("tile", lambda a: a.tile((1, 2)), x)
case("flip", lambda a: a.flip(0, 1), x)
case("roll", lambda a: a.roll(1, 1), x)
case("tril", torch.tril, r(3, 3))
case("diag", torch.diag, r(3))
case("cat", lambda a, b: torch.cat([a, b], 1), x, y)
case("stack", lambda a, b: torch.stack([a, b], 1), x, y)
case("split_second", lambda a: a.split(2, 1)[1], x)
case("chunk_first", lambda a: a.chunk(3, 0)[0], x)
case("index_select", lambda a, i: a.index_select(1, i), x, i3)
case("gather", lambda a, i: a.gather(1, i), x, torch.tensor([[0, 3], [1, 1], [2, 0]]))
case("scatter", lambda a, i, s: a.scatter(1, i, s), x, torch.tensor([[0, 3], [1, 2], [2, 0]]), r(3, 2))
case("masked_fill", lambda a: a.masked_fill(a > 0, -1), x)
case("masked_select", lambda a: a.masked_select(a > 0), x)
case("where", lambda a, b: torch.where(a > b, a, b), x, y)
case("nonzero", torch.nonzero, torch.tensor([[0, 1], [1, 0]]))
case("diff", lambda a: a.diff(dim=1), x)

z = r(4, 5, 6)
case("index_number", lambda a: a[1], z)
case("index_negative", lambda a: a[-1, 2], z)
case("index_range", lambda a: a[1:3, :, 2:], z)
case("index_step", lambda a: a[:, 0:5:2], z)
case("index_ellipsis", lambda a: a[..., 0], z)
case("index_new", lambda a: a[None, 1], z)
case("index_tensor", lambda a, i: a[i], z, i3)
case("index_tensor_and_range", lambda a, i: a[1:, i], z, i3)
case("index_mask", lambda a: a[a > 0.5], z)
case("index_mask_and_number", lambda a, m: a[m, 0], z, torch.tensor([True, False, True, True]))
case("set_range", lambda a: (lambda b: (b.__setitem__((slice(1, 3), 0), 5.0), b)[1])(a.clone()), z)
case("set_mask", lambda a: (lambda b: (b.__setitem__(b > 0, 0.0), b)[1])(a.clone()), z)

pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in CASES.items()) + "\n}\n")
