"""Writes test/golden/random/functions.json: what keras.random gives for seeds, in the order of calls.

Run with real Keras: python scripts/make_random_function_goldens.py
"""
import json
import os

import keras
import numpy as np
from keras import random

keras.utils.set_random_seed(1)
results = {}


def add(name, value):
    a = np.asarray(keras.ops.convert_to_numpy(value))
    results[name] = {"dtype": str(a.dtype), "shape": list(a.shape), "values": [float(v) for v in a.ravel()]}


x = (np.arange(24) / 4 - 2).astype("float32").reshape(4, 6)

# The order matters: seeds that are not given come one after the other.
add("chosen seed", random.SeedGenerator().state)
add("uniform without seed", random.uniform((3,)))
add("uniform without seed again", random.uniform((3,)))
add("normal without seed", random.normal((3,)))
add("chosen seed again", random.SeedGenerator().state)

seeds = random.SeedGenerator(42)
add("uniform", random.uniform((2, 3), minval=-2.0, maxval=3.0, seed=seeds))
add("uniform next", random.uniform((2, 3), seed=seeds))
add("state", seeds.state)
add("uniform double", random.uniform((5,), dtype="float64", seed=7))
add("uniform half", random.uniform((5,), dtype="float16", seed=7))
add("uniform bfloat16", keras.ops.cast(random.uniform((5,), dtype="bfloat16", seed=7), "float32"))
add("normal", random.normal((3, 3), mean=1.0, stddev=0.5, seed=1337))
add("normal big seed", random.normal((3,), seed=2147483647))
add("normal negative seed", random.normal((3,), seed=-5))
add("normal half", random.normal((4,), dtype="float16", seed=3))
add("truncated normal", random.truncated_normal((9,), stddev=2.0, seed=11))
add("randint", random.randint((7,), 0, 10, seed=5))
add("randint long", random.randint((7,), -100, 2**40, dtype="int64", seed=5))
add("randint byte", random.randint((7,), 0, 255, dtype="uint8", seed=5))
add("dropout", random.dropout(x, 0.3, seed=9))
add("dropout generator", random.dropout(x, 0.5, seed=seeds))
add("dropout noise shape", random.dropout(x, 0.5, noise_shape=(4, 1), seed=2))
add("dropout open noise shape", random.dropout(x, 0.5, noise_shape=(None, 1), seed=4))
add("dropout nothing", random.dropout(x, 0.0, seed=9))
add("dropout all", random.dropout(x, 1.0, seed=9))
add("categorical", random.categorical(np.log(np.array([[0.1, 0.2, 0.7], [0.5, 0.4, 0.1]], "float32")), 6, seed=3))
add("shuffle", random.shuffle(x, seed=8))
add("shuffle columns", random.shuffle(x, axis=1, seed=8))
add("gamma", random.gamma((2, 3), np.array([0.5, 1.0, 4.0], "float32"), seed=6))
add("gamma one", random.gamma((4,), 2.5, seed=6))
add("beta", random.beta((2, 3), 2.0, np.array([0.5, 1.0, 4.0], "float32"), seed=6))
add("binomial", random.binomial((4, 3), np.array([5.0, 40.0, 100.0], "float32"), np.array([0.3, 0.5, 0.9], "float32"), seed=6))
add("binomial one", random.binomial((12,), 1.0, 0.5, seed=13))
add("binomial many", random.binomial((30,), 1000.0, 0.7, seed=14))

path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "random", "functions.json")
os.makedirs(os.path.dirname(path), exist_ok=True)
with open(path, "w") as f:
    f.write("{\n" + ",\n".join(f"{json.dumps(n)}: {json.dumps(v)}" for n, v in results.items()) + "\n}\n")
