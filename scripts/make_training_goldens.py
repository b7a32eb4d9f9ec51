"""Records 100 steps of training by real Keras, without shuffling: test/golden/training/traces.json.

Run with real Keras 3: python scripts/make_training_goldens.py
Each case has the first values of the initial weights (seed 7), the history of 25 epochs of 4 batches, and predictions of the trained model.
Data is made of whole numbers, so that another language makes the same: value i is ((i * 7919 + salt) % 1000) / 500 - 1.
"""
import json
import os

import keras
import numpy as np
from keras import layers


def numbers(*shape, salt=0):
    i = np.arange(np.prod(shape), dtype=np.int64)
    return (((i * 7919 + salt) % 1000).astype("float32") / np.float32(500) - np.float32(1)).reshape(shape)


def classes(count, n, salt=3):
    return ((np.arange(count, dtype=np.int64) * 7919 + salt) // 7 % n).astype("int32")


def mlp_sgd():
    model = keras.Sequential([keras.Input((5,)), layers.Dense(8, activation="tanh"), layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True), "mse", metrics=["mae"])
    return model, numbers(32, 5), numbers(32, 1, salt=11)


def mlp_adam():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(4, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, numbers(32, 6), classes(32, 4)


def convnet_rmsprop():
    model = keras.Sequential([keras.Input((10, 10, 2)), layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(3)])
    model.compile(keras.optimizers.RMSprop(0.002), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model, numbers(32, 10, 10, 2), classes(32, 3)


def batchnorm_adamw():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(8, use_bias=False, kernel_regularizer=keras.regularizers.L2(0.01)), layers.BatchNormalization(), layers.Activation("gelu"), layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.AdamW(0.01, weight_decay=0.02, clipnorm=0.5), "binary_crossentropy", metrics=["accuracy", "auc"])
    return model, numbers(32, 6), classes(32, 2)


def two_heads_nadam():
    inputs = keras.Input((5,), name="x")
    x = layers.Dense(8, activation="elu")(inputs)
    y = layers.Dense(8, activation="swish")(x)
    z = layers.Add()([x, y])
    model = keras.Model(inputs, [layers.Dense(1, name="a")(z), layers.Dense(3, activation="softmax", name="b")(z)])
    model.compile(keras.optimizers.Nadam(0.005), ["huber", "sparse_categorical_crossentropy"], loss_weights=[1.0, 0.5])
    return model, numbers(32, 5), [numbers(32, 1, salt=5), classes(32, 3)]


def lstm_adam():
    model = keras.Sequential([keras.Input((6, 3)), layers.LSTM(5), layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    return model, numbers(32, 6, 3), numbers(32, 1, salt=11)


def embedding_sgd():
    model = keras.Sequential([keras.Input((5,), dtype="int32"), layers.Embedding(20, 4), layers.GRU(4, kernel_initializer="glorot_uniform"), layers.Dense(2, activation="softmax")])
    model.compile(keras.optimizers.SGD(0.2, momentum=0.9), "sparse_categorical_crossentropy")
    return model, classes(32 * 5, 20).reshape(32, 5), classes(32, 2)


def embedding_adagrad():
    model, x, y = embedding_sgd()
    model.compile(keras.optimizers.Adagrad(0.05), "sparse_categorical_crossentropy")
    return model, x, y


def embedding_adam():
    model, x, y = embedding_sgd()
    model.compile(keras.optimizers.Adam(0.005), "sparse_categorical_crossentropy")
    return model, x, y


def weighted_schedule():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(6, activation="softplus"), layers.Dense(1)])
    model.compile(keras.optimizers.Adamax(keras.optimizers.schedules.ExponentialDecay(0.05, 20, 0.8)), "mae", metrics=["mse"], weighted_metrics=["mse"])
    return model, numbers(30, 4), numbers(30, 1, salt=11)


cases = []
for maker in [mlp_sgd, mlp_adam, convnet_rmsprop, batchnorm_adamw, two_heads_nadam, lstm_adam, embedding_sgd, embedding_adagrad, embedding_adam, weighted_schedule]:
    keras.backend.clear_session()
    keras.utils.set_random_seed(7)
    model, x, y = maker()
    initial = [[float(v) for v in w.reshape(-1)[:6]] for w in model.get_weights()]
    weights = np.abs(numbers(30, salt=77)) if maker is weighted_schedule else None
    history = model.fit(x, y, batch_size=8, epochs=25, shuffle=False, verbose=0, sample_weight=weights).history
    predicted = model.predict(x[:4], verbose=0)
    predicted = predicted if isinstance(predicted, list) else [predicted]
    cases.append({"name": maker.__name__, "initial": initial, "history": {k: [float(v) for v in values] for k, values in history.items()},
                  "predicted": [[float(v) for v in p.reshape(-1)] for p in predicted]})

folder = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "training")
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "traces.json"), "w", encoding="utf-8") as file:
    file.write('{"keras": "%s", "made by": "scripts/make_training_goldens.py", "cases": [\n' % keras.__version__)
    file.write(",\n".join(json.dumps(case) for case in cases))
    file.write("\n]}\n")
