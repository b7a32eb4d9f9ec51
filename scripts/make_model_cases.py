"""Writes models of many layers in every format that Keras 3 (keras) or Keras 2 (tf_keras) writes, with inputs, outputs and training to go on from,
for `KerasNet.Conformance -- models OUT`.

Run with real Keras: python scripts/make_model_cases.py OUT [3|2] [NAME...]; a name may end in *
One folder a model, as the fixtures of the models command have them. Not kept: it is some 200 MB.
"""
import json
import os
import sys
import traceback
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["CUDA_VISIBLE_DEVICES"] = ""
warnings.filterwarnings("ignore")
import numpy as np

OUT, MAJOR = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "3")
if MAJOR == "2":
    import tf_keras as keras
else:
    import keras
import tensorflow as tf

L = keras.layers
CASES = {}


def case(name, *shapes, ints=None, only=None, train=True, opt=None, loss="mse", strings=False):
    def add(build):
        if only in (None, MAJOR):
            CASES[name] = (build, shapes, ints, train, opt, loss, strings)
        return build
    return add


def one(name, make, *shapes, **options):
    """A model of one layer, functional, with a Dense behind it where it may be trained."""
    def build(*inputs):
        return make()(inputs[0] if len(inputs) == 1 else list(inputs))
    case(name, *shapes, **options)(build)


def seq(name, *shapes, **options):
    def add(layers):
        def build(_):
            raise AssertionError
        build.sequential = layers
        case(name, *shapes, **options)(build)
        return layers
    return add


# Core and activations
for a in ["relu", "elu", "selu", "softplus", "softsign", "tanh", "sigmoid", "hard_sigmoid", "exponential", "linear", "softmax", "gelu", "mish", "swish", "relu6", "leaky_relu", "log_softmax"]:
    one(f"dense_{a}", lambda a=a: L.Dense(5, activation=a, kernel_regularizer="l2", bias_constraint="non_neg"), (7,))
if MAJOR == "3":
    for a in ["celu", "glu", "hard_tanh", "hard_shrink", "log_sigmoid", "silu", "hard_silu", "hard_swish", "soft_shrink", "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus", "tanh_shrink"]:
        one(f"dense_{a}", lambda a=a: L.Dense(6, activation=a), (7,))
one("dense_nd", lambda: L.Dense(5, use_bias=False, kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02), activity_regularizer="l1"), (3, 4, 6))
one("dense_ortho", lambda: L.Dense(5, kernel_regularizer=keras.regularizers.OrthogonalRegularizer(0.02, "columns"), kernel_constraint=keras.constraints.MinMaxNorm(0.2, 0.9, 0.5, axis=0)), (6,))
one("einsum", lambda: L.EinsumDense("abc,cde->abde", output_shape=(None, 4, 5), bias_axes="e"), (3, 6))
one("embedding", lambda: L.Embedding(11, 4), (5,), ints=11)
one("embedding_mask", lambda: L.Embedding(11, 4, mask_zero=True, embeddings_constraint="unit_norm"), (5,), ints=11)
for n, m in [("ReLU", dict(max_value=2.0, negative_slope=0.1, threshold=0.2)), ("LeakyReLU", {}), ("ELU", dict(alpha=0.7)), ("PReLU", dict(shared_axes=[1])), ("Softmax", dict(axis=1))]:
    one("act_" + n.lower(), lambda n=n, m=m: getattr(L, n)(**m), (4, 6))
if MAJOR == "2":
    one("act_thresholded", lambda: L.ThresholdedReLU(0.3), (4, 6))

# Convolutions and pooling
for d in (1, 2, 3):
    base = (7, 6, 5)[:d] if d < 3 else (5, 6, 4)
    for fmt in ("channels_last", "channels_first"):
        s = (*base, 4) if fmt == "channels_last" else (4, *base)
        t = "" if fmt == "channels_last" else "_cf"
        cpu = fmt == "channels_last"
        one(f"conv{d}d{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}D")(6, 3, padding="same", data_format=fmt, activation="relu"), s, train=cpu)
        one(f"conv{d}d_stride{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}D")(6, 2, strides=2, data_format=fmt, use_bias=False), s, train=cpu)
        one(f"conv{d}d_dilate{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}D")(6, 2, dilation_rate=2, data_format=fmt), s, train=cpu)
        if d < 3:
            one(f"conv{d}d_groups{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}D")(6, 3, groups=2, data_format=fmt), s, train=cpu)
        one(f"convt{d}d{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}DTranspose")(5, 3, strides=2, padding="same", data_format=fmt), s, train=cpu)
        if not (d == 1 and MAJOR == "2" and fmt == "channels_first"):
            one(f"convt{d}d_out{t}", lambda d=d, fmt=fmt: getattr(L, f"Conv{d}DTranspose")(5, 4, strides=3, padding="valid", output_padding=1, data_format=fmt), s, train=cpu)
        if d < 3:
            one(f"depthwise{d}d{t}", lambda d=d, fmt=fmt: getattr(L, f"DepthwiseConv{d}D")(3, depth_multiplier=2, padding="same", data_format=fmt), s, train=cpu)
            one(f"separable{d}d{t}", lambda d=d, fmt=fmt: getattr(L, f"SeparableConv{d}D")(6, 3, depth_multiplier=2, strides=2, padding="same", data_format=fmt, activation="elu"), s, train=cpu)
        for k in ("Max", "Average"):
            one(f"{k.lower()}pool{d}d{t}", lambda d=d, fmt=fmt, k=k: getattr(L, f"{k}Pooling{d}D")(2, strides=1, padding="same", data_format=fmt), s, train=cpu)
            one(f"{k.lower()}pool3_{d}d{t}", lambda d=d, fmt=fmt, k=k: getattr(L, f"{k}Pooling{d}D")(3, strides=2, data_format=fmt), s, train=cpu)
            one(f"global{k.lower()}{d}d{t}", lambda d=d, fmt=fmt, k=k: getattr(L, f"Global{k}Pooling{d}D")(data_format=fmt, keepdims=True), s)
        if not (d == 1 and MAJOR == "2" and fmt == "channels_first"):
            if d > 1 or fmt == "channels_last" or MAJOR == "3":
                extra = {} if d == 1 and (MAJOR == "2" or fmt == "channels_last") else {"data_format": fmt}
                one(f"zeropad{d}d{t}", lambda d=d, e=extra: getattr(L, f"ZeroPadding{d}D")(1 if d == 3 else ((1, 2) if d == 1 else ((1, 0), (2, 1))), **e), s)
                if not (d == 1 and extra):
                    one(f"crop{d}d{t}", lambda d=d, e=extra: getattr(L, f"Cropping{d}D")(1 if d == 3 else ((1, 2) if d == 1 else ((1, 0), (2, 1))), **e), s)
        if d > 1 or fmt == "channels_last":
            one(f"upsample{d}d{t}", lambda d=d, fmt=fmt: getattr(L, f"UpSampling{d}D")(2, **({} if d == 1 else {"data_format": fmt})), s, train=cpu)
