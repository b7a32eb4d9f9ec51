"""Writes test/golden/programs/models.zip: models that Keras 3 exported and Keras 2 saved as SavedModels, each with inputs and what it gives for them."""
import os
import pathlib
import shutil
import sys
import tempfile
import zipfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
if "keras2" in sys.argv:
    os.environ["TF_USE_LEGACY_KERAS"] = "1"
    import tf_keras as keras
else:
    import keras
import numpy as np
import tensorflow as tf

L = keras.layers
place = pathlib.Path(tempfile.mkdtemp())
rng = np.random.default_rng(1)
I = keras.Input


def dense():
    x = I((5,), name="x")
    names = ["relu", "sigmoid", "tanh", "elu", "selu", "gelu", "softplus", "softsign", "swish", "exponential", "hard_sigmoid", "linear"]
    if "keras2" not in sys.argv:
        names += ["leaky_relu", "relu6", "mish", "celu", "hard_silu", "hard_tanh", "log_sigmoid", "soft_shrink", "hard_shrink", "tanh_shrink", "squareplus", "sparse_plus"]
    parts = [L.Dense(4, activation=a)(x) for a in names] + [L.Softmax()(L.Dense(4)(x)), L.LeakyReLU()(L.Dense(3)(x)), L.PReLU()(L.Dense(3)(x)), L.ReLU(2.0, 0.1, 0.2)(L.Dense(3)(x))]
    return keras.Model(x, L.Dense(3, activation="softmax")(L.Dropout(0.5)(L.Concatenate()(parts))))


def images():
    x = I((9, 8, 3), name="image")
    y = L.BatchNormalization()(L.Conv2D(4, 3, padding="same", strides=2)(x))
    y = L.MaxPooling2D(padding="same")(L.ReLU()(y))
    y = L.Conv2DTranspose(4, 3, strides=2, padding="same")(y)
    y = L.SeparableConv2D(5, 3, padding="same")(y)
    y = L.AveragePooling2D(2, 1)(L.DepthwiseConv2D(3, padding="same", depth_multiplier=2)(y))
    y = L.ZeroPadding2D(((1, 0), (0, 2)))(L.Cropping2D(((0, 1), (1, 0)))(L.UpSampling2D(2)(y)))
    z = L.Conv2D(2, 3, dilation_rate=2, groups=1)(L.Resizing(10, 11)(L.Rescaling(0.5, 0.1)(x)))
    return keras.Model(x, [L.GlobalAveragePooling2D()(y), L.GlobalMaxPooling2D()(z), L.Flatten()(L.Permute((3, 1, 2))(z))])


def lines_and_volumes():
    x, v = I((8, 3), name="line"), I((4, 5, 6, 2), name="volume")
    a = L.MaxPooling1D()(L.Conv1D(4, 3, padding="causal", dilation_rate=2)(x))
    a = L.GlobalAveragePooling1D()(L.Conv1DTranspose(3, 2)(L.AveragePooling1D(2, 1, "same")(a)))
    b = L.GlobalMaxPooling3D()(L.Conv3D(3, 2, padding="same")(L.MaxPooling3D((1, 2, 2))(v)))
    c = L.Flatten()(L.Conv3DTranspose(1, 2)(L.AveragePooling3D(2)(v)))
    return keras.Model([x, v], L.Concatenate()([a, b, c]))


def recurrent():
    x, n = I((5, 3), name="steps"), I((None, 3), name="open")
    if "keras2" in sys.argv:  # its files are ten times as large
        return keras.Model([x, n], [L.GRU(3)(x), L.LSTM(3)(L.Masking()(n))])
    a = L.GRU(3)(L.LSTM(4, return_sequences=True)(x))
    b = L.Bidirectional(L.LSTM(3, return_sequences=True))(L.Masking()(n))
    c = L.SimpleRNN(2, go_backwards=True)(b)
    d = L.GRU(3, reset_after=False, recurrent_activation="hard_sigmoid")(n)
    e = L.RNN([L.LSTMCell(2), L.GRUCell(3)])(x)
    f = L.GlobalAveragePooling1D()(L.TimeDistributed(L.Dense(2))(L.RepeatVector(3)(a)))
    return keras.Model([x, n], [L.Concatenate()([a, c, d, e, f]), b])


