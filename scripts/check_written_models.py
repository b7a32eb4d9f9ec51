"""Opens the models, checkpoints and SavedModels that `KerasNet.Conformance -- write FOLDER OUT` wrote, in Keras 3 and in Keras 2 (tf_keras), and compares their predictions with ours.

Run with real Keras: python scripts/check_written_models.py OUT
Prints a line for each file that does not open or differs by more than 2e-4, and the sums.
"""
import os
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.filterwarnings("ignore")
import keras
import numpy as np
import tensorflow as tf
import tf_keras

keras.config.enable_unsafe_deserialization()


def classes(base):
    class ScaleShift(base.layers.Layer):
        def __init__(self, power=1, **kwargs):
            super().__init__(**kwargs)
            self.power = power

        def build(self, shape):
            self.scale = self.add_weight(name="scale", shape=(shape[-1],), initializer="ones")
            self.shift = self.add_weight(name="shift", shape=(shape[-1],), initializer="zeros")

        def call(self, x):
            return x**self.power * self.scale + self.shift

        def get_config(self):
            return {**super().get_config(), "power": self.power}

    return {"ScaleShift": ScaleShift, "times_k": lambda x, k: x * k + 1, "weird_mse": weird_mse}


def predict(model, arrays):
    x = [arrays[f"x{i}"] for i in range(len([k for k in arrays if k[0] == "x" and k[1:].isdigit()]))]
    y = model.predict(x if len(x) > 1 else x[0], verbose=0, batch_size=x[0].shape[0])
    return y if isinstance(y, (list, tuple)) else [y]


def weird_mse(t, p):
    return keras.ops.mean(keras.ops.square(t - p) + 0.1 * keras.ops.abs(t - p), axis=-1)


def resume(model, arrays):
    def inputs(prefix):
        values = [arrays[k] for k in sorted(arrays) if k[0] == prefix and k[1:].isdigit()]
        return values if len(values) > 1 else values[0]

    losses = []
    for _ in arrays["losses"]:
        model.reset_metrics()
        loss = model.train_on_batch(inputs("x"), inputs("t"))
        losses.append(float(loss[0] if isinstance(loss, (list, tuple)) else loss))
    return np.array(losses)


def check(place, file, open_model, train):
    arrays = dict(np.load(os.path.join(place, "io.npz")))
    if train:
        if arrays["losses"].size == 0:
            return "skip"
        try:
            losses = resume(open_model(os.path.join(place, file)), arrays)
        except Exception as error:
            return f"{type(error).__name__}: {str(error)[-200:]}"
        return None if np.allclose(losses, arrays["losses"], 1e-3, 1e-3) else f"goes on with {losses}, not {arrays['losses']}"
    try:
        outputs = predict(open_model(os.path.join(place, file)), arrays)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[-200:]}"
    worst = max(float(np.max(np.abs(np.asarray(y, "float64") - arrays[f"y{i}"]))) for i, y in enumerate(outputs))
    return None if worst < 2e-4 else f"differs by {worst:.2g}"


def table(text):
    """A summary without the lines of totals, which tell of the optimizer, and spaces at the ends."""
    return [line.rstrip() for line in text.splitlines() if line.strip() and " params" not in line and not line.startswith("Model:")]


def summary(place):
    model = keras.models.load_model(os.path.join(place, "ours.keras"), custom_objects=classes(keras), compile=False)
    lines = []
    model.summary(line_length=120, print_fn=lines.append)
    with open(os.path.join(place, "summary.txt"), encoding="utf8") as f:
        ours = table(f.read())
    theirs = table("\n".join(lines))
    return None if ours == theirs else "the tables differ: " + next((f"{a!r} {b!r}" for a, b in zip(ours, theirs) if a != b), f"{len(ours)} and {len(theirs)} lines")


def keras3_weights(path):
    with open(path.replace(".weights.h5", ".json")) as f:
        model = keras.models.model_from_json(f.read(), custom_objects=classes(keras))
    model.load_weights(path)
    return model


def zeroed(model):
    model.set_weights([np.zeros_like(w) for w in model.get_weights()])
    return model


def keras2_checkpoint(path):
    model = zeroed(tf_keras.models.load_model(os.path.join(os.path.dirname(path), "ours.h5"), custom_objects=classes(tf_keras), compile=False))
    model.load_weights(os.path.join(path, "w"))
    return model


def keras3_checkpoint(path):
    model = zeroed(keras.models.load_model(os.path.join(os.path.dirname(path), "ours.keras"), custom_objects=classes(keras), compile=False))
    tf.train.Checkpoint(model).restore(tf.train.latest_checkpoint(path)).expect_partial()
    return model


class Exported:
    """A SavedModel as something with predict."""

    def __init__(self, path):
        self.loaded = tf.saved_model.load(path)

    def predict(self, x, **_):
        spec = self.loaded.serve.concrete_functions[0].structured_input_signature[0][0]
        x = [tf.cast(v, s.dtype) for v, s in zip(x if isinstance(x, list) else [x], tf.nest.flatten(spec))]
        return tf.nest.flatten(self.loaded.serve(tf.nest.pack_sequence_as(spec, x)))


kinds = {
    "keras 3 .keras": ("ours.keras", lambda p: keras.models.load_model(p, custom_objects=classes(keras), compile=False)),
    "keras 3 .weights.h5": ("ours.weights.h5", keras3_weights),
    "keras 3 .h5": ("ours.h5", lambda p: keras.models.load_model(p, custom_objects=classes(keras), compile=False)),
    "keras 2 .h5": ("ours.h5", lambda p: tf_keras.models.load_model(p, custom_objects=classes(tf_keras), compile=False)),
    "keras 2 checkpoint": ("ckpt", keras2_checkpoint),
    "keras 3 checkpoint": ("ckpt", keras3_checkpoint),
    "SavedModel": ("saved_model", Exported),
    "keras 3 .keras, training": ("ours.keras", lambda p: keras.models.load_model(p, custom_objects=classes(keras))),
    "keras 2 .h5, training": ("ours.h5", lambda p: tf_keras.models.load_model(p, custom_objects=classes(tf_keras))),
}
sums = {kind: [0, 0] for kind in [*kinds, "summary"]}
for place, _, files in sorted(os.walk(sys.argv[1])):
    if "io.npz" not in files:
        continue
    with open(os.path.join(place, "ours.json")) as f:
        text = f.read()
    try:
        why = summary(place)
    except Exception as error:
        why = f"{type(error).__name__}: {str(error)[-200:]}"
    sums["summary"][why is not None] += 1
    if why:
        print(f"{os.path.relpath(place, sys.argv[1])} summary: {why}", flush=True)
    for kind, (file, open_model) in kinds.items():
        if kind.startswith("keras 2") and ("lora_rank" in text or "keras.dtype_policies" in text):
            continue  # Keras 2 has neither
        why = check(place, file, open_model, kind.endswith("training"))
        if why == "skip":
            continue
        sums[kind][why is not None] += 1
        if why:
            print(f"{os.path.relpath(place, sys.argv[1])} {kind}: {why}", flush=True)
for kind, (good, bad) in sums.items():
    print(f"{kind}: {good} equal, {bad} not")