one("conv1d_causal", lambda: L.Conv1D(5, 3, padding="causal", dilation_rate=2), (8, 4))
one("upsample_bilinear", lambda: L.UpSampling2D((2, 3), interpolation="bilinear"), (4, 5, 3))
one("conv2d_kernel_names", lambda: L.Conv2D(4, (2, 3), strides=(1, 2), name="weird_name.1-x"), (6, 7, 3))

# Normalization
for n, m in [("bn", {}), ("bn_noscale", dict(scale=False, center=False, epsilon=0.01, momentum=0.7)), ("bn_axis1", dict(axis=1))]:
    one(n, lambda m=m: L.BatchNormalization(**m), (5, 6, 3))
one("ln", lambda: L.LayerNormalization(epsilon=1e-5), (5, 6))
one("ln_axes", lambda: L.LayerNormalization(axis=[1, 2], center=False), (5, 6))
one("gn", lambda: L.GroupNormalization(groups=2), (5, 6, 4))
one("gn_axis", lambda: L.GroupNormalization(groups=-1, axis=1, scale=False), (4, 6, 5))
one("unitnorm", lambda: L.UnitNormalization(axis=[1, 2]), (5, 6))
one("spectral", lambda: L.SpectralNormalization(L.Dense(5), power_iterations=2), (6,), train=False)
if MAJOR == "3":
    one("rms", lambda: L.RMSNormalization(), (5, 6))
    one("bn_sync", lambda: L.BatchNormalization(synchronized=True), (5, 6))

# Recurrent
for n in ("SimpleRNN", "LSTM", "GRU"):
    for t, m in [("", {}), ("_seq_back", dict(return_sequences=True, go_backwards=True)), ("_unroll", dict(unroll=True, use_bias=False)), ("_act", dict(activation="relu" if n == "SimpleRNN" else "elu"))]:
        one(n.lower() + t, lambda n=n, m=m: getattr(L, n)(4, **m), (5, 3))
    one(n.lower() + "_bidi", lambda n=n: L.Bidirectional(getattr(L, n)(4, return_sequences=True), merge_mode="mul"), (5, 3))
    one(n.lower() + "_any_length", lambda n=n: getattr(L, n)(4), (None, 3))
    if n != "SimpleRNN":
        one(n.lower() + "_hard", lambda n=n: getattr(L, n)(4, recurrent_activation="hard_sigmoid"), (5, 3))

    @case(n.lower() + "_state", (5, 3))
    def _(x, n=n):
        y, *states = getattr(L, n)(4, return_sequences=True, return_state=True)(x)
        return [getattr(L, n)(4, return_sequences=True)(y, initial_state=states), *states]

    @case(n.lower() + "_masked", (5, 3))
    def _(x, n=n):
        return L.Bidirectional(getattr(L, n)(4))(L.Masking(0.0)(x))
one("gru_reset_before", lambda: L.GRU(4, reset_after=False), (5, 3))
one("lstm_no_forget", lambda: L.LSTM(4, unit_forget_bias=False, dropout=0.1, recurrent_dropout=0.1), (5, 3), train=False)
one("rnn_stacked", lambda: L.RNN([L.LSTMCell(4), L.GRUCell(3)], return_sequences=True), (5, 3))
one("rnn_cell", lambda: L.RNN(L.GRUCell(3, reset_after=False)), (5, 3))
one("bidi_concat", lambda: L.Bidirectional(L.LSTM(3), merge_mode="concat", backward_layer=L.GRU(3, go_backwards=True)), (5, 3))
one("bidi_none", lambda: L.Bidirectional(L.LSTM(3), merge_mode=None), (5, 3))
one("timedist", lambda: L.TimeDistributed(L.Conv2D(3, 2)), (4, 5, 5, 2))
for d in (1, 2, 3):
    one(f"convlstm{d}d", lambda d=d: getattr(L, f"ConvLSTM{d}D")(3, 2, return_sequences=d == 1), (3, *(4, 4, 3)[:d], 2), train=d < 3)


@case("timedist_model", (4, 6))
def _(x):
    inner = keras.Sequential([L.Dense(5, activation="tanh"), L.Dropout(0.0), L.BatchNormalization()], name="inner")
    return L.LSTM(3)(L.TimeDistributed(inner)(x))


# Attention
def attention(make, **call):
    def build(q, v):
        return make()([q, v], **call)
    return build


case("attention", (4, 6), (5, 6))(attention(lambda: L.Attention(use_scale=True, score_mode="dot")))
case("attention_concat", (4, 6), (5, 6))(attention(lambda: L.Attention(score_mode="concat")))
case("attention_causal", (5, 6), (5, 6))(attention(lambda: L.Attention(), use_causal_mask=True))
case("additive", (4, 6), (5, 6))(attention(lambda: L.AdditiveAttention()))


@case("mha", (4, 6), (5, 6))
def _(q, v):
    return L.MultiHeadAttention(2, 3, value_dim=4, output_shape=5)(q, v)


@case("mha_self", (4, 6))
def _(x):
    y, scores = L.MultiHeadAttention(2, 3, use_bias=False)(x, x, return_attention_scores=True, **({"use_causal_mask": True}))
    return [L.LayerNormalization()(L.Add()([x, y])), scores]


