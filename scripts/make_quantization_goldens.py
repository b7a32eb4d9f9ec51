"""Makes test/golden/quantization: what Keras's quantizers, quantised layers and low-rank additions give, and models that it quantised and saved. Run with Keras 3.15 on TensorFlow 2.16:
    python scripts/make_quantization_goldens.py
"""
import json
import os
import shutil

import ml_dtypes
import numpy as np

import keras
import tensorflow as tf
from keras import dtype_policies, layers, ops, quantizers
from keras.src.quantizers import gptq as gptq_lib, awq as awq_lib
from keras.src.quantizers.quantizers import GPTQQuantizer, compute_quantization_parameters

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "quantization")
rng = np.random.default_rng(7)


def array(a):
    a = ops.convert_to_numpy(a) if not isinstance(a, np.ndarray) else a
    name = a.dtype.name
    return {"dtype": name, "shape": list(a.shape), "values": [float(v) for v in a.astype("float64").reshape(-1)]}


def normal(*shape):
    return rng.standard_normal(shape).astype("float32")


def functions():
    x = normal(7, 5)
    x[:, 3] = 0
    f8 = np.concatenate([np.array([0, 1, -1, 448, 500, -1e6, 0.015625, 0.01, 0.001953125, 0.0009765625, 0.00292, 57344, 6e-5, 1.5e-5, 7.6e-6, 2.3e-5, 1.0625, 1.1875], "float32"), normal(80) * np.float32(30), normal(40) * np.float32(1e-2)])
    int4 = rng.integers(-8, 8, (5, 3)).astype("int8")
    cases = []

    def case(name, arguments, results):
        cases.append({"name": name, "arguments": {k: array(v) if isinstance(v, np.ndarray) else v for k, v in arguments.items()}, "results": [array(r) for r in results]})

    for axis in (0, -1, [0, 1]):
        for to_numpy in (False, True):
            case("AbsMaxQuantize", {"inputs": x, "axis": axis, "toNumpy": to_numpy}, quantizers.abs_max_quantize(x if to_numpy else tf.constant(x), tuple(axis) if isinstance(axis, list) else axis, to_numpy=to_numpy))
    case("AbsMaxQuantize", {"inputs": x, "axis": 0, "valueRange": [-8, 7]}, quantizers.abs_max_quantize(x, 0, value_range=(-8, 7)))
    for block in (3, 4, 7, 100):
        for to_numpy in (False, True):
            case("AbsMaxQuantizeGroupedWithZeroPoint", {"inputs": x, "blockSize": block, "toNumpy": to_numpy}, quantizers.abs_max_quantize_grouped_with_zero_point(x, block, to_numpy=to_numpy))
    for amax, scale in ((2.5, 1.0), (0.0, 3.0), (float("inf"), 0.5), (448.0, 7.0)):
        a, s, m = np.float32(amax), np.float32(scale), np.float32(448)
        for margin in (0, 2):
            cases.append({"name": "ComputeFloat8Scale", "arguments": {"amax": array(np.asarray(a)) if np.isfinite(a) else "inf", "scale": array(np.asarray(s)), "dtypeMax": array(np.asarray(m)), "margin": margin},
                          "results": [array(quantizers.compute_float8_scale(tf.constant(a), tf.constant(s), tf.constant(m), margin))]})
    case("ComputeFloat8AmaxHistory", {"x": x, "amaxHistory": np.arange(6, dtype="float32")}, [quantizers.compute_float8_amax_history(tf.constant(x), tf.constant(np.arange(6, dtype="float32")))])
    for dtype in ("float8_e4m3fn", "float8_e5m2"):
        for scale in (1.0, 0.037):
            case("QuantizeAndDequantize", {"inputs": f8, "scale": np.asarray(scale, "float32"), "quantizedDtype": dtype}, [quantizers.quantize_and_dequantize(tf.constant(f8), tf.constant(scale), dtype, "float32")])
    for axis in (0, 1, -1):
        packed, shape, length = quantizers.pack_int4(int4, axis)
        case("PackInt4", {"arr": int4, "axis": axis}, [packed])
        case("UnpackInt4", {"packed": ops.convert_to_numpy(packed), "origLen": length, "axis": axis}, [quantizers.unpack_int4(packed, length, axis)])
    unsigned = (int4.astype("int16") + 8).astype("uint8")
    packed, _, length = quantizers.pack_int4(unsigned, 0, "uint8")
    case("PackInt4", {"arr": unsigned, "axis": 0, "dtype": "uint8"}, [packed])
    case("UnpackInt4", {"packed": ops.convert_to_numpy(packed), "origLen": length, "axis": 0, "dtype": "uint8"}, [quantizers.unpack_int4(packed, length, 0, "uint8")])

    def fake(inputs, low, high, **kwargs):
        t = [tf.constant(v) for v in (inputs, low, high)]
        with tf.GradientTape() as tape:
            tape.watch(t)
            y = quantizers.fake_quant_with_min_max_vars(*t, **kwargs)
            loss = tf.reduce_sum(y * tf.cast(tf.range(tf.size(y)), "float32")[tf.newaxis] if False else tf.reshape(tf.cast(tf.range(tf.size(y)), "float32"), y.shape) * y)
        case("FakeQuantWithMinMaxVars", {"inputs": inputs, "minVals": low, "maxVals": high, **kwargs}, [y, *tape.gradient(loss, t)])

    grid = (normal(4, 3) * np.float32(3)).astype("float32")
    fake(grid, np.asarray(-3, "float32"), np.asarray(3.3, "float32"))
    fake(grid, np.asarray(0.4, "float32"), np.asarray(2.9, "float32"), num_bits=4, narrow_range=True)
    fake(grid, np.asarray(0, "float32"), np.asarray(0, "float32"))
    fake(grid, np.array([-1, -2, 0], "float32"), np.array([1, 2.5, 0], "float32"), axis=1)
    fake(grid, np.array([-1, -2, -0.1, -4], "float32"), np.array([1, 2.5, 0.2, 1], "float32"), num_bits=5, axis=0)
    weights = normal(6, 10)
    for bits, symmetric, per_channel, group in ((4, False, True, -1), (4, True, True, 4), (8, False, True, 4), (3, False, False, -1), (2, True, False, -1)):
        scale, zero, _ = compute_quantization_parameters(tf.constant(weights), bits=bits, symmetric=symmetric, per_channel=per_channel, group_size=group)
        case("Parameters", {"x": weights, "bits": bits, "symmetric": symmetric, "perChannel": per_channel, "groupSize": group}, [scale, zero])
    activations = normal(40, 10) * np.linspace(0.1, 3, 10, dtype="float32")
    long = (normal(140, 3), normal(20, 140))
    for kernel, seen, group, order, bits in (
        (weights.T, activations, -1, False, 4), (weights.T, activations, 4, False, 4), (weights.T, activations, 5, True, 4), (weights.T, activations, -1, True, 3), (*long, 64, False, 4)):
        config = quantizers.GPTQConfig(None, None, weight_bits=bits, group_size=group, activation_order=order)
        layer = layers.Dense(kernel.shape[1])
        layer.build((None, kernel.shape[0]))
        layer.kernel.assign(kernel)
        layer.quantize("gptq", config=config)
        g = gptq_lib.GPTQ(layer, config)
        g.update_hessian_with_batch(tf.constant(seen[:15]))
        g.update_hessian_with_batch(tf.constant(seen[15:]))
        g.quantize_and_correct_layer()
        case("Gptq", {"kernel": kernel.copy(), "activations": seen, "bits": bits, "groupSize": group, "activationOrder": order},
             [layer.quantized_kernel, layer.kernel_scale, layer.kernel_zero, layer.g_idx])
    for group in (-1, 4):
        config = quantizers.AWQConfig(None, None, group_size=group, num_grid_points=6)
        layer = layers.Dense(6)
        layer.build((None, 10))
        layer.kernel.assign(weights.T)
        layer.quantize("awq", config=config)
        g = awq_lib.AWQ(layer, config)
        g.update_activation_magnitudes(tf.constant(activations))
        g.quantize_layer()
        case("Awq", {"kernel": weights.T.copy(), "activations": activations, "groupSize": group, "gridPoints": 6},
             [layer.quantized_kernel, layer.kernel_scale, layer.kernel_zero, layer.g_idx, layer.awq_scales])
    return cases


