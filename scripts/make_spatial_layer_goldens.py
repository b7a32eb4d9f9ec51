"""Records Keras's convolution, pooling, padding and normalisation layers: config, outputs, gradients, moved statistics.

Run with Keras 3 on TensorFlow; writes test/golden/layers/spatial.json.
Inputs and weights are not stored: element i of array number k is ((i * 7919 + k * 104729) % 1009) / 504.5 - 1; weights named *variance and *stddev are
made positive by adding 1.5.
"""
import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def values(k, shape):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return ((((i * 7919 + k * 104729) % 1009) / 504.5) - 1).reshape(shape).astype("float32")


def numbers(x):
    return [float(f"{v:.6g}") for v in np.asarray(x, dtype="float64").ravel()]


CASES = []


def case(cls, shape, training=False, mask=None, **kwargs):
    CASES.append((cls, shape, training, mask, kwargs))


S = {1: [9], 2: [6, 7], 3: [4, 3, 5]}
for d in (1, 2, 3):
    conv = getattr(layers, f"Conv{d}D")
    trans = getattr(layers, f"Conv{d}DTranspose")
    batch = 1 if d == 3 else 2
    last, first = [batch, *S[d], 4], [batch, 4, *S[d]]
    k = [3, 2, 2][:d] if d > 1 else 3
    case(conv, last, filters=3, kernel_size=k)
    case(conv, last, filters=3, kernel_size=2, strides=2, padding="same", activation="relu")
    case(conv, last, filters=2, kernel_size=3, strides=2, padding="valid", use_bias=False)
    case(conv, last, filters=4, kernel_size=2, dilation_rate=2, padding="same")
    case(conv, last, filters=4, kernel_size=2, dilation_rate=2)
    case(conv, last, filters=6, kernel_size=2, groups=2, padding="same")
    case(conv, first, filters=3, kernel_size=2, padding="same", strides=2, data_format="channels_first")
    case(conv, first, filters=3, kernel_size=2, padding="valid", dilation_rate=2, data_format="channels_first")
    case(trans, last, filters=3, kernel_size=k)
    case(trans, last, filters=3, kernel_size=3, strides=2, padding="same")
    case(trans, last, filters=3, kernel_size=3, strides=2, padding="valid", activation="tanh")
    case(trans, last, filters=2, kernel_size=2, strides=3, padding="valid")
    case(trans, last, filters=2, kernel_size=3, strides=2, padding="same", output_padding=0)
    case(trans, last, filters=2, kernel_size=3, strides=2, padding="valid", output_padding=1)
    case(trans, first, filters=2, kernel_size=3, strides=2, padding="same", data_format="channels_first")
    if d < 3:
        case(trans, last, filters=2, kernel_size=2, dilation_rate=2)
        case(trans, last, filters=2, kernel_size=3, dilation_rate=2, padding="same")
        deep, sep = getattr(layers, f"DepthwiseConv{d}D"), getattr(layers, f"SeparableConv{d}D")
        for padding in ("valid", "same"):
            case(deep, last, kernel_size=3, padding=padding)
            case(deep, last, kernel_size=3, strides=2, padding=padding, depth_multiplier=2)
            case(deep, last, kernel_size=2, dilation_rate=2, padding=padding, activation="relu")
            case(sep, last, filters=3, kernel_size=3, padding=padding, depth_multiplier=2)
            case(sep, last, filters=3, kernel_size=2, strides=2, padding=padding)
            case(sep, last, filters=3, kernel_size=2, dilation_rate=2, padding=padding)
        case(deep, first, kernel_size=2, padding="same", data_format="channels_first")
        case(sep, first, filters=3, kernel_size=2, padding="same", strides=2, data_format="channels_first")
    for kind in ("Max", "Average"):
        pool = getattr(layers, f"{kind}Pooling{d}D")
        case(pool, last, pool_size=2)
        case(pool, last, pool_size=3, strides=2, padding="same")
        case(pool, last, pool_size=3, strides=1)
        case(pool, first, pool_size=2, padding="same", data_format="channels_first")
        glob = getattr(layers, f"Global{kind}Pooling{d}D")
        case(glob, last)
        case(glob, first, data_format="channels_first", keepdims=True)