@case("mha_axes", (3, 4, 6))
def _(x):
    return L.MultiHeadAttention(2, 3, attention_axes=(2,))(x, x)


if MAJOR == "3":
    @case("gqa", (4, 6), (5, 6))
    def _(q, v):
        return L.GroupQueryAttention(3, 4, 2)(q, v)

# Merging, reshaping
for n in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"):
    case("merge_" + n.lower(), (4, 3), (4, 3))(lambda a, b, n=n: getattr(L, n)()([a, b]))
case("merge_concat", (4, 3), (2, 3))(lambda a, b: L.Concatenate(axis=1)([a, b]))
case("merge_dot", (4, 3), (5, 3))(lambda a, b: L.Dot(axes=(2, 2), normalize=True)([a, b]))
case("merge_broadcast", (4, 3), (1, 3))(lambda a, b: L.Multiply()([a, b]))
one("reshape", lambda: L.Reshape((-1, 2)), (4, 3))
one("permute", lambda: L.Permute((2, 1)), (4, 3))
one("repeat", lambda: L.RepeatVector(3), (4,))
one("flatten_cf", lambda: L.Flatten("channels_first"), (4, 3, 2))

# Preprocessing and regularization
one("rescaling", lambda: L.Rescaling([0.1, 0.2, 0.3], offset=[1.0, 2.0, 3.0]), (4, 3), train=False)
one("resizing", lambda: L.Resizing(5, 7, interpolation="bilinear"), (8, 9, 3), train=False)
one("resizing_crop", lambda: L.Resizing(5, 7, crop_to_aspect_ratio=True), (8, 9, 3), train=False)
one("centercrop", lambda: L.CenterCrop(4, 5), (8, 9, 3), train=False)
for n, m in [("RandomFlip", {}), ("RandomRotation", dict(factor=0.2)), ("RandomZoom", dict(height_factor=0.2)), ("RandomTranslation", dict(height_factor=0.1, width_factor=0.1)), ("RandomContrast", dict(factor=0.2)), ("RandomBrightness", dict(factor=0.2)), ("RandomCrop", dict(height=5, width=4))]:
    one(n.lower(), lambda n=n, m=m: getattr(L, n)(**m), (8, 9, 3), train=False)
for n, m in [("GaussianNoise", dict(stddev=0.1)), ("GaussianDropout", dict(rate=0.1)), ("AlphaDropout", dict(rate=0.1)), ("SpatialDropout1D", dict(rate=0.1)), ("Dropout", dict(rate=0.1, noise_shape=(None, 1, 3), seed=3)), ("ActivityRegularization", dict(l1=0.1, l2=0.2))]:
    one(n.lower(), lambda n=n, m=m: getattr(L, n)(**m), (4, 3), train=n == "ActivityRegularization")


@case("normalization", (4,), train=False)
def _(x):
    layer = L.Normalization()
    layer.adapt(np.random.default_rng(1).normal(3, 2, (20, 4)).astype("float32"))
    return L.Dense(2)(layer(x))


one("normalization_given", lambda: L.Normalization(mean=[1.0, 2.0, 3.0, 4.0], variance=[2.0, 2.0, 1.0, 1.0], invert=True), (4,), train=False)
one("discretization", lambda: L.Discretization(bin_boundaries=[-0.5, 0.0, 0.7], output_mode="one_hot"), (1,), train=False)
one("categoryenc", lambda: L.CategoryEncoding(num_tokens=7, output_mode="multi_hot"), (5,), ints=7, train=False)
one("categoryenc_count", lambda: L.CategoryEncoding(num_tokens=7, output_mode="count"), (5,), ints=7, train=False)
one("hashing", lambda: L.Hashing(num_bins=5), (5,), ints=9, train=False)
one("hashing_salt", lambda: L.Hashing(num_bins=5, salt=[133, 137], output_mode="multi_hot"), (5,), ints=9, train=False)
one("intlookup", lambda: L.IntegerLookup(vocabulary=[3, 5, 7], num_oov_indices=2), (5,), ints=9, train=False)


# Graph shapes
@case("nested", (6,), (6,))
def _(a, b):
    i = keras.Input((6,))
    h = L.Dense(4, activation="tanh", name="d1")(i)
    inner = keras.Model(i, [h, L.BatchNormalization()(h)], name="inner")
    i2 = keras.Input((6,), name="again")
    p, q = inner(i2)
    outer = keras.Model(i2, L.Concatenate()([p, q]), name="outer")
    x, y = outer(a), outer(b)
    p, q = inner(b)
    return [L.Subtract()([x, y]), L.Dense(2, name="end")(p), q]


@case("frozen", (6,))
def _(x):
    inner = keras.Sequential([L.Dense(5), L.BatchNormalization(), L.Dense(4)], name="inner")
    y = inner(x)
    inner.layers[0].trainable = False
    inner.layers[1].trainable = False
    return L.Dense(3)(y)


@case("shared", (5, 4), (5, 4))
def _(a, b):
    lstm = L.LSTM(3, name="twice")
    d = L.Dense(3)
    return L.Dot(-1)([d(lstm(a)), d(lstm(b))])


@seq("seq_mlp", (6,), loss="mae", opt="rmsprop")
def _():
    return [L.Dense(5, activation="relu"), L.Dropout(0.0), L.Dense(3, activation="softmax")]


@seq("seq_cnn", (10, 10, 3), loss="categorical_crossentropy", opt="adam")
def _():
    return [L.Conv2D(4, 3, activation="relu"), L.BatchNormalization(), L.MaxPooling2D(), L.DepthwiseConv2D(3), L.Flatten(), L.Dense(3, activation="softmax")]


@seq("seq_nested", (6,))
def _():
    return [keras.Sequential([L.Dense(5), keras.Sequential([L.Dense(4, activation="relu")])]), L.Dense(2)]


@seq("seq_text", (7,), ints=20)
def _():
    return [L.Embedding(20, 5, mask_zero=True), L.Bidirectional(L.LSTM(4, return_sequences=True)), L.GRU(3), L.Dense(2)]


