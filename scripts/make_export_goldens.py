"""Has TensorFlow load and run what `KerasNet.Conformance -- export OUT` wrote, and writes test/golden/exports/answers.json: what it read and computed.

Run with real Keras: python scripts/make_export_goldens.py OUT
Every way of loading must give the same numbers: serve, the default signature, Keras's TFSMLayer, TensorFlow 1's session.
"""
import json
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf

tf.get_logger().setLevel("ERROR")
answers, worst = {}, {}
for place in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    arrays = dict(np.load(place / "io.npz"))
    path = str(place / "saved_model")
    for file in place.glob("x*.json"):
        text = json.loads(file.read_text())
        arrays[file.stem] = np.array([t.encode() for t in text["text"]], object).reshape(text["shape"])
    x = [tf.constant(arrays[f"x{i}"]) for i in range(sum(k[0] == "x" for k in arrays))]
    loaded = tf.saved_model.load(path)
    spec = loaded.serve.concrete_functions[0].structured_input_signature[0][0]
    argument = tf.nest.pack_sequence_as(spec, x)
    outputs = tf.nest.flatten(loaded.serve(argument))
    signature = loaded.signatures["serving_default"]
    feeds = {s.name: v for s, v in zip(tf.nest.flatten(spec), x)}
    named = signature(**feeds)
    layer = tf.nest.flatten(keras.layers.TFSMLayer(path, call_endpoint="serve")(argument))
    with tf.compat.v1.Session(graph=tf.Graph()) as session:
        meta = tf.compat.v1.saved_model.load(session, ["serve"], path).signature_def["serving_default"]
        old = session.run({k: v.name for k, v in meta.outputs.items()}, {meta.inputs[k].name: v.numpy() for k, v in feeds.items()})
    for i, (a, b) in enumerate(zip(outputs, layer)):
        np.testing.assert_array_equal(a, b)
    names = sorted(named) if isinstance(loaded.serve(argument), dict) else [f"output_{i}" for i in range(len(outputs))]
    for name, a in zip(names, outputs):
        np.testing.assert_array_equal(a, named[name])
        np.testing.assert_allclose(a, old[name], rtol=1e-6)
    one = tf.nest.flatten(loaded.serve(tf.nest.map_structure(lambda v: v[:1], argument)))
    assert [o.shape[0] for o in one] == [1] * len(one) or place.name == "loops", place.name
    worst[place.name] = max(float(np.max(np.abs(np.asarray(a, "float64") - arrays[f"y{i}"]))) for i, a in enumerate(outputs))
    answers[place.name] = {
        "inputs": {s.name: [s.dtype.name, *[-1 if d is None else d for d in s.shape]] for s in tf.nest.flatten(spec)},
        "outputs": {n: {"shape": list(a.shape), "values": [float(v) for v in np.asarray(a, "float64").ravel()]} for n, a in zip(names, outputs)},
        "trainable_variables": [v.name.split(":")[0] for v in loaded.trainable_variables],
    }
    reader = tf.train.load_checkpoint(str(place / "ckpt" / "w"))
    answers[place.name]["checkpoint"] = {
        k: float(np.sum(np.asarray(reader.get_tensor(k), "float64"))) for k in sorted(reader.get_variable_to_shape_map()) if k != "_CHECKPOINTABLE_OBJECT_GRAPH"
    }
    print(f"{place.name}: largest difference {worst[place.name]:.2g}", flush=True)
folder = pathlib.Path(__file__).parent.parent / "test" / "golden" / "exports"
folder.mkdir(parents=True, exist_ok=True)
(folder / "answers.json").write_text(json.dumps(answers, indent=1) + "\n")
assert all(w < (2e-2 if name == "mixed" else 1e-4) for name, w in worst.items()), worst