case(layers.Conv1D, [2, 9, 4], filters=3, kernel_size=3, padding="causal", dilation_rate=2)
case(layers.Conv1D, [2, 9, 4], filters=3, kernel_size=3, padding="causal", strides=2)
case(layers.Conv1D, [2, 4, 9], filters=3, kernel_size=3, padding="causal", data_format="channels_first")
case(layers.Conv2D, [1, 6, 8, 6], filters=6, kernel_size=(3, 2), strides=(1, 2), groups=3, padding="same", kernel_initializer="he_normal", bias_initializer="ones",
     kernel_regularizer="l2", bias_regularizer="l1", activity_regularizer="l2", kernel_constraint="non_neg", bias_constraint="max_norm")
case(layers.GlobalAveragePooling1D, [2, 5, 3], mask=[[1, 1, 0, 1, 0], [1, 0, 0, 0, 0]])
case(layers.GlobalAveragePooling1D, [2, 3, 5], mask=[[1, 1, 0, 1, 0], [1, 0, 0, 0, 0]], data_format="channels_first")

case(layers.ZeroPadding1D, [2, 5, 3])
case(layers.ZeroPadding1D, [2, 3, 5], padding=(1, 2), data_format="channels_first")
case(layers.ZeroPadding2D, [2, 3, 4, 2], padding=(1, 2))
case(layers.ZeroPadding2D, [2, 2, 3, 4], padding=((1, 0), (2, 3)), data_format="channels_first")
case(layers.ZeroPadding3D, [1, 2, 3, 4, 2], padding=(1, 2, 0))
case(layers.ZeroPadding3D, [1, 2, 2, 3, 4], padding=((1, 0), (2, 3), (0, 1)), data_format="channels_first")
case(layers.Cropping1D, [2, 5, 3])
case(layers.Cropping1D, [2, 5, 3], cropping=(0, 2))
case(layers.Cropping2D, [2, 5, 6, 2])
case(layers.Cropping2D, [2, 5, 6, 2], cropping=(1, 2))
case(layers.Cropping2D, [2, 2, 5, 6], cropping=((1, 0), (2, 3)), data_format="channels_first")
case(layers.Cropping3D, [1, 3, 4, 5, 2])
case(layers.Cropping3D, [1, 2, 3, 4, 5], cropping=((1, 0), (2, 1), (0, 1)), data_format="channels_first")
case(layers.UpSampling1D, [2, 5, 3], size=3)
case(layers.UpSampling2D, [2, 3, 4, 2])
case(layers.UpSampling2D, [2, 2, 3, 4], size=(2, 3), data_format="channels_first")
case(layers.UpSampling2D, [2, 3, 4, 2], size=(2, 3), interpolation="bilinear")
case(layers.UpSampling2D, [2, 2, 3, 4], size=(3, 2), interpolation="bilinear", data_format="channels_first")
case(layers.UpSampling2D, [2, 3, 4, 2], interpolation="bicubic")
case(layers.UpSampling3D, [1, 2, 3, 2, 2], size=(2, 1, 3))
case(layers.UpSampling3D, [1, 2, 2, 3, 2], data_format="channels_first")

bn = layers.BatchNormalization
for training in (False, True):
    case(bn, [3, 4, 5, 2], training)
    case(bn, [6, 3], training, momentum=0.9, epsilon=1e-5)
    case(bn, [3, 2, 5], training, axis=1, scale=False)
    case(bn, [3, 4, 2], training, center=False)
    case(bn, [3, 4, 2], training, center=False, scale=False, trainable=False)
    case(bn, [2, 4, 3], training, mask=[[1, 1, 0, 1], [1, 0, 0, 0]])
    case(bn, [4, 3], training, renorm=True, renorm_clipping={"rmin": 0.5, "rmax": 1.2, "dmax": 0.3})
    case(bn, [4, 3], training, renorm=True, scale=False, renorm_momentum=0.8)