# Raw operations
@case("ops", (4, 6))
def _(x):
    if MAJOR == "3":
        o = keras.ops
        y = o.exp(-x) * 2 + x[:, 1:3, None, ::2].mean() if False else o.exp(-x) * 2 + 1
        z = o.concatenate([y[:, :2], x[:, -2:] / 3], axis=1)
        w = o.where(x > 0, x, o.square(x)) - o.mean(x, axis=-1, keepdims=True)
        return [z, o.einsum("bij,bkj->bik", w, x), o.reshape(w, (-1, 24)), o.softmax(o.transpose(x, (0, 2, 1)), axis=1), o.clip(o.sqrt(o.abs(x)), 0.1, 0.8)]
    y = tf.exp(-x) * 2 + 1
    z = tf.concat([y[:, :2], x[:, -2:] / 3], axis=1)
    w = tf.where(x > 0, x, tf.square(x)) - tf.reduce_mean(x, axis=-1, keepdims=True)
    return [z, tf.matmul(w, x, transpose_b=True), tf.reshape(w, (-1, 24)), tf.nn.softmax(tf.transpose(x, (0, 2, 1)), axis=1), tf.clip_by_value(tf.sqrt(tf.abs(x)), 0.1, 0.8)]


@case("ops2", (4, 6), train=False)
def _(x):
    if MAJOR == "3":
        o = keras.ops
        s = o.split(x, 2, axis=-1)
        return [o.stack(s, axis=1), o.pad(x, ((0, 0), (1, 1), (0, 2))), o.expand_dims(x[..., 0], 1), o.squeeze(x[:, :1], 1), o.tile(x, (1, 2, 1)), o.cumsum(x, axis=1), o.argmax(x, axis=-1), o.one_hot(o.argmax(x, axis=-1), 6), o.maximum(x, 0.3), x**2, 1 - x, 2 / (x * x + 1), o.norm(x, axis=-1), o.max(x, axis=1), o.flip(x, axis=1), o.logical_and(x > 0, x < 1), o.cast(x > 0, "float32"), o.take(x, [0, 2], axis=1), o.log(o.abs(x) + 1.0), o.floor(x * 3), x @ o.transpose(x, (0, 2, 1))]
    s = tf.split(x, 2, axis=-1)
    return [tf.stack(s, axis=1), tf.pad(x, ((0, 0), (1, 1), (0, 2))), tf.expand_dims(x[..., 0], 1), tf.squeeze(x[:, :1], 1), tf.tile(x, (1, 2, 1)), tf.cumsum(x, axis=1), tf.argmax(x, axis=-1), tf.one_hot(tf.argmax(x, axis=-1), 6), tf.maximum(x, 0.3), x**2, 1 - x, 2 / (x * x + 1), tf.norm(x, axis=-1), tf.reduce_max(x, axis=1), tf.reverse(x, axis=[1]), tf.logical_and(x > 0, x < 1), tf.cast(x > 0, "float32"), tf.gather(x, [0, 2], axis=1), tf.math.log(tf.abs(x) + 1.0), tf.floor(x * 3), x @ tf.transpose(x, (0, 2, 1)), tf.math.l2_normalize(x, axis=-1), keras.backend.mean(x, axis=1), tf.image.resize(x[..., None], (8, 8)), tf.nn.relu(x), tf.sigmoid(x), tf.nn.leaky_relu(x, alpha=0.2), tf.math.reduce_sum(x), x[:, tf.newaxis, 1], tf.math.add_n([x, x]), tf.nn.depth_to_space(tf.reshape(x, (-1, 2, 3, 4)), 2), tf.unstack(x, axis=1)[1], tf.nn.max_pool2d(x[..., None], 2, 1, "SAME"), tf.shape(x)[1:], tf.broadcast_to(x[:, :1], tf.shape(x))]


