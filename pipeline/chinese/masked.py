"""Give a recurrent ONNX model the lengths of its inputs, so that padding never reaches the backward pass.

The LAC encoder takes an input named `length` and ignores it: its two bidirectional GRU nodes have no `sequence_lens`,
so a sentence padded to its neighbour's length comes out differently. Naming the input there changes a few bytes, in
memory, each time the model is loaded; the file stays as it was installed. Field numbers: onnx.proto (ONNX, Apache-2.0).
"""

from __future__ import annotations

from collections.abc import Iterator

GRAPH, NODE, INPUT = 7, 1, 11  # ModelProto.graph, GraphProto.node, GraphProto.input
NODE_INPUT, NODE_TYPE = 1, 4  # NodeProto.input, NodeProto.op_type
INT64, INT32 = b"\x08\x07", b"\x08\x06"  # TypeProto.Tensor.elem_type; sequence_lens must be int32


def with_lengths(model: bytes, name: str = "length") -> bytes:
    """The model with graph input `name` wired to `sequence_lens` of each of its GRU nodes.

    Raises ValueError when it has no such input or no GRU node without lengths.
    """
    out: list[bytes | memoryview] = []
    wired = 0
    for field, whole, payload in _fields(memoryview(model)):
        if field == GRAPH:
            graph, wired = _graph(payload, name.encode())
            out.append(_field(GRAPH, graph))
        else:
            out.append(whole)
    if not wired:
        raise ValueError(f"the model has no input {name!r} that its GRU nodes could take as lengths")
    return b"".join(out)


def _graph(graph: memoryview, name: bytes) -> tuple[bytes, int]:
    out: list[bytes | memoryview] = []
    wired, typed = 0, False
    for field, whole, payload in _fields(graph):
        if field == NODE and any(f == NODE_TYPE and bytes(p) == b"GRU" for f, _, p in _fields(payload)):
            # a missing optional input is an empty name
            inputs = [_field(NODE_INPUT, name) if f == NODE_INPUT and not p else w for f, w, p in _fields(payload)]
            out.append(_field(NODE, b"".join(inputs)))
            wired += 1
        elif field == INPUT and name in bytes(payload):
            out.append(_field(INPUT, bytes(payload).replace(INT64, INT32, 1)))
            typed = True
        else:
            out.append(whole)
    return b"".join(out), wired if typed else 0


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Each field of a protobuf message: number, all its bytes, its payload (empty for plain numbers)."""
    at = 0
    while at < len(message):
        start = at
        key, at = _varint(message, at)
        size, at = _varint(message, at)  # for wire type 0 this is the value itself
        if key & 7 == 0:
            size = 0
        elif key & 7 != 2:
            raise ValueError(f"protobuf wire type {key & 7} is not expected at this level of an ONNX model")
        yield key >> 3, message[start : at + size], message[at : at + size]
        at += size


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _field(number: int, payload: bytes) -> bytes:
    return _packed(number << 3 | 2) + _packed(len(payload)) + payload


def _packed(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])
