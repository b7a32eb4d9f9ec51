"""Writes test/golden/saving/tf_keras2.16/local: locally connected layers of Keras 2 in every implementation, padding and data format, their outputs, and how training went on."""
import os
import pathlib

os.environ["TF_USE_LEGACY_KERAS"] = "1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tf_keras as keras

folder = pathlib.Path(__file__).parent.parent / "test" / "golden" / "saving" / "tf_keras2.16" / "local"
folder.mkdir(parents=True, exist_ok=True)
layers = keras.layers
keras.utils.set_random_seed(3)


def branches(kind, x, size, stride):
    for implementation in (1, 2, 3):
        for data_format in ("channels_last", "channels_first"):
            for padding in ("valid",) if implementation == 1 else ("valid", "same"):
                layer = kind(2, size, strides=stride, padding=padding, data_format=data_format, implementation=implementation, activation="tanh", bias_initializer="random_normal",
                             kernel_initializer="random_normal", kernel_regularizer=keras.regularizers.L2(0.01), use_bias=padding == "valid" or data_format == "channels_first",
                             name=f"{kind.__name__.lower()}_{implementation}_{data_format}_{padding}")
                yield layers.Flatten()(layer(x))


steps, image = keras.Input((5, 4), name="steps"), keras.Input((4, 5, 3), name="image")
joined = layers.concatenate([*branches(layers.LocallyConnected1D, steps, 2, 2), *branches(layers.LocallyConnected2D, image, (2, 3), (2, 1))])
model = keras.Model([steps, image], layers.Dense(1, name="out")(joined), name="local")
model.compile(keras.optimizers.Adam(0.01), "mse")
rng = np.random.default_rng(5)
x0, x1, t0 = (rng.normal(size=s).astype("float32") for s in ((4, 5, 4), (4, 4, 5, 3), (4, 1)))


def train():
    return np.array([[model.train_on_batch([x0, x1], t0)] for _ in range(3)])


train()
model.save(folder / "model.h5")
np.savez(folder / "io.npz", x0=x0, x1=x1, y0=model.predict([x0, x1], verbose=0))
losses = train()
np.savez(folder / "resume.npz", x0=x0, x1=x1, t0=t0, losses_cont=losses, losses_h5=losses, y0_cont=model.predict([x0, x1], verbose=0))
