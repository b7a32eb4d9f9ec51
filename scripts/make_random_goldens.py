"""Writes test/golden/kernels/random.json: what TensorFlow's stateless random ops and CPython's random return.

Run with the Python that has TensorFlow 2.16.2 and Keras 3: python scripts/make_random_goldens.py
Floats are written as their bits, so that nothing is lost.
"""
import json
import os
import random

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf

R = tf.raw_ops
cases = []


def bits(a):
    a = np.asarray(a)
    kind = {"float32": np.uint32, "float64": np.uint64}.get(a.dtype.name)
    return (a.view(kind) if kind else a).ravel().tolist()


def add(name, seed, values, **extra):
    values = np.asarray(values)
    cases.append(dict(op=name, seed=list(map(int, seed)), dtype=values.dtype.name, count=int(values.size), values=bits(values), **extra))


for seed in [(1337, 0), (0, 0), (1, 2), (-5, 7), (2**31 - 1, -2**31), (123456789012, 987654321098)]:
    s = tf.constant(seed, tf.int64)
    key, counter = R.StatelessRandomGetKeyCounter(seed=s)
    cases.append(dict(op="key", seed=list(seed), dtype="uint64", count=3, values=bits(key) + bits(counter)))
    kc = dict(key=key, counter=counter, alg=1)
    for dtype in (tf.float32, tf.float64):
        for n in (1, 3, 8, 301):
            add("uniform", seed, R.StatelessRandomUniformV2(shape=[n], dtype=dtype, **kc))
            add("normal", seed, R.StatelessRandomNormalV2(shape=[n], dtype=dtype, **kc))
            add("truncated", seed, R.StatelessTruncatedNormalV2(shape=[n], dtype=dtype, **kc))
    for dtype in (tf.int32, tf.int64):
        add("int", seed, R.StatelessRandomUniformIntV2(shape=[33], minval=tf.constant(-7, dtype), maxval=tf.constant(1000, dtype), **kc), low=-7, high=1000)
        add("full", seed, R.StatelessRandomUniformFullIntV2(shape=[33], dtype=dtype, **kc))
    for dtype in (tf.float32, tf.float64):
        logits = tf.constant([[0.1, -2.0, 1.5, 0.3], [1.0, 1.0, float("-inf"), 0.0]], dtype)
        add("multinomial", seed, R.StatelessMultinomial(logits=logits, num_samples=9, seed=s), logits=[0.1, -2.0, 1.5, 0.3, 1.0, 1.0, "-Infinity", 0.0],
            logits_dtype=dtype.name)
        for alpha in (0.4, 1.0, 2.5):
            add("gamma", seed, R.StatelessRandomGammaV3(shape=[12], alpha=tf.constant(alpha, dtype), **kc), alpha=alpha)

# Longer runs, where TensorFlow splits the work over threads: only the last eight numbers are kept.
for name, op in (("uniform", R.StatelessRandomUniformV2), ("normal", R.StatelessRandomNormalV2), ("truncated", R.StatelessTruncatedNormalV2)):
    key, counter = R.StatelessRandomGetKeyCounter(seed=tf.constant((3, 4)))
    for dtype in (tf.float32, tf.float64):
        v = op(shape=[100003], dtype=dtype, key=key, counter=counter, alg=1).numpy()
        cases.append(dict(op=name, seed=[3, 4], dtype=v.dtype.name, count=v.size, values=bits(v[-8:])))

# Keras's own doors: an integer seed s is the pair (s, 0).
for seed in (1337, 7):
    add("uniform", (seed, 0), keras.random.uniform((10,), seed=seed))
    add("normal", (seed, 0), keras.random.normal((10,), seed=seed))
    add("truncated", (seed, 0), keras.random.truncated_normal((10,), seed=seed))
    add("int", (seed, 0), keras.random.randint((10,), 3, 99, seed=seed), low=3, high=99)

twister = []
for seed in (0, 1, 42, -42, 2**32, 123456789012345678901234567890):
    r = random.Random(seed)
    twister.append(dict(seed=str(seed), bits=[str(r.getrandbits(n)) for n in (1, 7, 31, 32, 33, 53, 64)], integers=[r.randint(1, 10**9) for _ in range(5)],
                        below=[r.randrange(n) for n in (1, 2, 3, 1000, 2**40)], doubles=bits([r.random() for _ in range(4)]),
                        uniform=bits([r.uniform(-2, 5)]), late=[r.getrandbits(32) for _ in range(2000)][-3:],
                        shuffled=(lambda a: (r.shuffle(a), a)[1])(list(range(20)))))

out = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "kernels", "random.json")
with open(out, "w") as f:
    f.write(json.dumps(dict(tensorflow=tf.__version__, keras=keras.__version__, cases=cases, twister=twister), separators=(",", ":")).replace("},{", "},\n{") + "\n")
