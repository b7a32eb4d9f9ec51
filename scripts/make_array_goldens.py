"""Writes test/golden/ops/array.json: what keras.ops gives for calls that move, join, pad, pick and place elements.

Run with real Keras: python scripts/make_array_goldens.py
"""
import json
import os

import numpy as np
from keras import ops


def sample(*shape):
    """The numbers that the tests make for the same shape: multiples of 0.5 between -5 and 5, each different from its neighbours."""
    count = int(np.prod(shape))
    return ((np.arange(count) * 7 % 21 - 10) / 2).astype("float32").reshape(shape)


def whole(*shape):
    return sample(*shape).astype("int32")


x = sample(3, 4)
c = sample(2, 3, 4)

CASES = {
    "reshape": lambda: ops.reshape(c, (3, -1)),
    "transpose": lambda: ops.transpose(c),
    "transpose axes": lambda: ops.transpose(c, (1, -1, 0)),
    "expand_dims": lambda: ops.expand_dims(x, -1),
    "expand_dims two": lambda: ops.expand_dims(x, (0, -1)),
    "squeeze": lambda: ops.squeeze(sample(1, 3, 1)),
    "squeeze axis": lambda: ops.squeeze(sample(1, 3, 1), -1),
    "concatenate": lambda: ops.concatenate([x, sample(3, 2)], axis=1),
    "concatenate types": lambda: ops.concatenate([x, whole(1, 4)], axis=0),
    "stack": lambda: ops.stack([x, x + 1], axis=-1),
    "unstack": lambda: ops.unstack(c, axis=1),
    "split": lambda: ops.split(c, 2, axis=2),
    "split at": lambda: ops.split(x, [1, 3], axis=1),
    "array_split": lambda: ops.array_split(sample(7), 3),
    "tile": lambda: ops.tile(x, (2, 1, 2)),
    "tile short": lambda: ops.tile(c, (2,)),
    "repeat": lambda: ops.repeat(x, 2, axis=1),
    "repeat flat": lambda: ops.repeat(x, 2),
    "repeat counts": lambda: ops.repeat(x, [2, 0, 1], axis=0),
    "pad": lambda: ops.pad(x, ((1, 0), (0, 2))),
    "pad value": lambda: ops.pad(x, ((1, 1), (1, 1)), constant_values=7),
    "pad reflect": lambda: ops.pad(x, ((2, 1), (0, 3)), mode="reflect"),
    "pad symmetric": lambda: ops.pad(x, ((2, 1), (4, 3)), mode="symmetric"),
    "flip": lambda: ops.flip(x),
    "flip axis": lambda: ops.flip(c, -1),
    "roll": lambda: ops.roll(x, 5),
    "roll axis": lambda: ops.roll(c, -1, 1),
    "roll axes": lambda: ops.roll(c, (1, 3), (0, 2)),
    "take": lambda: ops.take(x, [2, -1, 0], axis=0),
    "take flat": lambda: ops.take(x, [[11, 0], [-1, 5]]),
    "take inner": lambda: ops.take(c, [[1, 0], [2, 2]], axis=1),
    "take_along_axis": lambda: ops.take_along_axis(x, np.array([[0, -1], [2, 1], [3, 3]]), axis=1),
    "take_along_axis broadcast": lambda: ops.take_along_axis(c, np.array([[[1, 0, 2, -1]]]), axis=1),
    "take_along_axis flat": lambda: ops.take_along_axis(x, np.array([3, -2])),
    "where": lambda: ops.where(x > 0, x, 0),
    "where types": lambda: ops.where(x > 0, whole(3, 4), 1.5),
    "where positions": lambda: ops.where(x > 2),
    "nonzero": lambda: ops.nonzero(whole(3, 4) > 0),
    "one_hot": lambda: ops.one_hot(np.array([[0, 2], [-1, 5]]), 4),
    "one_hot axis": lambda: ops.one_hot([0, 2, 1], 4, axis=0, dtype="int32"),
    "multi_hot": lambda: ops.multi_hot(np.array([[0, 2], [1, 1]]), 4),
    "multi_hot row": lambda: ops.multi_hot(np.array([3, 1]), 4, dtype="int32"),
    "arange": lambda: ops.arange(5),
    "arange step": lambda: ops.arange(7, 1, -2),
    "arange float": lambda: ops.arange(0.0, 1.0, 0.3),
    "arange dtype": lambda: ops.arange(2, 6, dtype="float32"),
    "linspace": lambda: ops.linspace(0, 1, 7),
    "linspace open": lambda: ops.linspace(0.0, 1.0, 4, endpoint=False),
    "linspace rows": lambda: ops.linspace(sample(3), 2.0, 3, axis=-1),
    "zeros": lambda: ops.zeros((2, 3)),
    "ones": lambda: ops.ones((2,), dtype="int32"),
    "full": lambda: ops.full((2, 3), 4),
    "full row": lambda: ops.full((2, 3), np.array([1, 2, 3]), dtype="int32"),
    "zeros_like": lambda: ops.zeros_like(whole(2, 2)),
    "ones_like": lambda: ops.ones_like(x, dtype="bool"),
    "full_like": lambda: ops.full_like(whole(2, 2), 3.7),
    "eye": lambda: ops.eye(3),
    "eye above": lambda: ops.eye(3, 4, k=1, dtype="int32"),
    "eye below": lambda: ops.eye(3, 2, k=-1),
    "identity": lambda: ops.identity(2),
    "broadcast_to": lambda: ops.broadcast_to(sample(3, 1), (2, 3, 4)),
    "size": lambda: ops.size(c),
    "moveaxis": lambda: ops.moveaxis(c, 0, -1),
    "moveaxis two": lambda: ops.moveaxis(c, (0, 2), (1, 0)),
    "swapaxes": lambda: ops.swapaxes(c, 0, -1),
    "ravel": lambda: ops.ravel(c),
    "meshgrid": lambda: ops.meshgrid(sample(3), sample(2)),
    "meshgrid ij": lambda: ops.meshgrid(sample(3), sample(2), indexing="ij"),
    "diag": lambda: ops.diag(sample(3), k=-1),
    "diag part": lambda: ops.diag(x, k=1),
    "diagonal": lambda: ops.diagonal(c, offset=1, axis1=2, axis2=0),
    "tril": lambda: ops.tril(c, k=1),
    "tril low": lambda: ops.tril(x, k=-1),
    "triu": lambda: ops.triu(c),
    "triu high": lambda: ops.triu(x, k=2),
    "top_k": lambda: ops.top_k(x, 2),
    "in_top_k": lambda: ops.in_top_k(np.array([0, 3, 1]), x, 2),
    "argsort": lambda: ops.argsort(x),
    "argsort axis": lambda: ops.argsort(c, axis=1),
    "argsort flat": lambda: ops.argsort(whole(3, 4), axis=None),
    "sort": lambda: ops.sort(x),
    "sort axis": lambda: ops.sort(whole(3, 4), axis=0),
    "sort unsigned": lambda: ops.sort(np.array([3, 0, 255, 7], "uint8")),
    "sort bool": lambda: ops.sort(np.array([True, False, True])),
    "searchsorted": lambda: ops.searchsorted(np.array([1.0, 2.0, 2.0, 5.0], "float32"), sample(7)),
    "searchsorted right": lambda: ops.searchsorted(np.array([1.0, 2.0, 2.0, 5.0], "float32"), np.array([2.0, 0.0, 9.0], "float32"), side="right"),
    "segment_sum": lambda: ops.segment_sum(x, np.array([1, 0, 1]), num_segments=3),
    "segment_max": lambda: ops.segment_max(x, np.array([1, 0, 1]), num_segments=2),
    "scatter": lambda: ops.scatter(np.array([[0, 1], [2, 0], [0, 1]]), sample(3), (3, 2)),
    "scatter_update": lambda: ops.scatter_update(x, np.array([[0], [2]]), sample(2, 4)),
    "scatter_update add": lambda: ops.scatter_update(x, np.array([[0, 1], [2, 2], [0, 1]]), sample(3), reduction="add"),
    "scatter_update max": lambda: ops.scatter_update(x, np.array([[0, 1], [2, 2], [0, 1]]), sample(3), reduction="max"),
    "scatter_update min": lambda: ops.scatter_update(x, np.array([[0, 1], [2, 2], [0, 1]]), sample(3), reduction="min"),
    "slice": lambda: ops.slice(c, np.array([1, 0, 2]), (1, 2, 2)),
    "slice_update": lambda: ops.slice_update(x, [1, 2], sample(2, 2) + 20),
    "isclose": lambda: ops.isclose(x, x + np.float32(1e-5)),
    "rot90": lambda: ops.rot90(x),
    "rot90 back": lambda: ops.rot90(c, k=-1, axes=(0, 2)),
    "hstack": lambda: ops.hstack([x, sample(3, 1)]),
    "vstack": lambda: ops.vstack([sample(1, 4), x]),
    "append": lambda: ops.append(x, whole(2)),
    "append rows": lambda: ops.append(x, sample(1, 4), axis=0),
    "copy": lambda: ops.copy(x),
    "diagflat": lambda: ops.diagflat(sample(2, 2), k=1),
    "dstack": lambda: ops.dstack([x, x + 1]),
    "dstack vectors": lambda: ops.dstack([sample(3), sample(3)]),
    "dsplit": lambda: ops.dsplit(c, 2),
    "hsplit": lambda: ops.hsplit(x, [1, 3]),
    "hsplit vector": lambda: ops.hsplit(sample(4), 2),
    "vsplit": lambda: ops.vsplit(c, 2),
    "fliplr": lambda: ops.fliplr(c),
    "flipud": lambda: ops.flipud(x),
    "logspace": lambda: ops.logspace(0.0, 2.0, 5),
    "logspace two": lambda: ops.logspace(0.0, 3.0, 3, endpoint=False, base=2),
    "segment_min": lambda: ops.segment_min(x, np.array([1, 0, 1]), num_segments=2),
    "select": lambda: ops.select([x < -2, x > 2], [x, x * 2], 7.0),
    "tri": lambda: ops.tri(3, 4, k=1),
    "tri low": lambda: ops.tri(4, k=-2, dtype="int32"),
    "unravel_index": lambda: ops.unravel_index(np.array([0, 5, 11], "int32"), (3, 4)),
    "isin": lambda: ops.isin(x, np.array([-5.0, 2.0, 2.0], "float32")),
    "isin invert": lambda: ops.isin(whole(2, 3), np.array([1, 2], "int32"), invert=True),
    "digitize": lambda: ops.digitize(x, np.array([-2.0, 0.0, 2.0])),
    "outer": lambda: ops.outer(sample(3), sample(2, 2)),
    "item": lambda: x[:, 0],
    "item part": lambda: c[:, 0, 1:4],
    "item new axis": lambda: x[..., None],
    "item back": lambda: c[::-1, :, ::-2],
    "item last": lambda: c[-1, ..., 1:],
    "item middle": lambda: c[:, None, 1:-1, -2],
}

results = {}
for name, call in CASES.items():
    result = call()
    outputs = list(result) if isinstance(result, (list, tuple)) else [result]
    arrays = [np.asarray(ops.convert_to_numpy(o)) for o in outputs]
    results[name] = [{"dtype": str(a.dtype), "shape": list(a.shape), "values": [float(v) for v in a.ravel()]} for a in arrays]

path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "ops", "array.json")
with open(path, "w") as f:
    f.write("{\n" + ",\n".join(f"{json.dumps(n)}: {json.dumps(v)}" for n, v in results.items()) + "\n}\n")