def variables(layer):
    return [{"name": v.name, "trainable": v.trainable, "value": array(v)} for v in layer.weights]


def store_of(layer):
    store = {}
    layer.save_own_variables(store)
    return [array(v) for v in store.values()]


MODES = {
    "int8": ("int8", None),
    "int8-weights": ("int8", lambda: quantizers.Int8QuantizationConfig(activation_quantizer=None)),
    "int4": ("int4", None),
    "int4-blocks": ("int4", lambda: quantizers.Int4QuantizationConfig(block_size=3)),
    "int4-columns": ("int4", lambda: quantizers.Int4QuantizationConfig(block_size=None)),
    "int4-inputs": ("int4", lambda: quantizers.Int4QuantizationConfig(block_size=-1, activation_quantizer=quantizers.AbsMaxQuantizer())),
    "float8": ("float8", None),
}
LAYERS = {
    "dense": (lambda: layers.Dense(5, activation="tanh"), [4, 7], {}, list(MODES)),
    "dense-3d": (lambda: layers.Dense(3, use_bias=False), [2, 3, 4], {}, list(MODES)),
    "einsum": (lambda: layers.EinsumDense("abc,cde->abde", (None, 2, 3), bias_axes="e"), [2, 3, 7], {}, list(MODES)),
    "einsum-output": (lambda: layers.EinsumDense("abcd,cde->abe", (None, 5), bias_axes="e"), [2, 3, 2, 4], {}, list(MODES)),
    "embedding": (lambda: layers.Embedding(9, 5), None, {}, list(MODES)[:5]),
    "reversible": (lambda: layers.ReversibleEmbedding(9, 5, logit_soft_cap=2.0), None, {}, list(MODES)[:6]),
    "reversible-back": (lambda: layers.ReversibleEmbedding(9, 5), [3, 5], {"reverse": True}, list(MODES)[:6]),
    "untied-back": (lambda: layers.ReversibleEmbedding(9, 5, tie_weights=False), [3, 5], {"reverse": True}, list(MODES)[:6]),
}


