"""Values and gradients of modules of several inputs or outputs from python3-torch.

Writes sequences.json beside this file:  OMP_NUM_THREADS=1 /usr/bin/python3 sequences.py
"""
import torch
from torch import nn
from torch.nn.utils import rnn

from modules import array, random, write

STEPS = random(21, 5, 3, 4)
MEMORY = random(22, 6, 3, 4)
STATE = random(23, 2, 3, 2)
LENGTHS = torch.tensor([3, 5, 1])
PADDING = torch.tensor([[False, False, False, False, True], [False] * 5, [False, False, True, True, True]])
CAUSAL = torch.triu(torch.full((5, 5), float("-inf")), 1)
BAGS = torch.tensor([4, 0, 2, 2, 5, 1])
SMALL = dict(d_model=4, nhead=2, dim_feedforward=6)


def packed(module, inputs):
    output, state = module(rnn.pack_padded_sequence(inputs[0], LENGTHS, enforce_sorted=False))
    values, lengths = rnn.pad_packed_sequence(output, padding_value=-1.0, total_length=6)
    return [values, lengths, *(state if isinstance(state, tuple) else [state])]


def encoder(layers=2, **options):
    return nn.TransformerEncoder(nn.TransformerEncoderLayer(**SMALL, **options), layers, enable_nested_tensor=False)


def lstm(module, inputs):
    output, (h, c) = module(inputs[0], tuple(inputs[1:]) or None)
    return [output, h, c]


