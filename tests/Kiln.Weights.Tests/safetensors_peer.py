"""Another implementation of the format, in the few lines of its description: numpy, struct and json.

safetensors_peer.py write PATH   writes known tensors
safetensors_peer.py read PATH    prints every tensor as JSON: dtype, shape and values as text
"""
import json
import struct
import sys

import numpy as np

DTYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "I16": np.int16, "I8": np.int8, "U8": np.uint8, "BOOL": np.bool_}
NAMES = {np.dtype(v): k for k, v in DTYPES.items()}


def read(path):
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + length])
    body = data[8 + length:]
    found = {"__metadata__": header.pop("__metadata__", {}), "__start__": 8 + length}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        dtype = "U8" if entry["dtype"] == "BF16" else entry["dtype"]
        values = np.frombuffer(body[begin:end], DTYPES[dtype])
        if entry["dtype"] != "BF16":
            values = values.reshape(entry["shape"])
        found[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "begin": begin, "values": [repr(v) for v in values.flatten().tolist()]}
    print(json.dumps(found))


def write(path):
    tensors = {
        "weight": np.arange(6, dtype=np.float32).reshape(2, 3) / 4,
        "scalar": np.array(7, dtype=np.int64),
        "empty": np.zeros((0, 3), dtype=np.float64),
        "half": np.array([1.5, -2.0], dtype=np.float16),
        "flags": np.array([True, False, True]),
        "ünïcode": np.array([[1], [2]], dtype=np.int32),
    }
    header, body = {"__metadata__": {"format": "np"}}, b""
    for name, values in tensors.items():
        header[name] = {"dtype": NAMES[values.dtype], "shape": list(values.shape), "data_offsets": [len(body), len(body) + values.nbytes]}
        body += values.tobytes()
    text = json.dumps(header).encode()
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + body)


{"read": read, "write": write}[sys.argv[1]](sys.argv[2])