# Every operation that may be a node of a Keras 3 model; x is (3, 4), y too, i are whole numbers from 0 to 3, m (4, 4), s (6, 6, 3).
if MAJOR == "3":
    o = keras.ops
    UNARY = "absolute all amax amin angle any arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort average bartlett blackman cbrt ceil conj copy corrcoef cos cosh count_nonzero cumprod cumsum deg2rad diff exp exp2 expm1 flip floor hamming hanning isfinite isinf isnan isneginf isposinf isreal kaiser log log10 log1p log2 logaddexp max mean median min nanargmax nanmean nanmax nansum nan_to_num negative nonzero ones_like prod rad2deg ravel real reciprocal round sign signbit sin sinc sinh size sort sqrt square squeeze std sum tan tanh trunc var zeros_like ptp erf erfinv logsumexp rsqrt celu elu gelu glu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu log_sigmoid log_softmax normalize relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh_shrink threshold log_softmax".split()
    CALLS = {n: f"o.{n}(x)" for n in UNARY if n not in ("bartlett", "blackman", "hamming", "hanning", "kaiser", "nonzero", "size", "logaddexp")}
    CALLS |= {n + "_axis": f"o.{n}(x, axis=-1, keepdims=True)" for n in "all amax amin any argmax argmin average count_nonzero max mean median min prod std sum var logsumexp nanmean nanstd nanvar nanprod nanmin nanargmin nanmedian ptp".split() if n not in ("average", "count_nonzero")}
    CALLS |= {n: f"o.{n}(x, y)" for n in "add arctan2 divide divide_no_nan equal floor_divide fmod greater greater_equal heaviside hypot isclose less less_equal logaddexp logaddexp2 maximum minimum mod multiply nextafter not_equal power subtract true_divide fmin fmax copysign dot inner outer tensordot vdot cross xlogy remainder append".split() if hasattr(o, n) and n not in ("dot", "tensordot", "cross")}
    CALLS |= {n: f"o.{n}(i, j)" for n in "bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift left_shift right_shift gcd lcm logical_and logical_or logical_xor".split()}
    CALLS |= {
        "add_number": "o.add(x, 2.5)", "rsub_number": "3 - x", "rpow": "2.0 ** x", "neg": "-x", "abs_": "abs(x)", "invert": "~(x > 0)", "bitwise_not": "o.bitwise_not(i)", "bitwise_invert": "o.bitwise_invert(i)", "logical_not": "o.logical_not(x > 0)",
        "getitem": "x[:, 1:3]", "getitem_new": "x[:, None, ..., ::-1]", "getitem_int": "x[..., -1]", "array": "o.array(x)", "average_weights": "o.average(x, axis=1, weights=y)", "bincount": "o.bincount(i, minlength=5)", "broadcast_to": "o.broadcast_to(x[:, :1], (4, 3, 4)) if False else o.broadcast_to(o.sum(x), (2, 2))",
        "clip": "o.clip(x, -0.5, 0.7)", "concatenate": "o.concatenate([x, y], axis=-1)", "cross": "o.cross(x[:, :, :3], y[:, :, :3])", "correlate": "o.correlate(o.ravel(x), o.ravel(y), mode='same')", "cumsum_axis": "o.cumsum(x, axis=-1)", "digitize": "o.digitize(x, np.array([-0.5, 0.0, 0.7]))",
        "diag": "o.diag(o.mean(x, axis=(0, 1)))", "diagflat": "o.diagflat(o.mean(x, axis=(0, 1)))", "diagonal": "o.diagonal(x, axis1=1, axis2=2)", "trace": "o.trace(x, axis1=1, axis2=2)", "diff2": "o.diff(x, n=2, axis=-1)", "dot": "o.dot(x, m)" if False else "o.dot(x, o.transpose(o.mean(y, axis=0)))", "tensordot": "o.tensordot(x, o.mean(y, axis=0), axes=[[2], [1]])",
        "einsum": "o.einsum('bij,bkj->bik', x, y)", "expand_dims": "o.expand_dims(x, (1, -1))", "flip_axis": "o.flip(x, axis=1)", "full_like": "o.full_like(x, 2.0)", "hstack": "o.hstack([x, y])", "vstack": "o.vstack([x, y])", "isin": "o.isin(i, j)", "isclose_tol": "o.isclose(x, y, rtol=0.5, atol=0.5)",
        "linspace": "o.linspace(x, y, num=5, axis=-1)", "logspace": "o.logspace(x, y, num=3)", "geomspace": "o.geomspace(o.abs(x) + 1, o.abs(y) + 1, num=3)" if hasattr(o, "geomspace") else "x", "matmul": "o.matmul(x, o.transpose(y, (0, 2, 1)))", "matmul_op": "x @ o.swapaxes(y, 1, 2)", "meshgrid": "o.meshgrid(o.mean(x, axis=(0, 1)), o.mean(y, axis=(0, 2)), indexing='ij')", "moveaxis": "o.moveaxis(x, 1, -1)",
        "swapaxes": "o.swapaxes(x, 1, 2)", "pad": "o.pad(x, ((0, 0), (1, 2), (0, 1)))", "pad_value": "o.pad(x, ((0, 0), (1, 2), (0, 1)), mode='constant', constant_values=3.0)", "pad_reflect": "o.pad(x, ((0, 0), (1, 2), (0, 1)), mode='reflect')", "quantile": "o.quantile(x, 0.3, axis=-1)", "percentile": "o.percentile(x, 30.0, axis=-1)" if hasattr(o, "percentile") else "x", "repeat": "o.repeat(x, 2, axis=1)",
        "reshape": "o.reshape(x, (-1, 2, 6))", "roll": "o.roll(x, 2, axis=-1)", "rot90": "o.rot90(x, k=1, axes=(1, 2))", "round2": "o.round(x, 1)", "searchsorted": "o.searchsorted(o.cumsum(o.exp(o.mean(x, axis=(0, 1)))), o.mean(y, axis=(0, 1)))", "select": "o.select([x > 0.5, y > 0], [x, y], 0.25)", "split": "o.split(x, 2, axis=-1)", "split_at": "o.split(x, [1, 2], axis=-1)", "array_split": "o.array_split(x, 3, axis=-1)",
        "stack": "o.stack([x, y], axis=1)", "take": "o.take(x, [0, 2], axis=1)", "take_tensor": "o.take(x, i[:, 0, 0], axis=2)", "take_along_axis": "o.take_along_axis(x, i, axis=2)", "tile": "o.tile(x, (1, 2, 1))", "transpose": "o.transpose(x, (0, 2, 1))", "tril": "o.tril(x, k=1)", "triu": "o.triu(x, k=-1)", "where": "o.where(x > 0, x, y)", "where_number": "o.where(x > 0, x, 0.1)", "unravel_index": "o.unravel_index(i, (2, 2))", "view": "o.view(x, 'int32')", "vander": "o.vander(o.mean(x, axis=(0, 1)), N=3)" if hasattr(o, "vander") else "x", "kron": "o.kron(x, y)" if hasattr(o, "kron") else "x", "unwrap": "o.unwrap(x)" if hasattr(o, "unwrap") else "x", "dstack": "o.dstack([x, y])" if hasattr(o, "dstack") else "x", "trapezoid": "o.trapezoid(x, axis=-1)" if hasattr(o, "trapezoid") else "x", "nan_to_num": "o.nan_to_num(o.log(x), nan=1.0, neginf=-3.0)", "vectorize": "x",
        "cast": "o.cast(x, 'int32')", "saturate_cast": "o.saturate_cast(x * 100, 'uint8')", "stop_gradient": "o.stop_gradient(x)", "slice": "o.slice(x, (0, 1, 1), (2, 2, 2))", "slice_update": "o.slice_update(x, (0, 1, 1), o.ones((1, 2, 2)))", "scatter": "o.scatter(i[0, :, :1], o.mean(x, axis=(0, 2)), (5,))", "scatter_update": "o.scatter_update(x, [[0, 1, 1], [0, 2, 2]], [1.0, 2.0])", "unstack": "o.unstack(x, axis=1)", "shape": "x * o.cast(o.shape(x)[1], 'float32')", "fori": "x",
        "cholesky": "o.cholesky(m @ o.transpose(m, (0, 2, 1)) + 4 * o.eye(4))", "det": "o.det(m)", "eigh": "o.eigh(m + o.transpose(m, (0, 2, 1)))[0]", "inv": "o.inv(m + 5 * o.eye(4))", "lu_factor": "o.lu_factor(m + 5 * o.eye(4))[0]", "norm": "o.norm(x, axis=-1)", "norm1": "o.norm(x, ord=1, axis=(1, 2), keepdims=True)", "qr": "o.abs(o.qr(m)[1])", "solve": "o.solve(m + 5 * o.eye(4), o.transpose(x, (0, 2, 1)))", "solve_triangular": "o.solve_triangular(m + 5 * o.eye(4), o.transpose(x, (0, 2, 1)), lower=True)", "svd": "o.svd(m, compute_uv=False)", "lstsq": "o.lstsq(o.mean(m, axis=0), o.mean(o.transpose(x, (0, 2, 1)), axis=0))", "cholesky_inverse": "o.cholesky_inverse(o.cholesky(m @ o.transpose(m, (0, 2, 1)) + 4 * o.eye(4)))" if hasattr(o, "cholesky_inverse") else "x", "slogdet": "o.slogdet(m)", "logdet": "o.logdet(m @ o.transpose(m, (0, 2, 1)) + o.eye(4))",
        "fft": "o.fft((x, y))", "fft2": "o.fft2((x, y))", "ifft2": "o.ifft2((x, y))", "rfft": "o.rfft(x)", "irfft": "o.irfft((x, y))", "stft": "o.stft(o.reshape(s, (-1, 108)), 16, 8, 16)", "istft": "o.istft(o.stft(o.reshape(s, (-1, 108)), 16, 8, 16), 16, 8, 16)", "extract_sequences": "o.extract_sequences(x, 2, 1)", "in_top_k": "o.in_top_k(i[:, 0, 0], x[:, 0], k=2)", "top_k": "o.top_k(x, 2)", "segment_sum": "o.segment_sum(o.reshape(x, (-1,)), o.sort(o.reshape(i, (-1,))), num_segments=4)", "segment_max": "o.segment_max(o.reshape(x, (-1,)), o.sort(o.reshape(i, (-1,))), num_segments=4)", "logsumexp_axes": "o.logsumexp(x, axis=(1, 2))", "cdist": "o.cdist(x, y)" if hasattr(o, "cdist") else "x",
        "average_pool": "o.average_pool(s, 2, strides=1, padding='same')", "max_pool": "o.max_pool(s, 2)", "adaptive_average_pool": "o.adaptive_average_pool(s, 3)", "adaptive_max_pool": "o.adaptive_max_pool(s, 2)", "batch_normalization": "o.batch_normalization(x, o.mean(x, axis=(0, 1)), o.var(x, axis=(0, 1)), axis=-1, scale=o.ones((4,)), epsilon=0.01)", "layer_normalization": "o.layer_normalization(x, axis=-1)", "rms_normalization": "o.rms_normalization(x, axis=-1)", "moments": "o.moments(x, axes=[1], keepdims=True)", "binary_crossentropy": "o.binary_crossentropy(o.cast(y > 0, 'float32'), o.sigmoid(x))", "categorical_crossentropy": "o.categorical_crossentropy(o.softmax(y), x, from_logits=True)", "sparse_categorical_crossentropy": "o.sparse_categorical_crossentropy(i[:, :, 0], o.softmax(x))", "multi_hot": "o.multi_hot(i, 4)", "one_hot": "o.one_hot(i, 4)", "one_hot_axis": "o.one_hot(i, 4, axis=1, dtype='int32')", "conv": "o.conv(s, np.ones((2, 2, 3, 4), 'float32') * 0.1, padding='same')", "conv_transpose": "o.conv_transpose(s, np.ones((2, 2, 4, 3), 'float32') * 0.1, 2)", "depthwise_conv": "o.depthwise_conv(s, np.ones((2, 2, 3, 1), 'float32') * 0.1)", "separable_conv": "o.separable_conv(s, np.ones((2, 2, 3, 1), 'float32') * 0.1, np.ones((1, 1, 3, 2), 'float32'))", "dot_product_attention": "o.dot_product_attention(x[..., None], y[..., None], y[..., None])", "psnr": "o.psnr(x, y, 2.0)", "polar": "o.real(o.polar(o.abs(x), y))" if hasattr(o, "polar") else "x", "unfold": "o.unfold(s, 2)" if hasattr(o, "unfold") else "x", "fold": "o.fold(o.unfold(s, 2), (6, 6), 2)" if hasattr(o, "fold") else "x", "depth_to_space": "o.depth_to_space(s[..., :1] * o.ones((4,)), 2)" if hasattr(o, "depth_to_space") else "x", "space_to_depth": "o.space_to_depth(s, 2)" if hasattr(o, "space_to_depth") else "x", "ctc_loss": "o.ctc_loss(i[:, 0, :2] + 0 * i[:, 0, :2] + 1, x, o.sum(i[:, 0, :1] * 0, axis=-1) + 2, o.sum(i[:, 0, :1] * 0, axis=-1) + 3)", "logit_softmax_axes": "o.softmax(x, axis=(1, 2))",
        "affine_transform": "o.image.affine_transform(s, np.array([1.0, 0.1, 0.5, 0.0, 1.0, -0.5, 0.0, 0.0], 'float32'))", "crop_images": "o.image.crop_images(s, top_cropping=1, left_cropping=1, target_height=3, target_width=4)", "extract_patches": "o.image.extract_patches(s, (2, 2))", "hsv_to_rgb": "o.image.hsv_to_rgb(o.sigmoid(s))", "rgb_to_hsv": "o.image.rgb_to_hsv(o.sigmoid(s))", "rgb_to_grayscale": "o.image.rgb_to_grayscale(s)", "map_coordinates": "o.image.map_coordinates(o.mean(x, axis=0), [o.mean(o.abs(x), axis=0), o.mean(o.abs(y), axis=0)], order=1)", "pad_images": "o.image.pad_images(s, top_padding=1, left_padding=2, target_height=8, target_width=9)", "resize": "o.image.resize(s, (4, 9), interpolation='bicubic', antialias=True)", "perspective_transform": "o.image.perspective_transform(s, np.array([[0, 0], [0, 5], [5, 0], [5, 5]], 'float32'), np.array([[0, 1], [0, 5], [5, 0], [4, 5]], 'float32'))", "gaussian_blur": "o.image.gaussian_blur(s)", "ssim": "o.image.ssim(o.sigmoid(s), o.sigmoid(s) ** 2, max_val=1.0, filter_size=3)" if hasattr(o.image, "ssim") else "x", "scale_and_translate": "o.image.scale_and_translate(s, (3, 8, 8, 3), np.array([1.2, 1.1], 'float32'), np.array([0.1, 0.2], 'float32'), (1, 2), 'linear')", "euclidean_dt": "o.image.euclidean_distance_transform(o.cast(s > 0, 'float32'))" if hasattr(o.image, "euclidean_distance_transform") else "x",
    }
    # What Keras cannot call on its own symbolic tensors.
    for _n in "corrcoef threshold nanmedian_axis bincount correlate isin kron lu_factor adaptive_average_pool adaptive_max_pool conv_transpose fold logit_softmax_axes map_coordinates ctc_loss".split():
        del CALLS[_n]
    CALLS = {n: c for n, c in CALLS.items() if c != "x"}

    @case("operations", (3, 4), (3, 4), (3, 4), (3, 4), (4, 4), (6, 6, 3), ints=(0, 0, 4, 4, 0, 0), train=False)
    def _(x, y, i, j, m, s):
        results = [eval(call, dict(o=o, np=np, x=x, y=y, i=i, j=j, m=m, s=s)) for call in CALLS.values()]
        return [r for result in results for r in (result if isinstance(result, (list, tuple)) else [result])]

    for _n, _c in CALLS.items():
        def operation(call):
            return lambda x, y, i, j, m, s: [*(lambda r: r if isinstance(r, (list, tuple)) else [r])(eval(call, dict(o=o, np=np, x=x, y=y, i=i, j=j, m=m, s=s)))]

        case("op_" + _n, (3, 4), (3, 4), (3, 4), (3, 4), (4, 4), (6, 6, 3), ints=(0, 0, 4, 4, 0, 0), train=False)(operation(_c))