def frames():
    x = I((3, 5, 4, 2), name="frames")
    return keras.Model(x, L.Flatten()(L.ConvLSTM2D(2, 3, padding="same")(x)))


def attention():
    ids, other = I((6,), dtype="int32", name="ids"), I((4, 5), name="other")
    x = L.Embedding(11, 5, mask_zero=True)(ids)
    y = L.LayerNormalization()(L.Add()([x, L.MultiHeadAttention(2, 3)(x, other)]))
    y = L.Dense(5, activation="gelu")(y)
    a = L.Attention(use_scale=True)([y, other])
    b = L.AdditiveAttention()([y, other])
    return keras.Model({"ids": ids, "other": other}, {"first": L.GlobalAveragePooling1D()(L.Concatenate()([a, b])), "second": L.Dot((2, 2), normalize=True)([y, other])})


def merges():
    x, y = I((4, 3), name="a"), I((4, 3), name="b")
    parts = [L.Add()([x, y]), L.Subtract()([x, y]), L.Multiply()([x, y]), L.Average()([x, y]), L.Maximum()([x, y]), L.Minimum()([x, y]), L.UnitNormalization()(x)]
    parts += [L.Reshape((4, 3))(L.Permute((2, 1))(x)), L.Cropping1D(1)(L.ZeroPadding1D(1)(y)), L.Discretization([-0.5, 0.0, 0.5], dtype="int32")(x)]
    if "keras2" not in sys.argv:
        ops = keras.ops
        parts[-1] = ops.cast(parts[-1], "float32")
        parts += [L.GroupNormalization(3)(x), ops.cumsum(x, 1), ops.sort(x, -1), ops.roll(x, 1, 1), ops.where(x > y, x, ops.sin(y)), ops.einsum("bij,bkj->bik", x, y)[:, :, :3], ops.flip(x, 1), ops.pad(x, ((0, 0), (1, 0), (0, 0)))[:, :4]]
        parts += [ops.expand_dims(ops.max(x, -1), -1) * y, ops.cast(ops.argmax(x, -1, keepdims=True), "float32") + y, ops.logsumexp(x, -1, keepdims=True) - y, ops.top_k(x, 3)[0], ops.clip(x, -0.3, 0.3), ops.std(x, 1, keepdims=True) * y, ops.take(x, [0, 2, 1], -1), ops.power(ops.abs(x), 1.5), ops.log1p(ops.abs(y)), ops.erf(x), ops.round(x * 3), ops.floor(y * 3), ops.tril(x), ops.norm(x, axis=-1, keepdims=True) * y]
    else:
        parts[-1] = tf.cast(parts[-1], "float32")
    return keras.Model([x, y], L.Concatenate()(parts))


class Choices(L.Layer):
    """Loops and branches that only a run decides."""

    def call(self, x):
        ops = keras.ops
        first = ops.sum(x) > 0
        y = ops.cond(first, lambda: x * 2.0, lambda: x - ops.mean(x, 0, keepdims=True))
        i, z = ops.while_loop(lambda i, z: ops.logical_and(ops.max(ops.abs(z)) < 5, i < 20), lambda i, z: (i + 1, z * 1.5 + 0.1), (0, x))
        last, every = ops.scan(lambda carry, row: (carry + row, carry * row), ops.zeros_like(x[0]), x)
        m = ops.map(lambda row: ops.sum(row) * row, x)
        w = ops.switch(ops.cast(ops.minimum(ops.abs(ops.sum(x)), 2), "int32"), [lambda a: a, lambda a: -a, lambda a: a * a], x)
        f = ops.fori_loop(0, 3, lambda i, a: a + ops.cast(i, "float32") * x, x)
        return ops.concatenate([y, z + ops.cast(i, "float32"), every + last, m, w, f], -1)

    def compute_output_shape(self, shape):
        return (*shape[:-1], 6 * shape[-1])


