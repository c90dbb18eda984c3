"""Values and gradients of modules from python3-torch. Modules of several inputs are in sequences.py.

Writes modules.json beside this file:  OMP_NUM_THREADS=1 /usr/bin/python3 modules.py
"""
import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
torch.set_num_threads(1)


def array(tensor):
    # Nine digits name a float32 exactly.
    return {"shape": list(tensor.shape), "data": [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]}


def random(seed, *shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


IMAGE = random(1, 2, 4, 5, 4)
SIGNAL = random(2, 2, 4, 7)
ROWS = random(3, 3, 5)
VOLUME = random(11, 1, 2, 4, 3, 4)
LARGE = 5 * ROWS
INPUTS = {"image": IMAGE, "signal": SIGNAL, "rows": ROWS, "volume": VOLUME}



def channel_shuffle():
    # PyTorch's own operator has no derivative in 1.13.
    module = nn.ChannelShuffle(2)
    module.forward = lambda x: x.unflatten(1, (2, 2)).transpose(1, 2).flatten(1, 2)
    return module


MODULES = {
    "Linear": (lambda: nn.Linear(5, 4), ROWS),
    "Linear without bias": (lambda: nn.Linear(5, 2, bias=False), random(4, 2, 3, 5)),
    "Conv1d": (lambda: nn.Conv1d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2), SIGNAL),
    "Conv1d same": (lambda: nn.Conv1d(4, 2, 4, padding="same", bias=False), SIGNAL),
    "Conv2d": (lambda: nn.Conv2d(4, 3, 3), IMAGE),
    "Conv2d padded": (lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), IMAGE),
    "Conv2d same": (lambda: nn.Conv2d(4, 2, (2, 3), padding="same"), IMAGE),
    "Conv2d valid": (lambda: nn.Conv2d(4, 2, 2, padding="valid"), IMAGE),
    "Conv2d reflect": (lambda: nn.Conv2d(4, 2, 3, padding=(2, 1), padding_mode="reflect"), IMAGE),
    "Conv2d circular": (lambda: nn.Conv2d(4, 2, (4, 3), padding="same", padding_mode="circular", bias=False), IMAGE),
    "MaxPool2d": (lambda: nn.MaxPool2d(2), IMAGE),
    "MaxPool2d ceil": (lambda: nn.MaxPool2d((3, 2), stride=(2, 2), padding=(1, 0), dilation=(1, 2), ceil_mode=True), IMAGE),
    "AvgPool2d": (lambda: nn.AvgPool2d(2), IMAGE),
    "AvgPool2d padded": (lambda: nn.AvgPool2d((3, 2), stride=(2, 1), padding=(1, 1), ceil_mode=True, count_include_pad=False), IMAGE),
    "AvgPool2d divisor": (lambda: nn.AvgPool2d(2, divisor_override=3), IMAGE),
    "AdaptiveAvgPool2d": (lambda: nn.AdaptiveAvgPool2d((3, 2)), IMAGE),
    "Flatten": (lambda: nn.Flatten(), IMAGE),
    "Flatten middle": (lambda: nn.Flatten(1, 2), IMAGE),
    "Unflatten": (lambda: nn.Unflatten(1, (2, -1)), IMAGE),
    "ReLU": (lambda: nn.ReLU(), ROWS),
    "LeakyReLU": (lambda: nn.LeakyReLU(0.2), ROWS),
    "Sigmoid": (lambda: nn.Sigmoid(), ROWS),
    "Tanh": (lambda: nn.Tanh(), ROWS),
    "GELU": (lambda: nn.GELU(), ROWS),
    "GELU tanh": (lambda: nn.GELU(approximate="tanh"), ROWS),
    "Softmax": (lambda: nn.Softmax(1), ROWS),
    "LogSoftmax": (lambda: nn.LogSoftmax(0), ROWS),
    "Dropout": (lambda: nn.Dropout(0.3), ROWS),
    "Dropout2d": (lambda: nn.Dropout2d(0.4), IMAGE),
    "BatchNorm1d": (lambda: nn.BatchNorm1d(5), ROWS),
    "BatchNorm1d signal": (lambda: nn.BatchNorm1d(4, eps=0.01, momentum=0.3), SIGNAL),
    "BatchNorm1d plain": (lambda: nn.BatchNorm1d(5, affine=False, track_running_stats=False), ROWS),
    "BatchNorm2d": (lambda: nn.BatchNorm2d(4), IMAGE),
    "BatchNorm2d eval": (lambda: nn.BatchNorm2d(4, momentum=0.5).eval(), IMAGE),
    "LayerNorm": (lambda: nn.LayerNorm(5), ROWS),
    "LayerNorm image": (lambda: nn.LayerNorm((5, 4), eps=0.1, elementwise_affine=False), IMAGE),
    "Embedding": (lambda: nn.Embedding(6, 3, padding_idx=-2), torch.tensor([[0, 4, 5], [4, 2, 0]])),
    "Embedding max_norm": (lambda: nn.Embedding(6, 3, max_norm=1.0), torch.tensor([0, 1, 1, 3])),
    "Identity": (lambda: nn.Identity(), ROWS),
    "CELU": (lambda: nn.CELU(1.5), ROWS),
    "ELU": (lambda: nn.ELU(0.75), ROWS),
    "GLU": (lambda: nn.GLU(1), IMAGE),
    "Hardshrink": (lambda: nn.Hardshrink(0.4), ROWS),
    "Hardsigmoid": (lambda: nn.Hardsigmoid(), LARGE),
    "Hardswish": (lambda: nn.Hardswish(), LARGE),
    "Hardtanh": (lambda: nn.Hardtanh(-0.5, 0.75), ROWS),
    "LogSigmoid": (lambda: nn.LogSigmoid(), ROWS),
    "Mish": (lambda: nn.Mish(), ROWS),
    "PReLU": (lambda: nn.PReLU(4, 0.1), IMAGE),
    "ReLU6": (lambda: nn.ReLU6(), LARGE),
    "RReLU": (lambda: nn.RReLU(0.1, 0.6), ROWS),
    "RReLU eval": (lambda: nn.RReLU(0.1, 0.6).eval(), ROWS),
    "SELU": (lambda: nn.SELU(), ROWS),
    "SiLU": (lambda: nn.SiLU(), ROWS),
    "Softmax2d": (lambda: nn.Softmax2d(), IMAGE),
    "Softmin": (lambda: nn.Softmin(1), ROWS),
    "Softplus": (lambda: nn.Softplus(2.0, 1.0), ROWS),
    "Softshrink": (lambda: nn.Softshrink(0.3), ROWS),
    "Softsign": (lambda: nn.Softsign(), ROWS),
    "Tanhshrink": (lambda: nn.Tanhshrink(), ROWS),
    "Threshold": (lambda: nn.Threshold(0.25, 2.5), ROWS),
    "Dropout1d": (lambda: nn.Dropout1d(0.4), SIGNAL),
    "Dropout3d": (lambda: nn.Dropout3d(0.4), VOLUME),
    "AlphaDropout": (lambda: nn.AlphaDropout(0.3), ROWS),
    "FeatureAlphaDropout": (lambda: nn.FeatureAlphaDropout(0.4), IMAGE),
    "ChannelShuffle": (channel_shuffle, random(12, 2, 4, 3, 2)),
    "PixelShuffle": (lambda: nn.PixelShuffle(2), IMAGE),
    "PixelUnshuffle": (lambda: nn.PixelUnshuffle(2), random(13, 1, 2, 4, 2)),
    "Fold": (lambda: nn.Fold((4, 5), (2, 3), dilation=(1, 1), padding=(1, 0), stride=(2, 1)), random(14, 2, 6, 9)),
    "Unfold": (lambda: nn.Unfold((2, 3), dilation=(2, 1), padding=(1, 0), stride=(1, 2)), IMAGE),
    "Unfold one size": (lambda: nn.Unfold(2), IMAGE),
    "Upsample": (lambda: nn.Upsample(scale_factor=2.0), SIGNAL),
    "Upsample bilinear": (lambda: nn.Upsample(size=(7, 6), mode="bilinear", align_corners=True), IMAGE),
    "ConstantPad1d": (lambda: nn.ConstantPad1d((1, 2), 3.5), SIGNAL),
    "ConstantPad2d": (lambda: nn.ConstantPad2d((1, 0, 2, 1), -1.5), IMAGE),
    "ConstantPad3d": (lambda: nn.ConstantPad3d(1, 0.5), VOLUME),
    "ReflectionPad1d": (lambda: nn.ReflectionPad1d((2, 1)), SIGNAL),
    "ReflectionPad2d": (lambda: nn.ReflectionPad2d((1, 2, 0, 1)), IMAGE),
    "ReflectionPad3d": (lambda: nn.ReflectionPad3d((1, 0, 1, 2, 0, 1)), VOLUME),
    "ReplicationPad1d": (lambda: nn.ReplicationPad1d(2), SIGNAL),
    "ReplicationPad2d": (lambda: nn.ReplicationPad2d((1, 2, 0, 1)), IMAGE),
    "ReplicationPad3d": (lambda: nn.ReplicationPad3d(1), VOLUME),
    "ZeroPad2d": (lambda: nn.ZeroPad2d((1, 2, 0, 1)), IMAGE),
    "AdaptiveAvgPool1d": (lambda: nn.AdaptiveAvgPool1d(3), SIGNAL),
    "AdaptiveAvgPool3d": (lambda: nn.AdaptiveAvgPool3d((2, 1, 3)), VOLUME),
    "AdaptiveMaxPool1d": (lambda: nn.AdaptiveMaxPool1d(3), SIGNAL),
    "AdaptiveMaxPool2d": (lambda: nn.AdaptiveMaxPool2d((3, 2)), IMAGE),
    "AdaptiveMaxPool3d": (lambda: nn.AdaptiveMaxPool3d((2, 1, 3)), VOLUME),
    "AvgPool1d": (lambda: nn.AvgPool1d(3, stride=2, padding=1, ceil_mode=True, count_include_pad=False), SIGNAL),
    "AvgPool3d": (lambda: nn.AvgPool3d((2, 1, 3), stride=(1, 2, 1), padding=(1, 0, 1), divisor_override=3), VOLUME),
    "FractionalMaxPool2d": (lambda: nn.FractionalMaxPool2d(2, output_size=(3, 2)), IMAGE),
    "FractionalMaxPool2d ratio": (lambda: nn.FractionalMaxPool2d((3, 2), output_ratio=(0.5, 0.75)), IMAGE),
    "FractionalMaxPool3d": (lambda: nn.FractionalMaxPool3d(2, output_size=(2, 1, 2)), VOLUME),
    "LPPool1d": (lambda: nn.LPPool1d(2.0, 3, stride=2), SIGNAL),
    "LPPool2d": (lambda: nn.LPPool2d(3.0, (2, 3), stride=(2, 1)), IMAGE.abs()),
    "MaxPool1d": (lambda: nn.MaxPool1d(3, stride=2, padding=1, dilation=2, ceil_mode=True), SIGNAL),
    "MaxPool3d": (lambda: nn.MaxPool3d((2, 1, 3), stride=(1, 2, 1), padding=(1, 0, 1), dilation=(1, 1, 1)), VOLUME),
    "Conv3d": (lambda: nn.Conv3d(2, 4, (2, 1, 3), stride=(2, 1, 1), padding=(1, 0, 2), dilation=(1, 1, 2), groups=2), VOLUME),
    "Conv3d same": (lambda: nn.Conv3d(2, 3, 2, padding="same", bias=False), VOLUME),
    "ConvTranspose1d": (lambda: nn.ConvTranspose1d(4, 6, 3, stride=3, padding=1, output_padding=2, dilation=2, groups=2), SIGNAL),
    "ConvTranspose2d": (lambda: nn.ConvTranspose2d(4, 6, (3, 2), stride=(2, 3), padding=(1, 0), output_padding=(1, 2), dilation=(1, 2), groups=2), IMAGE),
    "ConvTranspose2d plain": (lambda: nn.ConvTranspose2d(4, 3, 3, bias=False), IMAGE),
    "ConvTranspose3d": (lambda: nn.ConvTranspose3d(2, 2, (2, 1, 3), stride=(2, 1, 1), padding=(1, 0, 1), output_padding=(1, 0, 0)), VOLUME),
    "BatchNorm3d": (lambda: nn.BatchNorm3d(2, momentum=0.25), VOLUME),
    "InstanceNorm1d": (lambda: nn.InstanceNorm1d(4), SIGNAL),
    "InstanceNorm1d unbatched": (lambda: nn.InstanceNorm1d(3, affine=True), ROWS),
    "InstanceNorm2d": (lambda: nn.InstanceNorm2d(4, eps=0.01, momentum=0.3, affine=True, track_running_stats=True), IMAGE),
    "InstanceNorm2d eval": (lambda: nn.InstanceNorm2d(4, track_running_stats=True).eval(), IMAGE),
    "InstanceNorm3d": (lambda: nn.InstanceNorm3d(2, affine=True), VOLUME),
    "GroupNorm": (lambda: nn.GroupNorm(2, 4), IMAGE),
    "GroupNorm plain": (lambda: nn.GroupNorm(4, 4, eps=0.1, affine=False), SIGNAL),
    "LocalResponseNorm": (lambda: nn.LocalResponseNorm(3, alpha=0.5, beta=0.5, k=2.0), IMAGE),
    "Embedding by frequency": (lambda: nn.Embedding(6, 3, scale_grad_by_freq=True), torch.tensor([0, 1, 1, 3])),
    "Sequential": (lambda: nn.Sequential(nn.Conv2d(4, 2, 3), nn.ReLU(), nn.Flatten(), nn.Linear(12, 3)), IMAGE),
}


def run_module(make, example):
    torch.manual_seed(11)
    module = make()
    initial = {name: array(value) for name, value in module.state_dict().items()}
    example = example.clone()
    if example.is_floating_point():
        example.requires_grad_()
    output = module(example)
    upstream = random(5, *output.shape)
    output.backward(upstream)
    final = {name: array(value) for name, value in module.state_dict().items()}
    shared = [name for name, value in INPUTS.items() if torch.equal(example, value)]
    return {
        "initial": initial,
        "input": shared[0] if shared else array(example),
        "upstream": array(upstream),
        "output": array(output),
        "input_grad": array(example.grad) if example.grad is not None else None,
        "grads": {name: array(p.grad) for name, p in module.named_parameters()},
        "final": {name: value for name, value in final.items() if value != initial[name]},
        "text": str(module),
    }


def write(name, cases):
    (HERE / name).write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")


if __name__ == "__main__":
    write("modules.json", {"inputs": {name: array(value) for name, value in INPUTS.items()}} | {name: run_module(*case) for name, case in MODULES.items()})
