"""Writes test/golden/ops/model.json: a functional model of keras.ops calls and slices, its config, an input and its outputs.

Run with real Keras: python scripts/make_function_model_golden.py
"""
import json
import os

import keras
import numpy as np
from keras import ops

x = keras.Input((4, 6), name="x")
outputs = [
    x[:, 0],
    x[:, 1, 1:5],
    x[..., None],
    x[:, ::-1, 4::-2],
    x[:, -1, ..., 2:-1],
    ops.reshape(x, (-1, 24)),
    ops.transpose(x, (0, 2, 1)),
    ops.expand_dims(x, (1, -1)),
    ops.squeeze(x[:, 0:1], 1),
    ops.concatenate([x, x * 2.0], axis=1),
    ops.stack([x, x + 1.0], axis=-1),
    ops.split(x, 2, axis=1)[1],
    ops.split(x, [1, 3], axis=-1)[1],
    ops.pad(x, ((0, 0), (1, 0), (0, 2))),
    ops.tile(x, (1, 2, 1)),
    ops.repeat(x, 2, axis=-1),
    ops.flip(x, axis=1),
    ops.roll(x, 1, axis=-1),
    ops.swapaxes(x, 1, 2),
    ops.moveaxis(x, 1, -1),
    ops.where(x > 0.0, x, -x),
    ops.one_hot(ops.cast(x[:, 0], "int32"), 4),
    ops.top_k(x, 2)[0],
    ops.argsort(x),
    ops.tril(x, k=1),
    ops.broadcast_to(x[:, 0:1], (2, 4, 6)),
    ops.isclose(x, x * 1.0),
]
model = keras.Model(x, outputs)
values = ((np.arange(48) * 7 % 21 - 10) / 2).astype("float32").reshape(2, 4, 6)
results = [np.asarray(o) for o in model(values)]

golden = {
    "config": json.loads(model.to_json()),
    "input": values.ravel().tolist(),
    "outputs": [{"shape": list(r.shape), "values": [float(v) for v in r.ravel()]} for r in results],
}
path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "ops", "model.json")
with open(path, "w") as f:
    json.dump(golden, f)