# Optimizers
OPTIMIZERS = {
    "sgd": lambda o: o.SGD(0.05), "sgd_nesterov": lambda o: o.SGD(0.05, momentum=0.9, nesterov=True), "rmsprop_centered": lambda o: o.RMSprop(0.01, centered=True, momentum=0.5),
    "adam_amsgrad": lambda o: o.Adam(0.01, amsgrad=True), "adamw": lambda o: o.AdamW(0.01, weight_decay=0.01), "adadelta": lambda o: o.Adadelta(0.5), "adagrad": lambda o: o.Adagrad(0.05), "adamax": lambda o: o.Adamax(0.01),
    "nadam": lambda o: o.Nadam(0.01), "ftrl": lambda o: o.Ftrl(0.05, l1_regularization_strength=0.01, beta=0.1), "lion": lambda o: o.Lion(0.01), "adafactor": lambda o: o.Adafactor(0.05),
    "clip": lambda o: o.Adam(0.01, clipnorm=0.5), "globalclip": lambda o: o.SGD(0.05, global_clipnorm=0.5), "ema": lambda o: o.Adam(0.01, use_ema=True, ema_overwrite_frequency=2),
    "exp_decay": lambda o: o.Adam(o.schedules.ExponentialDecay(0.01, 2, 0.5)), "cosine": lambda o: o.SGD(o.schedules.CosineDecay(0.05, 5, warmup_steps=2, warmup_target=0.1)), "piecewise": lambda o: o.SGD(o.schedules.PiecewiseConstantDecay([2, 4], [0.1, 0.05, 0.01])),
    "poly": lambda o: o.SGD(o.schedules.PolynomialDecay(0.1, 6, power=2.0)), "inverse": lambda o: o.SGD(o.schedules.InverseTimeDecay(0.1, 2, 0.5, staircase=True)), "restarts": lambda o: o.SGD(o.schedules.CosineDecayRestarts(0.1, 3)),
}
if MAJOR == "3":
    OPTIMIZERS |= {"lamb": lambda o: o.Lamb(0.01), "muon": lambda o: o.Muon(0.01), "accumulate": lambda o: o.Adam(0.01, gradient_accumulation_steps=2), "loss_scale": lambda o: o.LossScaleOptimizer(o.Adam(0.01), initial_scale=2.0**10), "sgd_ema_decay": lambda o: o.SGD(0.05, weight_decay=0.01, use_ema=True)}
