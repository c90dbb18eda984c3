"""Reads TensorBoard's event files with nothing but the formats' descriptions, and prints what is in them as JSON.

    /usr/bin/python3 read_events.py FOLDER

Records: https://www.tensorflow.org/tutorials/load_data/tfrecord; messages: https://protobuf.dev/programming-guides/encoding/.
"""
import json
import pathlib
import struct
import sys
import zlib


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def records(data):
    at = 0
    while at < len(data):
        (length,), (check,) = struct.unpack_from("<Q", data, at), struct.unpack_from("<I", data, at + 8)
        assert check == masked(data[at:at + 8]), "checksum of a length"
        record = data[at + 12:at + 12 + length]
        assert len(record) == length, "truncated record"
        assert struct.unpack_from("<I", data, at + 12 + length)[0] == masked(record), "checksum of a record"
        yield record
        at += 16 + length


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 1:
            value, at = data[at:at + 8], at + 8
        elif kind == 2:
            length, at = varint(data, at)
            value, at = data[at:at + length], at + length
            assert len(value) == length, "truncated field"
        elif kind == 5:
            value, at = data[at:at + 4], at + 4
        else:
            raise ValueError(f"wire type {kind}")
        yield key >> 3, value


def integer(value): return value - (1 << 64) if value >> 63 else value
def double(value): return struct.unpack("<d", value)[0]
def single(value): return struct.unpack("<f", value)[0]
def text(value): return value.decode()
def doubles(value): return list(struct.unpack(f"<{len(value) // 8}d", value))


def message(schema):
    """A reader of messages: names and readers by field number; a list around a reader is a repeated field."""
    def read(data):
        result = {}
        for number, value in fields(data):
            name, reader = schema[number]
            if isinstance(reader, list):
                result.setdefault(name, []).append(reader[0](value))
            else:
                result[name] = reader(value)
        return result
    return read


def png(data):
    at, parts = 8, {}
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while at < len(data):
        length, = struct.unpack_from(">I", data, at)
        name, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(name + body)
        parts[name] = body
        at += 12 + length
    width, height, bits, kind = struct.unpack_from(">IIBB", parts[b"IHDR"])
    rows = zlib.decompress(parts[b"IDAT"])
    step = width * {2: 3, 6: 4}[kind] + 1
    assert bits == 8 and len(rows) == step * height and all(rows[y * step] == 0 for y in range(height))
    return {"kind": "png", "pixels": [list(rows[y * step + 1:(y + 1) * step]) for y in range(height)]}


def unpacked(data):
    """The bytes of GIF's LZW codes that begin with 8 bits."""
    bits, at, width, table, last, out = int.from_bytes(data, "little"), 0, 9, {}, None, []
    while True:
        code, at = (bits >> at) & ((1 << width) - 1), at + width
        if code == 256:
            table, width, last = {i: [i] for i in range(256)}, 9, None
            continue
        if code == 257:
            return out
        entry = table.get(code) or last + last[:1]
        out += entry
        if last is not None and len(table) + 2 < 4096:
            table[len(table) + 2] = last + entry[:1]
            if len(table) + 2 == 1 << width and width < 12:
                width += 1
        last = entry


def gif(data):
    assert data[:6] == b"GIF89a" and data[10] == 0xF7
    width, height = struct.unpack_from("<HH", data, 6)
    colours, at, frames, delay = data[13:13 + 768], 13 + 768, [], None
    while data[at] != 0x3B:
        if data[at] == 0x21:
            if data[at + 1] == 0xF9:
                delay, = struct.unpack_from("<H", data, at + 4)
            at += 2
        else:
            assert data[at] == 0x2C and struct.unpack_from("<HHHH", data, at + 1) == (0, 0, width, height) and data[at + 10] == 8
            at += 11
            frames.append(None)
        body = b""
        while data[at]:
            body += data[at + 1:at + 1 + data[at]]
            at += 1 + data[at]
        at += 1
        if frames and frames[-1] is None:
            pixels = unpacked(body)
            assert len(pixels) == width * height
            frames[-1] = [channel for index in pixels for channel in colours[index * 3:index * 3 + 3]]
    return {"kind": "gif", "delay": delay, "frames": frames}


def picture(data):
    if data[:4] == b"\x89PNG":
        return png(data)
    return gif(data) if data[:4] == b"GIF8" else {"kind": "other", "bytes": len(data)}


value = message({2: ("number", double), 3: ("text", text), 4: ("truth", integer)})
experiment = message({
    4: ("hparams", [message({1: ("name", text), 4: ("type", integer)})]),
    5: ("metrics", [message({1: ("name", message({1: ("group", text), 2: ("tag", text)}))})])})
start = message({1: ("hparams", [message({1: ("name", text), 2: ("value", value)})])})
hparams = message({1: ("version", integer), 2: ("experiment", experiment), 3: ("start", start), 4: ("end", message({1: ("status", integer)}))})


def plugin(data):
    result = message({1: ("name", text), 2: ("content", bytes)})(data)
    result["content"] = hparams(result["content"]) if result["name"] == "hparams" else result["content"].hex()
    return result


shape = message({2: ("dims", [message({1: ("size", integer)})])})
summary = message({1: ("values", [message({
    1: ("tag", text),
    2: ("scalar", single),
    4: ("image", message({1: ("height", integer), 2: ("width", integer), 3: ("colorspace", integer), 4: ("data", picture)})),
    5: ("histogram", message({1: ("min", double), 2: ("max", double), 3: ("num", double), 4: ("sum", double), 5: ("sum_squares", double),
                              6: ("bucket_limit", doubles), 7: ("bucket", doubles)})),
    8: ("tensor", message({1: ("dtype", integer), 2: ("shape", shape), 8: ("strings", [text])})),
    9: ("metadata", message({1: ("plugin", plugin)}))})])})
event = message({1: ("time", double), 2: ("step", integer), 3: ("version", text), 5: ("summary", summary)})

root = pathlib.Path(sys.argv[1])
print(json.dumps({str(file.relative_to(root)): [event(record) for record in records(file.read_bytes())]
                  for file in sorted(root.rglob("*tfevents*"))}))
