"""Activations, losses, normalisation, attention, convolutions and pools."""
import keras
import numpy as np
import tensorflow as tf

from op_goldens.data import bools, floats, integers

ACTIVATIONS = (
    "relu relu6 sigmoid sparse_sigmoid tanh_shrink softplus softsign soft_shrink sparse_plus silu squareplus log_sigmoid leaky_relu "
    "hard_sigmoid hard_silu elu selu gelu celu hard_tanh hard_shrink").split()


def activations(record):
    for name in ACTIVATIONS:
        record(name, floats(2, 3, low=-4, high=4))
        record(name, floats(9, low=-12, high=12, seed=2))
        record(name, floats(4, seed=3, dtype="float16"))
    record("leaky_relu", floats(5), negative_slope=0.5)
    record("gelu", floats(7, low=-4, high=4), approximate=False)
    record("gelu", floats(7, low=-4, high=4), True)
    record("elu", floats(6), alpha=0.5)
    record("celu", floats(6), alpha=0.7)
    record("squareplus", floats(6), b=2)
    record("soft_shrink", floats(6), threshold=0.2)
    record("hard_shrink", floats(6), threshold=1.0)
    record("threshold", floats(6), 0.5, -3.0)
    record("glu", floats(2, 6))
    record("glu", floats(4, 3), axis=0)
    for name in ("softmax", "log_softmax"):
        record(name, floats(2, 4))
        record(name, floats(3, 4, 2), axis=1)
        record(name, floats(2, 3), axis=0)
        record(name, floats(2, 3), axis=None)
    record("softmax", floats(2, 3, 4), axis=(1, 2))
    record("softmax", 40 * floats(3, 5))
    for shape in ((5,), (2, 4)):
        record("sparsemax", floats(*shape))
    record("sparsemax", floats(3, 2, seed=5), axis=0)


def losses(record):
    p = np.float32([[0.1, 0.7, 0.2], [0.3, 0.3, 0.4]])
    t = np.float32([[0, 1, 0], [0.2, 0.3, 0.5]])
    record("binary_crossentropy", t, p)
    record("binary_crossentropy", t, np.float32([[0, 1, 0.5], [1, 0, 0.25]]))
    record("binary_crossentropy", t, floats(2, 3, low=-5, high=5), from_logits=True)
    record("categorical_crossentropy", t, p)
    record("categorical_crossentropy", t, 3 * p)
    record("categorical_crossentropy", t, np.float32([[0, 1, 0], [1, 0, 0]]))
    record("categorical_crossentropy", t, floats(2, 3), from_logits=True)
    soft = keras.ops.convert_to_numpy(keras.ops.softmax(floats(2, 3, 2, seed=3), axis=1))
    record("categorical_crossentropy", soft, floats(2, 3, 2), from_logits=True, axis=1)
    record("categorical_crossentropy", soft, floats(2, 3, 2, low=0.1, high=1), axis=1)
    record("sparse_categorical_crossentropy", np.int32([2, 1]), p)
    record("sparse_categorical_crossentropy", np.int64([[2], [0]]), floats(2, 3), from_logits=True)
    record("sparse_categorical_crossentropy", np.int32([[2, 0], [1, 1]]), floats(2, 2, 3), from_logits=True)
    record("sparse_categorical_crossentropy", np.float32([0, 1]), np.float32([[0, 1, 0], [0, 1, 0]]))


def normalisation(record):
    x = floats(2, 3, 4)
    record("moments", x, axes=[0, 1])
    record("moments", x, axes=[1], keepdims=True)
    record("moments", floats(5, 2, dtype="float16"), axes=[0])
    record("batch_normalization", x, floats(4), floats(4, low=0.5), axis=-1)
    record("batch_normalization", x, floats(3), floats(3, low=0.5), 1, offset=floats(3, seed=2), scale=floats(3, seed=3), epsilon=0.01)
    record("batch_normalization", x, floats(4), floats(4, low=0.5), -1, scale=floats(4, seed=3))
    record("layer_normalization", x)
    record("layer_normalization", x, floats(4), floats(4, seed=2), axis=-1, epsilon=0.01)
    record("layer_normalization", x, floats(3), floats(3, seed=2), axis=1)
    record("layer_normalization", x, floats(3, 4), None, axis=[1, 2])
    record("layer_normalization", floats(2, 6, dtype="float16"))
    record("rms_normalization", x)
    record("rms_normalization", x, floats(4), epsilon=0.1)
    record("rms_normalization", x, None, axis=[0, 2])
    record("normalize", floats(2, 3))
    record("normalize", floats(2, 3), axis=0, order=1)
    record("normalize", floats(2, 3), order=3)
    record("normalize", np.zeros((2, 2), "float32"), epsilon=0.5)