def plain_layers():
    cases = []
    for name, (make, shape, arguments, modes) in LAYERS.items():
        for mode in modes:
            for lora in (False, True):
                if lora and mode in ("float8", "int4-inputs", "int8-weights"):
                    continue
                keras.backend.clear_session()
                layer = make()
                x = normal(*shape) if shape else rng.integers(0, 9, (2, 3)).astype("int32")
                layer(x, **arguments)
                layer.set_weights([normal(*w.shape) for w in layer.weights])
                before = [array(w) for w in layer.weights]
                quantize, config = MODES[mode]
                layer.quantize(quantize, config=config() if config else None)
                added = None
                if lora:
                    layer.enable_lora(2, lora_alpha=3)
                    a, b = [w for w in layer.weights if w.name.startswith("lora_")]
                    a.assign(normal(*a.shape) * np.float32(0.3))
                    b.assign(normal(*b.shape) * np.float32(0.3))
                    added = [array(a), array(b)]
                t = tf.constant(x)
                trainable = layer.trainable_weights

                # As a graph: Keras's own gradients of float8 do not work op by op.
                @tf.function
                def step(t):
                    with tf.GradientTape() as tape:
                        tape.watch(t)
                        y = layer(t, **arguments) if mode != "float8" else layer(t, training=True, **arguments)
                        loss = tf.reduce_sum(tf.reshape(tf.cast(tf.range(tf.size(y)) % 7, "float32"), tf.shape(y)) * y)
                    return y, tape.gradient(loss, ([t] if shape else []) + [w.value for w in trainable])

                y, gradients = step(t)
                cases.append({
                    "layer": name, "mode": mode, "lora": added, "input": array(x), "before": before, "weights": variables(layer), "output": array(y),
                    "gradients": [None if g is None else array(tf.convert_to_tensor(g)) for g in gradients], "config": keras.saving.serialize_keras_object(layer)["config"], "store": store_of(layer),
                })
    return cases


def training(name, make, prepare, steps=3):
    keras.backend.clear_session()
    keras.utils.set_random_seed(3)
    model = make()
    for w in model.weights:
        w.assign(normal(*w.shape) * np.float32(0.4))
    before = [array(w) for w in model.weights]
    prepare(model)
    start = variables(model)
    model.compile(keras.optimizers.Adam(0.05), "mse")
    x, y = normal(8, 6), normal(8, 2)
    losses = [float(model.train_on_batch(x, y)) for _ in range(steps)]
    return {"name": name, "before": before, "start": start, "x": array(x), "y": array(y), "losses": losses, "after": variables(model), "output": array(model(x))}


