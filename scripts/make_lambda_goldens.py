"""Writes test/golden/saving/lambdas.json: bodies of Lambda layers as tf_keras stores them, an input, and what Python computes; null for those that are not to be recognised.

Run with real Keras: python scripts/make_lambda_goldens.py
"""
import json
import os

import numpy as np
import tensorflow as tf
import tf_keras
from tf_keras import backend as K


def scale(x, k, offset=2.0):
    return x * k - offset


bodies = {
    "scale to one": lambda x: x / 127.5 - 1.0,
    "reverse the last axis": lambda x: x[..., ::-1],
    "a part": lambda x: x[:, 1:, :2],
    "a position": lambda x: x[:, -1],
    "expand": lambda x: K.expand_dims(x, -1),
    "expand by name": lambda x: K.expand_dims(x, axis=1),
    "mean": lambda x: K.mean(x, axis=1),
    "mean, kept": lambda x: tf.reduce_mean(x, axis=[1, 2], keepdims=True),
    "sum": lambda x: K.sum(x, 1),
    "length one": lambda x: K.l2_normalize(x, axis=-1),
    "square root of squares": lambda x: K.sqrt(K.sum(K.square(x), axis=-1)),
    "swap": lambda x: K.permute_dimensions(x, (0, 2, 1)),
    "reshape": lambda x: tf.reshape(x, (-1, 12)),
    "negative power": lambda x: -(x**2) + 1,
    "clip": lambda x: K.clip(x, -0.5, 0.5),
    "relu": lambda x: tf.nn.relu(x) * 0.5,
    "concat": lambda x: tf.concat([x, x * 2.0], axis=-1),
    "nested": lambda x: K.exp(-K.abs(x)) / (1.0 + K.exp(-K.abs(x))),
    "branches are not": lambda x: x if K.ndim(x) > 2 else -x,
    "shapes are not": lambda x: tf.reshape(x, (tf.shape(x)[0], -1)),
    "methods are not": lambda x: x.numpy(),
}
values = ((np.arange(24) * 7 % 23 - 11) / 8).astype("float32").reshape(2, 3, 4)
goldens = []
for name, body in bodies.items():
    config = tf_keras.layers.Lambda(body).get_config()
    known = not name.endswith("are not")
    result = np.asarray(body(tf.constant(values))) if known else None
    goldens.append({"name": name, "function": config["function"], "arguments": {}, "input": values.ravel().tolist(),
                    "shape": list(result.shape) if known else None, "output": [float(v) for v in result.ravel()] if known else None})
config = tf_keras.layers.Lambda(scale, arguments={"k": 3}).get_config()
result = scale(values, 3)
goldens.append({"name": "arguments and defaults", "function": list(tf_keras.src.utils.generic_utils.func_dump(scale)[:2]) + [None], "arguments": {"k": 3},
                "input": values.ravel().tolist(), "shape": list(result.shape), "output": [float(v) for v in result.ravel()]})
path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "saving", "lambdas.json")
with open(path, "w") as f:
    json.dump(goldens, f)