def choices():
    x = I((3,), name="x")
    return keras.Model(x, Choices()(x))


def stateful():
    x = keras.Input(batch_shape=(2, 3, 4), name="x")
    return keras.Model(x, L.GRU(3, stateful=True)(L.LSTM(3, stateful=True, return_sequences=True)(x)))


def preparation():
    x, sound = I((6,), name="numbers"), I((512,), name="sound")
    y = L.Discretization([-1.0, 0.0, 1.0])(L.Normalization(mean=0.1, variance=2.0)(x))
    encoded = L.Concatenate()([L.CategoryEncoding(5, mode)(y) for mode in ("multi_hot", "count")])
    return keras.Model([x, sound], [encoded, L.MelSpectrogram(fft_length=128, sequence_stride=64, num_mel_bins=8)(sound)])


def save(name, model, inputs):
    folder = place / name
    folder.mkdir()
    for w in model.weights:
        if "moving_variance" in w.name or "moving_mean" in w.name or "bias" in w.name or "gamma" in w.name or "alpha" in w.name:
            w.assign(np.abs(rng.normal(size=w.shape)) + 0.1)
    y = model.predict(inputs, verbose=0)
    y = [y[k] for k in sorted(y)] if isinstance(y, dict) else y if isinstance(y, list) else [y]
    if "keras2" in sys.argv:
        model.save(folder / "saved_model", save_format="tf")
    else:
        model.export(folder / "saved_model", verbose=False)
    # A function's inputs and outputs come in the order of their names.
    signature = tf.saved_model.load(folder / "saved_model").signatures["serving_default"]
    names = list(signature.structured_input_signature[1])
    given = {k: v for k, v in zip(model.input_names if "keras2" in sys.argv else [t.name for t in keras.tree.flatten(model.inputs)], inputs.values() if isinstance(inputs, dict) else inputs if isinstance(inputs, list) else [inputs])}
    outputs = signature(**{n: given[n] for n in names})
    for i, key in enumerate(sorted(outputs)):
        assert name == "stateful" or any(o.shape == outputs[key].shape and np.abs(o - outputs[key]).max() < 1e-4 for o in y), (name, key)
    arrays = {**{f"x{i}": given[n] for i, n in enumerate(sorted(names))}, **{f"y{i}": outputs[k] for i, k in enumerate(sorted(outputs))}}
    if name == "stateful":
        arrays["again0"] = signature(**{n: given[n] for n in names})[sorted(outputs)[0]]
        assert np.abs(arrays["again0"] - arrays["y0"]).max() > 1e-3
    np.savez(folder / "io.npz", **arrays)


keras.utils.set_random_seed(2)
f = lambda *shape: rng.normal(size=shape).astype("float32")
save("dense", dense(), f(4, 5))
save("images", images(), f(3, 9, 8, 3))
save("lines_and_volumes", lines_and_volumes(), [f(3, 8, 3), f(3, 4, 5, 6, 2)])
steps = f(3, 6, 3)
steps[1, 4:] = 0
save("recurrent", recurrent(), [f(3, 5, 3), steps])
save("frames", frames(), f(2, 3, 5, 4, 2))
save("attention", attention(), {"ids": rng.integers(0, 11, (3, 6)).astype("int32"), "other": f(3, 4, 5)})
save("merges", merges(), [f(3, 4, 3), f(3, 4, 3)])
if "keras2" not in sys.argv:
    save("choices", choices(), f(4, 3))
    save("stateful", stateful(), f(2, 3, 4))
    save("preparation", preparation(), [f(3, 6), f(3, 512)])
target = pathlib.Path(__file__).parent.parent / "test" / "golden" / "programs"
target.mkdir(parents=True, exist_ok=True)
kind = "keras2" if "keras2" in sys.argv else "keras3"
with zipfile.ZipFile(target / f"{kind}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for path in sorted(place.rglob("*")):
        if path.is_file():
            archive.writestr(zipfile.ZipInfo(str(path.relative_to(place))), path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
shutil.rmtree(place)
