"""Records what real Keras's ops return: test/golden/ops/FAMILY.json, one case a line.

Run with real Keras 3: python scripts/make_op_goldens.py [FAMILY ...]
A family is a file of scripts/op_goldens with a function cases(record), which calls record("name of keras.ops", arguments…, keyword=…).
Arrays among the arguments are tensors, everything else is written as it is. A case: "op", "args", "kwargs", "outputs" (Keras's results) and
"grads", the gradients of sum(output * cotangent) by the float tensors among the arguments, where the cotangent counts 1, 1.1, 1.2, … over the elements.
"""
import importlib
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "test", "golden", "ops")


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    text = str(value)
    return text if text in ("nan", "inf", "-inf") else float(text)


def encode(value):
    if isinstance(value, (tf.Tensor, tf.Variable)):
        value = np.asarray(value) if value.dtype != tf.bfloat16 else tf.cast(value, tf.float32)
    if isinstance(value, (np.ndarray, np.generic)):
        return {"dtype": str(value.dtype), "shape": list(value.shape), "data": [number(v) for v in value.reshape(-1)]}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    if isinstance(value, dict):
        return {key: encode(v) for key, v in value.items()}
    return number(value) if isinstance(value, float) else value


def run(name, args, kwargs):
    function = keras.ops
    for part in name.split("."):
        function = getattr(function, part)
    tensors = [a for a in tf.nest.flatten([args, kwargs]) if isinstance(a, np.ndarray)]
    given = {id(a): tf.constant(a) for a in tensors}
    to_tensor = lambda a: given[id(a)] if isinstance(a, np.ndarray) else a
    with tf.GradientTape() as tape:
        sources = [given[id(a)] for a in tensors if np.issubdtype(a.dtype, np.floating)]
        tape.watch(sources)
        output = function(*tf.nest.map_structure(to_tensor, list(args)), **tf.nest.map_structure(to_tensor, kwargs))
        outputs = output if isinstance(output, (list, tuple)) else [output]
        total = None
        for y in outputs:
            y = tf.convert_to_tensor(y)
            if y.dtype.is_floating:
                weights = np.reshape(1 + 0.1 * np.arange(int(np.prod(y.shape))), y.shape)
                part = tf.reduce_sum(y * tf.cast(weights, y.dtype))
                total = part if total is None else total + tf.cast(part, total.dtype)
    grads = [None] * len(sources) if total is None else tape.gradient(total, sources)
    return outputs, [None if g is None else tf.convert_to_tensor(g) for g in grads]


def main(families):
    os.makedirs(FOLDER, exist_ok=True)
    sys.path.insert(0, HERE)
    for family in families:
        cases = []

        def record(name, *args, **kwargs):
            outputs, grads = run(name, args, kwargs)
            cases.append({"op": name, "args": encode(list(args)), "kwargs": encode(kwargs), "outputs": encode(outputs), "grads": encode(grads)})

        importlib.import_module("op_goldens." + family).cases(record)
        with open(os.path.join(FOLDER, family + ".json"), "w", encoding="utf-8") as file:
            file.write(json.dumps({"keras": keras.__version__, "made by": "scripts/make_op_goldens.py " + family})[:-1] + ', "cases": [\n')
            file.write(",\n".join(json.dumps(case) for case in cases) + "\n]}\n")
        print(family, len(cases))


if __name__ == "__main__":
    names = sorted(f[:-3] for f in os.listdir(os.path.join(HERE, "op_goldens")) if f.endswith(".py") and f != "data.py")
    main(sys.argv[1:] or names)