def attention(record):
    q, k, v = floats(2, 3, 2, 4), floats(2, 5, 2, 4, seed=2), floats(2, 5, 2, 3, seed=3)
    record("dot_product_attention", q, k, v)
    record("dot_product_attention", q, k, v, bias=floats(2, 1, 3, 5), scale=0.3)
    record("dot_product_attention", q, k, v, mask=bools(2, 1, 3, 5))
    record("dot_product_attention", q, floats(2, 3, 2, 4, seed=4), floats(2, 3, 2, 3), is_causal=True)
    record("dot_product_attention", floats(1, 2, 4, 3), floats(1, 3, 2, 3, seed=2), floats(1, 3, 2, 3, seed=3))


def compiled(name):
    """Some processors have no kernel for the gradients of dilated convolutions and for channels first; the compiler has."""
    setattr(keras.ops, name, tf.function(getattr(keras.ops, name), jit_compile=True))


def convolutions(record):
    originals = {name: getattr(keras.ops, name) for name in ("conv", "depthwise_conv", "separable_conv", "conv_transpose")}
    for name in originals:
        compiled(name)
    first = {"data_format": "channels_first"}
    record("conv", floats(2, 6, 3), floats(3, 3, 4, seed=2))
    record("conv", floats(2, 7, 2), floats(3, 2, 2, seed=2), strides=2, padding="same")
    record("conv", floats(1, 9, 2), floats(2, 2, 3, seed=2), padding="same", dilation_rate=3)
    record("conv", floats(1, 8, 4), floats(2, 2, 4, seed=2), padding="valid", dilation_rate=2)
    record("conv", floats(2, 3, 6), floats(2, 3, 2, seed=2), 1, "same", **first)
    record("conv", floats(2, 5, 4, 3), floats(2, 3, 3, 2, seed=2))
    record("conv", floats(1, 5, 6, 2), floats(3, 3, 2, 2, seed=2), strides=[2, 1], padding="same")
    record("conv", floats(2, 6, 5, 2), floats(2, 2, 2, 3, seed=2), padding="valid", dilation_rate=2)
    record("conv", floats(1, 7, 6, 2), floats(3, 2, 2, 2, seed=2), padding="same", dilation_rate=[2, 3])
    record("conv", floats(1, 4, 5, 4), floats(2, 2, 2, 6, seed=2), padding="same")
    record("conv", floats(1, 5, 4, 3), floats(2, 3, 1, 6, seed=2), strides=2)
    record("conv", floats(1, 2, 5, 4), floats(2, 2, 2, 3, seed=2), 2, "valid", **first)
    record("conv", floats(1, 4, 5, 4), floats(2, 2, 2, 4, seed=2), 1, "same", dilation_rate=2, **first)
    record("conv", floats(1, 3, 4, 3, 2), floats(2, 2, 2, 2, 3, seed=2))
    record("conv", floats(1, 4, 3, 4, 2), floats(2, 3, 2, 2, 2, seed=2), strides=2, padding="same")
    record("conv", floats(1, 4, 4, 3, 2), floats(2, 2, 1, 2, 2, seed=2), padding="same", dilation_rate=[2, 1, 2])
    record("conv", floats(1, 2, 3, 2, 4), floats(2, 2, 2, 1, 2, seed=2), 1, "same", **first)
    record("depthwise_conv", floats(2, 6, 3), floats(3, 3, 2, seed=2), strides=2, padding="same")
    record("depthwise_conv", floats(1, 7, 2), floats(2, 2, 1, seed=2), dilation_rate=2)
    record("depthwise_conv", floats(2, 5, 4, 3), floats(2, 3, 3, 1, seed=2))
    record("depthwise_conv", floats(1, 5, 6, 2), floats(3, 2, 2, 2, seed=2), 2, "same")
    record("depthwise_conv", floats(1, 6, 5, 2), floats(2, 2, 2, 1, seed=2), padding="same", dilation_rate=2)
    record("depthwise_conv", floats(1, 7, 6, 2), floats(2, 3, 2, 1, seed=2), 2, "same", dilation_rate=2)
    record("depthwise_conv", floats(1, 7, 7, 2), floats(2, 2, 2, 1, seed=2), 2, "valid", dilation_rate=3)
    record("depthwise_conv", floats(1, 2, 5, 4), floats(2, 2, 2, 2, seed=2), 1, "same", **first)
    record("separable_conv", floats(2, 6, 3), floats(2, 3, 2, seed=2), floats(1, 6, 4, seed=3))
    record("separable_conv", floats(1, 5, 4, 2), floats(2, 3, 2, 2, seed=2), floats(1, 1, 4, 3, seed=3), 2, "same")
    record("separable_conv", floats(1, 2, 4, 4), floats(2, 2, 2, 1, seed=2), floats(1, 1, 2, 3, seed=3), 1, "same", **first)
    record("conv_transpose", floats(2, 4, 3), floats(3, 2, 3, seed=2))
    record("conv_transpose", floats(1, 4, 2), floats(2, 3, 2, seed=2), 3, "same")
    record("conv_transpose", floats(1, 3, 4, 2), floats(3, 2, 3, 2, seed=2), 2)
    record("conv_transpose", floats(1, 3, 4, 2), floats(3, 3, 3, 2, seed=2), 2, "same", output_padding=1)
    record("conv_transpose", floats(1, 3, 4, 2), floats(2, 3, 3, 2, seed=2), [2, 3], "valid", output_padding=[1, 0])
    record("conv_transpose", floats(1, 3, 4, 2), floats(2, 3, 3, 2, seed=2), 1, "valid", dilation_rate=2)
    record("conv_transpose", floats(1, 3, 3, 2), floats(2, 2, 1, 2, seed=2), 1, "same", dilation_rate=[2, 3])
    record("conv_transpose", floats(1, 2, 3, 4), floats(2, 2, 3, 2, seed=2), 2, "same", **first)
    record("conv_transpose", floats(1, 2, 3, 2, 2), floats(2, 2, 2, 3, 2, seed=2), 2)
    for name, function in originals.items():
        setattr(keras.ops, name, function)


