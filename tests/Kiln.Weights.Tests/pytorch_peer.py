"""Reads a .pt file with PyTorch and prints every tensor as JSON: pytorch_peer.py PATH [weights_only]"""
import json
import sys

import torch

state = torch.load(sys.argv[1], weights_only=len(sys.argv) > 2)
print(json.dumps({
    name: {"dtype": str(value.dtype), "shape": list(value.shape), "values": [str(number) for number in value.flatten().tolist()]}
    for name, value in state.items()
} | {"__type__": type(state).__name__, "__shared__": state["a"].data_ptr() == state["b"].data_ptr()}))