case(layers.LayerNormalization, [3, 4, 5])
case(layers.LayerNormalization, [3, 4, 5], axis=[1, 2], epsilon=1e-5)
case(layers.LayerNormalization, [3, 4, 5], axis=1, center=False)
case(layers.LayerNormalization, [3, 4, 5], scale=False)
case(layers.LayerNormalization, [3, 4, 5], rms_scaling=True)
case(layers.GroupNormalization, [2, 3, 3, 6], groups=3)
case(layers.GroupNormalization, [2, 6, 3, 3], groups=2, axis=1)
case(layers.GroupNormalization, [2, 3, 6], groups=-1, center=False)
case(layers.GroupNormalization, [2, 3, 6], groups=1, scale=False)
case(layers.UnitNormalization, [3, 4, 5])
case(layers.UnitNormalization, [3, 4, 5], axis=[1, 2])
case(layers.RMSNormalization, [3, 4, 5])
case(layers.RMSNormalization, [3, 4, 5], axis=[1, 2], epsilon=1e-3)


def record(cls, shape, training, mask, kwargs):
    layer = cls(**kwargs)
    before = layer.get_config()
    x = tf.Variable(values(0, shape))
    options = {}
    if cls is bn:
        options["training"] = training
    if mask is not None:
        options["mask"] = tf.constant(np.array(mask, dtype=bool))
    layer.build(shape)
    for k, w in enumerate(layer.weights):
        v = values(k + 1, w.shape)
        w.assign(v + 1.5 if w.name.endswith(("variance", "stddev")) else v)
    entry = {"class": cls.__name__, "shape": list(shape), "training": training, "mask": mask, "config": before, "built_config": layer.get_config()}
    entry["weights"] = [[w.name, list(w.shape), any(w is t for t in layer.trainable_weights)] for w in layer.weights]
    last = getattr(layer, "data_format", "channels_last") == "channels_last"
    rank = len(shape)
    with tf.GradientTape(persistent=True) as tape:
        if "Conv" in cls.__name__ and not last:  # TensorFlow has no CPU kernels for channels first
            other = cls(**{**kwargs, "data_format": "channels_last"})
            inputs = tf.transpose(x, [0, *range(2, rank), 1])
            other.build(inputs.shape)
            for a, b in zip(other.weights, layer.weights):
                a.assign(b)
            layer = other
            y = tf.transpose(layer(inputs, **options), [0, rank - 1, *range(1, rank - 1)])
        else:
            y = layer(x, **options)
        loss = tf.reduce_sum(y * values(100, y.shape))
    entry["output_shape"] = list(y.shape)
    entry["output"] = numbers(y)
    watched = [w.value for w in layer.trainable_weights]
    try:
        entry["gradients"] = [None if g is None else numbers(g) for g in tape.gradient(loss, [x, *watched])]
    except (tf.errors.OpError, LookupError) as error:
        print("no gradient:", cls.__name__, kwargs, str(error)[:80])
        entry["gradients"] = None
    entry["after"] = [numbers(w) for w in layer.weights] if training else None
    return entry


entries = []
for c in CASES:
    try:
        entries.append(record(*c))
    except Exception as error:  # a layer that Keras itself cannot compute on this machine
        print("left out:", c[0].__name__, c[4], str(error)[:100])
target = pathlib.Path(__file__).parent.parent / "test" / "golden" / "layers" / "spatial.json"
target.parent.mkdir(parents=True, exist_ok=True)
head = {"made_by": "scripts/make_spatial_layer_goldens.py", "keras": keras.__version__, "backend": keras.backend.backend()}
target.write_text(json.dumps({**head, "cases": "@"}, default=list).replace('"@"', "[\n" + ",\n".join(json.dumps(e, default=list) for e in entries) + "\n]"))
print(len(entries), "cases", target.stat().st_size)