def small():
    return keras.Sequential([keras.Input((6,)), layers.Dense(5, activation="relu", name="first"), layers.Dense(2, name="second")])


def trainings():
    def lora(model):
        for layer in model.layers:
            layer.enable_lora(2, lora_alpha=4)
            for w in layer.weights:
                if w.name.startswith("lora_"):
                    w.assign(normal(*w.shape) * np.float32(0.3))

    def both(model):
        model.quantize("int8")
        lora(model)

    def float8(model):
        for layer in model.layers:
            layer.quantize("float8")

    return [training("float8", small, float8, 4), training("lora", small, lora), training("int8-lora", small, both)]


def model():
    x = keras.Input((6,), dtype="int32")
    y = layers.Embedding(20, 8, name="embedding")(x)
    y = layers.EinsumDense("abc,cd->abd", (None, 6), bias_axes="d", name="einsum")(y)
    y = layers.Dense(5, activation="relu", name="dense")(y)
    y = layers.GlobalAveragePooling1D(name="pool")(y)
    return keras.Model(x, layers.Dense(3, name="head")(y))


def conv_model():
    x = keras.Input((5, 5, 2))
    y = layers.Conv2D(4, 3, activation="relu", lora_rank=2, lora_alpha=3, name="conv")(x)
    return keras.Model(x, layers.Dense(3, lora_rank=2, name="head")(layers.Flatten(name="flat")(y)))


def attention():
    x = keras.Input((4, 6))
    y = layers.MultiHeadAttention(2, 3, name="mha")(x, x)
    return keras.Model(x, layers.Dense(2, name="head")(y))


def add_lora(m):
    for name in ("embedding", "einsum", "dense"):
        m.get_layer(name).enable_lora(2)


def change(m):
    for layer in m.layers:
        for w in layer.weights:
            if w.name.startswith("lora_"):
                w.assign(normal(*w.shape) * np.float32(0.3))


def save(name, m, x, formats=("keras",), check=None):
    folder = os.path.join(OUT, "models", name)
    os.makedirs(folder)
    y = m.predict(x, verbose=0)
    for end in formats:
        path = os.path.join(folder, "model." + end)
        m.save_weights(path) if end == "weights.h5" else m.save(path)
    if check == "reloaded":  # an addition to a quantised kernel is rounded when it is saved
        y = keras.models.load_model(os.path.join(folder, "model.keras")).predict(x, verbose=0)
    elif check == "same":
        assert np.allclose(y, keras.models.load_model(os.path.join(folder, "model.keras")).predict(x, verbose=0), atol=1e-6)
    np.savez_compressed(os.path.join(folder, "io.npz"), x0=x, y0=y)


