"""Writes test/golden/saving/tf_keras2.16: checkpoints of Keras 2 in the middle of training, for each optimizer in both of its generations, two SavedModels, and how training went on.

Nadam of the newer generation is missing: it multiplies its product of momentums once for nearly every weight instead of once a step.
"""
import json
import os
import pathlib
import shutil

os.environ["TF_USE_LEGACY_KERAS"] = "1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
import tf_keras as keras

folder = pathlib.Path(__file__).parent.parent / "test" / "golden" / "saving" / "tf_keras2.16"
for before in folder.glob("opt_*"):
    shutil.rmtree(before)
new, old = keras.optimizers, keras.optimizers.legacy
optimizers = {
    "adam": lambda: new.Adam(0.02),
    "adamw_ema": lambda: new.AdamW(0.02, weight_decay=0.01, use_ema=True, ema_momentum=0.9),
    "amsgrad": lambda: new.Adam(0.02, amsgrad=True),
    "adafactor": lambda: new.Adafactor(0.02),
    "rmsprop_centered": lambda: new.RMSprop(0.005, momentum=0.5, centered=True),
    "loss_scale": lambda: keras.mixed_precision.LossScaleOptimizer(new.Adam(0.02)),
    "schedule": lambda: new.SGD(new.schedules.ExponentialDecay(0.1, 2, 0.9), momentum=0.9),
    "legacy_adam": lambda: old.Adam(0.02, amsgrad=True),
    "legacy_adamax": lambda: old.Adamax(0.02),
    "legacy_adagrad": lambda: old.Adagrad(0.05),
    "legacy_adadelta": lambda: old.Adadelta(1.0),
    "legacy_ftrl": lambda: old.Ftrl(0.05),
    "legacy_nadam": lambda: old.Nadam(0.02),
    "legacy_rmsprop_centered": lambda: old.RMSprop(0.005, momentum=0.5, centered=True),
    "legacy_sgd_decay": lambda: old.SGD(0.05, momentum=0.9, nesterov=True, decay=0.1),
    "legacy_loss_scale": lambda: keras.mixed_precision.LossScaleOptimizer(old.Adam(0.02)),
}


def make():
    words = keras.Input((3,), dtype="int32", name="words")
    numbers = keras.Input((4,), name="numbers")
    x = keras.layers.Embedding(6, 3, name="table")(words)
    x = keras.layers.GRU(3, name="gru")(x)
    x = keras.layers.concatenate([x, keras.layers.BatchNormalization(name="norm")(numbers)])
    return keras.Model([words, numbers], keras.layers.Dense(2, name="out")(x), name="resumed")


def train(model, data, steps):
    losses = []
    for _ in range(steps):
        model.reset_metrics()
        losses.append(np.atleast_1d(model.train_on_batch(data[:2], data[2])))
    return np.array(losses)


rng = np.random.default_rng(7)
data = [rng.integers(0, 6, (8, 3)).astype("int32"), rng.normal(size=(8, 4)).astype("float32"), rng.normal(size=(8, 2)).astype("float32")]
for name, make_optimizer in optimizers.items():
    keras.utils.set_random_seed(11)
    keras.backend.clear_session()
    model = make()
    model.compile(make_optimizer(), "mse")
    train(model, data, 5)
    place = folder / f"opt_{name}"
    (place / "ckpt").mkdir(parents=True)
    model.save_weights(str(place / "ckpt" / "weights"))
    (place / "model.json").write_text(model.to_json() + "\n")
    training = {"loss": "mse", "metrics": None, "optimizer_config": {"class_name": type(model.optimizer).__name__, "config": model.optimizer.get_config()}}
    (place / "training.json").write_text(json.dumps(training, default=lambda x: x.item() if hasattr(x, "item") else str(x)) + "\n")
    np.savez(place / "io.npz", x0=data[0], x1=data[1], y0=model.predict(data[:2], verbose=0))
    if name in ("adam", "legacy_adam"):
        model.save(place / "saved_model", save_format="tf", save_traces=False)
    answers = {"x0": data[0], "x1": data[1], "t0": data[2]}
    answers["losses_cont"] = train(model, data, 3)
    answers["y0_cont"] = model.predict(data[:2], verbose=0)
    again = make()
    again.compile(make_optimizer(), "mse")
    again.load_weights(str(place / "ckpt" / "weights"))
    difference = abs(train(again, data, 3) - answers["losses_cont"]).max()
    assert difference == 0, (name, difference)
    np.savez(place / "resume.npz", **answers)
