"""Writes test/golden/checkpoints: a TensorFlow checkpoint with tensors of every type, and in JSON what TensorFlow reads from it."""
import json
import pathlib

import numpy as np
import tensorflow as tf

folder = pathlib.Path(__file__).parent.parent / "test" / "golden" / "checkpoints"
folder.mkdir(parents=True, exist_ok=True)
rng = np.random.default_rng(3)
numbers = rng.integers(0, 100, (3, 5))
tensors = {
    f"numbers/{tf.as_dtype(name).name}": tf.cast(numbers, name)
    for name in ["float32", "float64", "float16", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool", "complex64", "complex128"]
}
tensors["scalar"] = tf.constant(2.5)
tensors["empty"] = tf.zeros((0, 4))
tensors["text"] = tf.constant([["", "word"], ["Ünïcode", "x" * 300]])
for i in range(200):
    tensors[f"many/number_{i}"] = tf.constant(float(i))
names = sorted(tensors)
tf.raw_ops.SaveV2(prefix=str(folder / "types"), tensor_names=names, shape_and_slices=[""] * len(names), tensors=[tensors[n] for n in names])
reader = tf.train.load_checkpoint(str(folder / "types"))
answers = {}
for name, shape in sorted(reader.get_variable_to_shape_map().items()):
    value = reader.get_tensor(name)
    dtype = reader.get_variable_to_dtype_map()[name]
    answers[name] = {"dtype": dtype.name, "shape": shape}
    if dtype == tf.string:
        answers[name]["text"] = [v.decode() for v in value.ravel()]
    else:
        answers[name]["numbers"] = [float(np.real(v)) for v in np.asarray(value).ravel()]
(folder / "types.json").write_text(json.dumps(answers) + "\n")