# Name: how to make the module, its inputs, how to call it for a list of outputs.
CASES = {
    "RNN": (lambda: nn.RNN(4, 2, bidirectional=True), [STEPS, STATE], lambda m, x: [*m(*x)]),
    "RNN relu": (lambda: nn.RNN(4, 3, 2, nonlinearity="relu", bias=False, batch_first=True), [STEPS], lambda m, x: [*m(*x)]),
    "RNN packed": (lambda: nn.RNN(4, 2), [STEPS], packed),
    "LSTM": (lambda: nn.LSTM(4, 2), [STEPS], lstm),
    "LSTM states": (lambda: nn.LSTM(4, 2, 1, bidirectional=True, batch_first=True), [STEPS.transpose(0, 1).contiguous(), STATE, 2 * STATE], lstm),
    "LSTM deep": (lambda: nn.LSTM(4, 3, 3, bias=False, dropout=0.4, bidirectional=True), [STEPS], lstm),
    "LSTM unbatched": (lambda: nn.LSTM(4, 2), [STEPS[:, 0].contiguous()], lstm),
    "LSTM packed": (lambda: nn.LSTM(4, 2, 2, bidirectional=True), [STEPS], packed),
    "GRU": (lambda: nn.GRU(4, 2, 2), [STEPS, STATE], lambda m, x: [*m(*x)]),
    "GRU both ways": (lambda: nn.GRU(4, 3, 2, dropout=0.4, bidirectional=True, batch_first=True), [STEPS], lambda m, x: [*m(*x)]),
    "GRU unbatched": (lambda: nn.GRU(4, 2, 2), [STEPS[:, 0].contiguous(), STATE[:, 0].contiguous()], lambda m, x: [*m(*x)]),
    "GRU packed": (lambda: nn.GRU(4, 2), [STEPS], packed),
    "RNNCell": (lambda: nn.RNNCell(4, 2), [STEPS[0], STATE[0]], lambda m, x: [m(*x)]),
    "RNNCell relu": (lambda: nn.RNNCell(4, 2, bias=False, nonlinearity="relu"), [STEPS[0, 0]], lambda m, x: [m(*x)]),
    "LSTMCell": (lambda: nn.LSTMCell(4, 2), [STEPS[0], STATE[0], STATE[1]], lambda m, x: [*m(x[0], (x[1], x[2]))]),
    "LSTMCell without bias": (lambda: nn.LSTMCell(4, 2, bias=False), [STEPS[0]], lambda m, x: [*m(*x)]),
    "GRUCell": (lambda: nn.GRUCell(4, 2), [STEPS[0], STATE[0]], lambda m, x: [m(*x)]),
    "MultiheadAttention": (lambda: nn.MultiheadAttention(4, 2), [STEPS], lambda m, x: [*m(x[0], x[0], x[0])]),
    "MultiheadAttention masks": (lambda: nn.MultiheadAttention(4, 2, bias=False), [STEPS], lambda m, x: [*m(x[0], x[0], x[0], key_padding_mask=PADDING, attn_mask=torch.isinf(CAUSAL))]),
    "MultiheadAttention memory": (lambda: nn.MultiheadAttention(4, 2, dropout=0.3, add_bias_kv=True, add_zero_attn=True), [STEPS, MEMORY], lambda m, x: [*m(x[0], x[1], x[1])]),
    "MultiheadAttention sizes": (lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=5), [STEPS, random(24, 6, 3, 3), random(25, 6, 3, 5)], lambda m, x: [m(*x, need_weights=False)[0]]),
    "MultiheadAttention unbatched": (lambda: nn.MultiheadAttention(4, 4), [STEPS[:, 0].contiguous()], lambda m, x: [*m(x[0], x[0], x[0], attn_mask=CAUSAL)]),
    "TransformerEncoderLayer": (lambda: nn.TransformerEncoderLayer(**SMALL), [STEPS], lambda m, x: [m(*x)]),
    "TransformerEncoderLayer gelu": (lambda: nn.TransformerEncoderLayer(**SMALL, dropout=0.0, activation="gelu"), [STEPS], lambda m, x: [m(x[0], CAUSAL, PADDING)]),
    "TransformerEncoder": (lambda: encoder(), [STEPS], lambda m, x: [m(*x)]),
    "TransformerEncoder eval": (lambda: encoder(dropout=0.5).eval(), [STEPS], lambda m, x: [m(x[0], CAUSAL, PADDING)]),
    "TransformerDecoderLayer": (lambda: nn.TransformerDecoderLayer(**SMALL, dropout=0.2), [STEPS, MEMORY], lambda m, x: [m(*x)]),
    "TransformerDecoder": (lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(**SMALL, dropout=0.0), 2), [STEPS, MEMORY], lambda m, x: [m(*x, tgt_mask=CAUSAL, tgt_key_padding_mask=PADDING)]),
    "Transformer": (lambda: nn.Transformer(4, 2, 1, 2, 6, dropout=0.1, activation="gelu"), [MEMORY, STEPS], lambda m, x: [m(*x, tgt_mask=CAUSAL)]),
    "EmbeddingBag": (lambda: nn.EmbeddingBag(6, 3), [BAGS.view(2, 3)], lambda m, x: [m(*x)]),
    "EmbeddingBag sums": (lambda: nn.EmbeddingBag(6, 3, mode="sum", padding_idx=2, max_norm=1.5), [BAGS, torch.tensor([0, 4]), random(26, 6)], lambda m, x: [m(x[0], x[1], x[2])]),
    "EmbeddingBag largest": (lambda: nn.EmbeddingBag(6, 3, mode="max", include_last_offset=True), [BAGS, torch.tensor([0, 2, 6])], lambda m, x: [m(*x)]),
    "Bilinear": (lambda: nn.Bilinear(4, 2, 3), [STEPS[0], STATE[0]], lambda m, x: [m(*x)]),
    "CosineSimilarity": (lambda: nn.CosineSimilarity(2, 1e-6), [STEPS, 2 - MEMORY[:5]], lambda m, x: [m(*x)]),
    "PairwiseDistance": (lambda: nn.PairwiseDistance(3.0, 1e-3, keepdim=True), [STEPS[0], STEPS[1]], lambda m, x: [m(*x)]),
    "MaxUnpool1d": (lambda: nn.MaxUnpool1d(2), [random(27, 1, 2, 2), torch.tensor([[[1, 2], [0, 3]]])], lambda m, x: [m(*x)]),
    "MaxUnpool2d": (lambda: nn.MaxUnpool2d((2, 1), stride=(2, 1)), [random(28, 1, 1, 2, 2), torch.tensor([[[[0, 3], [5, 8]]]])], lambda m, x: [m(*x, output_size=[5, 2])]),
    "MaxUnpool3d": (lambda: nn.MaxUnpool3d(2, stride=2), [random(29, 1, 1, 1, 2, 1), torch.tensor([[[[[3], [5]]]]])], lambda m, x: [m(*x)]),
    "ConvTranspose2d output_size": (lambda: nn.ConvTranspose2d(1, 1, 3, stride=2, padding=1), [random(30, 1, 1, 2, 3)], lambda m, x: [m(x[0], output_size=[4, 5])]),
}


def run(make, inputs, call):
    torch.manual_seed(11)
    module = make()
    initial = {name: array(value) for name, value in module.state_dict().items()}
    inputs = [value.clone().requires_grad_() if value.is_floating_point() else value for value in inputs]
    outputs = call(module, inputs)
    differentiable = [value for value in outputs if value.requires_grad]
    upstream = [random(40 + i, *value.shape) for i, value in enumerate(differentiable)]
    torch.autograd.backward(differentiable, upstream)
    return {
        "initial": initial,
        "inputs": [array(value) | {"integers": not value.is_floating_point()} for value in inputs],
        "upstream": [array(value) for value in upstream],
        "outputs": [array(value) for value in outputs],
        "input_grads": [array(value.grad) if value.grad is not None else None for value in inputs],
        "grads": {name: array(p.grad) for name, p in module.named_parameters()},
    }


write("sequences.json", {name: run(*case) for name, case in CASES.items()})