def models():
    shutil.rmtree(os.path.join(OUT, "models"), ignore_errors=True)
    x = rng.integers(0, 20, (4, 6)).astype("int32")
    everywhere = ("keras", "h5", "weights.h5")
    for name, prepare, formats in (
        ("floats", lambda m: None, ("keras",)),
        ("int8", lambda m: m.quantize("int8"), everywhere),
        ("int4", lambda m: m.quantize("int4"), everywhere),
        ("int4-blocks", lambda m: m.quantize(config=quantizers.Int4QuantizationConfig(block_size=3)), everywhere),
        ("int4-columns", lambda m: m.quantize(config=quantizers.Int4QuantizationConfig(block_size=None)), ("keras",)),
        ("float8", lambda m: [m.get_layer(n).quantize("float8") for n in ("einsum", "dense")], everywhere),
        ("lora", lambda m: (add_lora(m), change(m)), everywhere),
        ("int8-lora", lambda m: (m.quantize("int8"), add_lora(m), change(m)), ("keras", "weights.h5")),
    ):
        keras.backend.clear_session()
        keras.utils.set_random_seed(5)
        m = model()
        if name != "floats":
            m.load_weights(os.path.join(OUT, "models", "floats", "model.keras"))
        prepare(m)
        save(name, m, x, formats, "reloaded" if name == "int8-lora" else "same")
    keras.backend.clear_session()
    m = conv_model()
    change(m)
    save("conv-lora", m, normal(2, 5, 5, 2), ("keras", "weights.h5", "h5"))
    keras.backend.clear_session()
    m = attention()
    m.quantize("int8")
    save("attention", m, normal(2, 4, 6), ("weights.h5", "keras"))
    for mode, config in (("gptq", quantizers.GPTQConfig), ("awq", quantizers.AWQConfig)):
        keras.backend.clear_session()
        ids = rng.integers(0, 12, 200)
        inputs = keras.Input((8,), dtype="int32")
        embedding = layers.Embedding(12, 6, name="embedding")
        block_in = keras.Input((8, 6))
        block = keras.Model(block_in, layers.Dense(6, name="down")(layers.EinsumDense("abc,cd->abd", (None, 10), activation="relu", name="up")(block_in)), name="block")
        m = keras.Model(inputs, block(embedding(inputs)))
        structure = {"pre_block_layers": [embedding], "sequential_blocks": [block]}

        class Tokenizer:
            def tokenize(self, text):
                return np.array([int(c) for c in text.split()], "int32")

        # As many tokens as one sample has, so that Keras's choice of samples is no choice.
        text = " ".join(str(i) for i in ids[:8])
        config = config(dataset=[text], tokenizer=Tokenizer(), num_samples=1, sequence_length=8, group_size=4, quantization_layer_structure=structure)
        m.get_layer("embedding").embeddings.assign(normal(12, 6))
        m.quantize(mode, config=config, filters="down|up")
        config.quantization_layer_structure = None  # Keras tries to save the layers, which hold the config
        x = rng.integers(0, 12, (3, 8)).astype("int32")
        if mode == "gptq":
            save("gptq-without-zeros", m, x)  # Keras 3.15 leaves them out of its files, and cannot read such files itself

        # With what it leaves out Keras reads them.
        for cls in (layers.Dense, layers.EinsumDense):
            original = cls._get_kernel_with_merged_lora
            cls._get_kernel_with_merged_lora = lambda self, original=original: (*original(self)[:2], self.kernel_zero)
        save(mode, m, x, check="same")


def resumes():
    """Compiled models after some steps: the losses with which Keras goes on from the file, and without a stop."""
    shutil.rmtree(os.path.join(OUT, "resume"), ignore_errors=True)
    for name in ("float8", "lora", "int8-lora"):
        keras.backend.clear_session()
        keras.utils.set_random_seed(1)
        m = small()
        if not name.startswith("lora"):
            m.quantize(name.split("-")[0])
        if name.endswith("lora"):
            for layer in m.layers:
                layer.enable_lora(2)
        m.compile(keras.optimizers.Adam(0.02), "mse")
        x, t = normal(8, 6), normal(8, 2)
        for _ in range(3):
            m.train_on_batch(x, t)
        folder = os.path.join(OUT, "resume", name)
        os.makedirs(folder)
        m.save(os.path.join(folder, "model.keras"))
        again = keras.models.load_model(os.path.join(folder, "model.keras"))
        y0 = again.predict(x, verbose=0)
        if name != "int8-lora":
            m.save(os.path.join(folder, "model.h5"))
        losses = {"keras": [again.train_on_batch(x, t) for _ in range(3)], "cont": [m.train_on_batch(x, t) for _ in range(3)]}
        losses["h5"] = losses["cont"]  # Keras itself does not read these .h5 files: of float8 for the order of variables, of others for the loss
        last = {"keras": again.predict(x, verbose=0), "cont": m.predict(x, verbose=0), "h5": m.predict(x, verbose=0)}
        np.savez_compressed(os.path.join(folder, "io.npz"), x0=x, y0=y0)
        np.savez_compressed(os.path.join(folder, "resume.npz"), x0=x, t0=t, **{f"losses_{k}": np.array(v, "float64")[:, None] for k, v in losses.items()}, **{f"y0_{k}": v for k, v in last.items()})


def write(name, value):
    with open(os.path.join(OUT, name), "w") as f:
        json.dump(value, f, separators=(",", ":"), allow_nan=False)
        f.write("\n")


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    write("functions.json", functions())
    write("layers.json", plain_layers())
    write("training.json", trainings())
    models()
    resumes()
