"""TorchSharp's file format a second time, in the few lines of its description, with numpy.

torchsharp_peer.py write PATH   writes known weights for Linear(3, 2)
torchsharp_peer.py read PATH    prints every tensor as JSON: dtype, shape and values as text
"""
import json
import sys

import numpy as np

DTYPES = {0: np.uint8, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.int64, 5: np.float16, 6: np.float32, 7: np.float64, 9: np.complex64, 10: np.complex128, 11: np.bool_}
CODES = {np.dtype(dtype): code for code, dtype in DTYPES.items()}


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_number(file):
    value, shift = 0, 0
    while True:
        byte = file.read(1)[0]
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value


def write(path):
    tensors = {"weight": np.arange(6, dtype=np.float32).reshape(2, 3) / 4, "bias": np.array([0.5, -1.0], dtype=np.float32)}
    with open(path, "wb") as file:
        file.write(number(len(tensors)))
        for name, values in tensors.items():
            text = name.encode()
            file.write(number(len(text)) + text + number(CODES[values.dtype]) + number(values.ndim))
            file.write(b"".join(number(size) for size in values.shape) + values.tobytes())


def read(path):
    found = {}
    with open(path, "rb") as file:
        for _ in range(read_number(file)):
            name = file.read(read_number(file)).decode()
            dtype = np.dtype(DTYPES[read_number(file)])
            shape = [read_number(file) for _ in range(read_number(file))]
            values = np.frombuffer(file.read(int(np.prod(shape)) * dtype.itemsize), dtype)
            found[name] = {"dtype": dtype.name, "shape": shape, "values": [repr(value) for value in values.tolist()]}
        assert not file.read(1)
    print(json.dumps(found))


{"read": read, "write": write}[sys.argv[1]](sys.argv[2])
