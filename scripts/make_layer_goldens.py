"""Asks Keras about layers: config, weights, output, mask, gradients, losses. The questions come from the tests themselves.

A test of LayerFixture that finds no answer writes its question to the file that KERASNET_LAYER_QUESTIONS names:

    KERASNET_LAYER_QUESTIONS=questions.jsonl dotnet test test/KerasNet.Tests --filter FullyQualifiedName~Tests.Layers
    python scripts/make_layer_goldens.py questions.jsonl

Run with Keras 3 on TensorFlow; adds to test/golden/layers/CLASS.json. Inputs and weights are not stored: element i of array number k is
((i * 7919 + k * 104729) % 1009) / 504.5 - 1; inputs are numbered from 0, weights from 10, what outputs are multiplied with from 100.
Weights named *variance and *stddev are made positive by adding 1.5. Masks are (i * 7 + k * 3) % 5 > 1.
"""
import copy
import json
import pathlib
import sys

import keras
import numpy as np
import tensorflow as tf
from keras.src import backend

FOLDER = pathlib.Path(__file__).parent.parent / "test" / "golden" / "layers"


def values(k, shape):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((((i * 7919 + k * 104729) % 1009) / 504.5) - 1).reshape(shape).astype("float32")


def integers(k, shape, below):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((i * 7919 + k * 104729) % below).reshape(shape).astype("int32")


def mask(k, shape):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((i * 7 + k * 3) % 5 > 1).reshape(shape)


def numbers(x):
    return [float(f"{v:.6g}") for v in np.asarray(x, dtype="float64").ravel()]


def plain(x):
    if isinstance(x, dict):
        return {k: plain(v) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [plain(v) for v in x]
    return x.item() if isinstance(x, np.generic) else x


def generators(layer):
    return len({id(g) for part in layer._flatten_layers() for g in part._seed_generators})


def answer(question):
    layer = keras.saving.deserialize_keras_object(copy.deepcopy(question["layer"]))
    config = layer.get_config()
    arguments = {}
    for name, value in question["arguments"].items():
        arguments[name] = tf.constant(mask(50, value["mask"])) if isinstance(value, dict) else value
    inputs = []
    for k, shape in enumerate(question["input"]):
        inputs.append(tf.constant(integers(k, shape, question["integers"]) if question["integers"] else values(k, shape)))

    def call(training):
        for k, x in enumerate(inputs if question["mask"] else []):  # some layers take them away
            backend.set_keras_mask(x, tf.constant(mask(k, x.shape[:-1])))
        flag = {"training": training} if layer._call_has_training_arg else {}
        return layer(*inputs, **arguments, **flag) if question["apart"] else layer(inputs if question["list"] else inputs[0], **arguments, **flag)

    call(False)
    for k, w in enumerate(layer.weights):
        v = values(k + 10, w.shape)
        w.assign(v + 1.5 if w.name.endswith(("variance", "stddev")) else v)
    floats = [x for x in inputs if x.dtype.is_floating]
    with tf.GradientTape() as tape:
        tape.watch(floats)
        outputs = call(question["training"])
        outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        loss = sum(tf.reduce_sum(y * values(100 + j, y.shape)) for j, y in enumerate(outputs) if y.dtype.is_floating)
    trainable = [w.value for w in layer.trainable_weights]
    try:
        gradients = [None if g is None else numbers(tf.convert_to_tensor(g)) for g in tape.gradient(loss, floats + trainable)]
    except (tf.errors.OpError, LookupError) as error:
        print("no gradient:", question["layer"]["class_name"], str(error)[:90])
        gradients = None
    masks = [backend.get_keras_mask(y) for y in outputs]
    return {
        "config": plain(json.loads(json.dumps(config, default=list))),
        "weights": [[w.name, list(w.shape), any(w is t for t in layer.trainable_weights)] for w in layer.weights],
        "outputs": [{"shape": list(y.shape), "dtype": y.dtype.name, "data": numbers(y)} for y in outputs],
        "masks": [None if m is None else {"shape": list(m.shape), "data": [int(v) for v in np.asarray(m).ravel()]} for m in masks],
        "gradients": gradients,
        "after": [numbers(w) for w in layer.weights if not any(w is t for t in layer.trainable_weights)],
        "losses": numbers([float(v) for v in layer.losses]),
        "seed_generators": generators(layer),
    }


def main():
    answers = {}
    for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
        question = json.loads(line)
        name = question["layer"]["class_name"]
        if name not in answers:
            path = FOLDER / f"{name}.json"
            answers[name] = json.loads(path.read_text())["cases"] if path.exists() else []
        if any(c["question"] == question for c in answers[name]):
            continue
        try:
            answers[name].append({"question": question, "answer": answer(question)})
        except Exception as error:
            print("KERAS SAYS NO:", name, json.dumps(question)[:300], "->", type(error).__name__, str(error)[:600])
    FOLDER.mkdir(parents=True, exist_ok=True)
    head = {"made_by": "scripts/make_layer_goldens.py", "keras": keras.__version__, "backend": keras.backend.backend()}
    for name, cases in answers.items():
        text = json.dumps({**head, "cases": "@"}).replace('"@"', "[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]")
        (FOLDER / f"{name}.json").write_text(text)
        print(name, len(cases), "cases", len(text))


main()