def pools(record):
    for name in ("max_pool", "average_pool"):
        record(name, floats(2, 6, 2), 2)
        record(name, floats(2, 5, 2), 3, 2, "same")
        record(name, floats(1, 2, 6), 2, 1, "valid", data_format="channels_first")
        record(name, floats(2, 4, 5, 3), 2)
        record(name, floats(1, 5, 4, 2), [3, 2], strides=[2, 1], padding="same")
        record(name, floats(1, 2, 4, 4), 2, padding="same", data_format="channels_first")
        record(name, floats(1, 4, 3, 4, 2), 2)
        record(name, floats(1, 3, 3, 2, 2), [2, 1, 2], strides=1, padding="same")
        record(name, floats(1, 2, 3, 4, 2), [2, 2, 1], data_format="channels_first")


def rearrangements(record):
    record("adaptive_average_pool", floats(2, 6, 2), 3)
    record("adaptive_average_pool", floats(1, 5, 7, 2), [3, 2], data_format="channels_last")
    record("adaptive_average_pool", floats(1, 2, 4, 5), 2, data_format="channels_first")
    record("adaptive_max_pool", floats(2, 7, 2), 3)
    record("adaptive_max_pool", floats(1, 4, 6, 2), [2, 4])
    record("adaptive_max_pool", floats(1, 4, 3, 5, 2), 2)
    record("depth_to_space", floats(1, 2, 3, 8), 2)
    record("depth_to_space", floats(1, 8, 2, 1), 2, data_format="channels_first")
    record("space_to_depth", floats(1, 4, 2, 3), 2)
    record("psnr", floats(2, 3), floats(2, 3, seed=2), 2.0)
    record("unfold", floats(2, 2, 4, 5), 2)
    record("unfold", floats(1, 3, 5, 6), [2, 3], dilation=[2, 1], padding=1, stride=[1, 2])
    record("fold", floats(2, 8, 12), [4, 5], 2)
    record("fold", floats(1, 12, 6), [5, 4], [2, 3], dilation=[2, 1], padding=[0, 1], stride=[1, 2])


def alignments(record):
    logits = floats(2, 6, 4, low=-3, high=3)
    lengths = np.int32([6, 5])
    record("ctc_loss", np.int32([[1, 2, 2], [3, 1, 0]]), logits, np.int32([3, 2]), lengths)
    record("ctc_loss", np.int32([[1, 2], [0, 1]]), logits, np.int32([2, 1]), lengths, mask_index=3)
    record("ctc_loss", np.int32([[0, 2], [1, 1]]), floats(2, 5, 4, seed=4), np.int32([2, 2]), np.int32([5, 4]), mask_index=3)
    record("ctc_decode", logits, lengths)
    record("ctc_decode", np.repeat(logits, 2, axis=1), 2 * lengths, merge_repeated=False)
    record("ctc_decode", np.repeat(logits, 2, axis=1), 2 * lengths, mask_index=2)


def cases(record):
    activations(record)
    losses(record)
    normalisation(record)
    attention(record)
    convolutions(record)
    pools(record)
    rearrangements(record)
    alignments(record)