else:
    OPTIMIZERS |= {f"legacy_{k}": (lambda o, k=k: getattr(o.legacy, k)(0.01, **({"decay": 0.1} if k in ("SGD", "Adam") else {}))) for k in ("SGD", "Adam", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl")}
for _n, _o in OPTIMIZERS.items():
    case("opt_" + _n, (6,), opt=_o)(lambda x: L.Dense(2)(L.Dense(5, activation="tanh")(x)))
LOSSES = ["mae", "mape", "msle", "log_cosh" if MAJOR == "3" else "logcosh", "huber", "poisson", "kl_divergence", "cosine_similarity", "hinge", "squared_hinge", "categorical_hinge", "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy"]
for _n in LOSSES:
    case("loss_" + _n, (6,), loss=_n)(lambda x: L.Dense(3, activation="softmax")(L.Dense(5, activation="tanh")(x)))
case("loss_sparse", (6,), loss="sparse_categorical_crossentropy")(lambda x: L.Dense(3, activation="softmax")(x))
case("loss_objects", (6,), loss=keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1))(lambda x: L.Dense(3)(x))

# Applications
for _n, _s in [("MobileNet", 32), ("MobileNetV2", 32), ("MobileNetV3Small", 32), ("EfficientNetB0", 32), ("EfficientNetV2B0", 32), ("DenseNet121", 32), ("ResNet50", 32), ("ResNet50V2", 32), ("VGG16", 32), ("Xception", 71), ("InceptionV3", 75), ("NASNetMobile", 32), ("ConvNeXtTiny", 32), ("RegNetX002", 32), ("ResNetRS50", 32), ("MobileNetV3Large", 32)]:
    def application(n, s):
        def build(_):
            raise AssertionError
        build.model = lambda: getattr(keras.applications, n)(weights=None, input_shape=(s, s, 3), classes=5) if n != "VGG16" else keras.applications.VGG16(weights=None, include_top=False, input_shape=(s, s, 3), pooling="avg")
        return build
    if hasattr(keras.applications, _n):
        case("app_" + _n.lower(), (_s, _s, 3), train=False)(application(_n, _s))


def make(name):
    build, shapes, ints, train, opt, loss, strings = CASES[name]
    rng = np.random.default_rng(len(name))
    whole = lambda i: ints[i] if isinstance(ints, tuple) else ints
    keras.utils.set_random_seed(7)
    if hasattr(build, "sequential"):
        model = keras.Sequential([keras.Input(shapes[0], dtype="int32" if ints else None)] + build.sequential(), name="sequential_model")
    elif hasattr(build, "model"):
        model = build.model()
    else:
        inputs = [keras.Input(s, name=f"in_{i}", dtype="int32" if whole(i) else None) for i, s in enumerate(shapes)]
        outputs = build(*inputs)
        model = keras.Model(inputs if len(inputs) > 1 else inputs[0], outputs, name="model")
    for w in model.weights:
        path = getattr(w, "path", w.name)
        if "seed" in path or "rng" in path or len(w.shape) == 0 or "int" in str(w.dtype) or name.startswith("normalization"):
            continue
        value = rng.normal(0, 0.5 if not name.startswith("app_") else 0.05, w.shape)
        if "variance" in path or "gamma" in path:
            value = np.abs(value) + 0.5
        w.assign(value.astype("float32"))

    def data(batch):
        return [rng.integers(0 if isinstance(ints, tuple) else 1, whole(i), (batch, *[4 if d is None else d for d in s])).astype("int32") if whole(i) else rng.normal(0, 1, (batch, *[4 if d is None else d for d in s])).astype("float32") for i, s in enumerate(shapes)]

    place = os.path.join(OUT, "keras" + MAJOR, name)
    os.makedirs(place, exist_ok=True)
    if "masked" in name:
        x = data(4)
        x[0][:, 3:] = 0
    else:
        x = data(4)
    listed = lambda v: list(v) if isinstance(v, (list, tuple)) else [v]
    one_or_all = lambda v: v if len(v) > 1 else v[0]
    failed = {}
    if train:
        optimizer = opt(keras.optimizers) if callable(opt) else opt or "sgd"
        outputs = listed(model.predict(one_or_all(x), verbose=0))
        model.compile(optimizer=optimizer, loss=loss if isinstance(loss, str) and len(outputs) == 1 else loss if len(outputs) == 1 else [loss] * len(outputs))
        t = [(rng.integers(0, 3, (4,)) if "sparse" in str(loss) and name == "loss_sparse" else rng.dirichlet(np.ones(y.shape[-1]), y.shape[:-1]) if y.ndim > 1 else rng.normal(0, 1, y.shape)).astype("float32") for y in outputs]
        for _ in range(3):
            model.train_on_batch(one_or_all(x), one_or_all(t))
    y = listed(model.predict(one_or_all(x), verbose=0))
    np.savez(os.path.join(place, "io.npz"), **{f"x{i}": v for i, v in enumerate(x)}, **{f"y{i}": v for i, v in enumerate(y)})

    def save(file, action):
        try:
            action(os.path.join(place, file))
        except Exception as error:
            failed[file] = f"{type(error).__name__}: {str(error)[:300]}"

    def write(path, text):
        with open(path, "w") as f:
            f.write(text)

    save("model.keras", lambda p: model.save(p))
    save("model.json", lambda p: write(p, model.to_json()))
    save("model.weights.h5" if MAJOR == "3" else "weights.h5", lambda p: model.save_weights(p))
    big = name.startswith("app_")
    if MAJOR == "2" and not big:
        save("saved_model", lambda p: model.save(p, save_format="tf"))
        os.makedirs(os.path.join(place, "ckpt"), exist_ok=True)
        save("ckpt", lambda p: model.save_weights(os.path.join(p, "weights")))
    if MAJOR == "3" and not big and not name.startswith("op_"):
        save("saved_model", lambda p: model.export(p, verbose=False))
    save("model.h5", lambda p: model.save(p))
    if train:
        losses = []
        for _ in range(3):
            if hasattr(model, "reset_metrics"):
                model.reset_metrics()
            loss_ = model.train_on_batch(one_or_all(x), one_or_all(t))
            losses.append(float(loss_[0] if isinstance(loss_, (list, tuple)) else loss_))
        after = listed(model.predict(one_or_all(x), verbose=0))
        arrays = {f"x{i}": v for i, v in enumerate(x)} | {f"t{i}": v for i, v in enumerate(t)} | {"losses_cont": np.array(losses)} | {f"y{i}_cont": v for i, v in enumerate(after)}
        for kind in ("h5", "keras"):
            if os.path.exists(os.path.join(place, "model." + kind)):
                arrays |= {f"losses_{kind}": np.array(losses)}
        np.savez(os.path.join(place, "resume.npz"), **arrays)
    verified = {}
    for file in ("model.keras", "model.h5"):
        if os.path.exists(os.path.join(place, file)) and not big:
            try:
                again = keras.models.load_model(os.path.join(place, file), compile=False)
                verified[file] = max(float(np.max(np.abs(np.asarray(a, "float64") - b))) for a, b in zip(listed(again.predict(one_or_all(x), verbose=0)), y))
            except Exception as error:
                verified[file] = None
                failed["open " + file] = f"{type(error).__name__}: {str(error)[:200]}"
    write(os.path.join(place, "meta.json"), json.dumps({"input_names": [i.name.split(":")[0] for i in model.inputs], "failed": failed, "verified": {}, "own": verified}))
    return failed


if __name__ == "__main__":
    asked = sys.argv[3:] or [""]
    names = [n for n in CASES if n in asked or any(a == "" or (a.endswith("*") and n.startswith(a[:-1])) for a in asked)]
    for name in names:
        try:
            failed = make(name)
            if failed:
                print(name, failed, flush=True)
        except Exception as error:
            print(f"{name}: not made: {type(error).__name__}: {str(error)[:300]}", flush=True)
            if len(sys.argv) > 3:
                traceback.print_exc()
        keras.backend.clear_session()
    print(len(names), "models")
