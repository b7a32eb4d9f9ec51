"""Recurrent layers of real Keras: configs, weights, outputs, states and gradients. Writes test/golden/rnn/*.json."""
import json, os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras, numpy as np, tensorflow as tf

L = keras.layers
FOLDER = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "rnn")
nd = lambda a: dict(shape=list(a.shape), data=[float(f"{v:.9g}") for v in np.asarray(a, "float64").ravel()])
flat = keras.tree.flatten
MASK = [[1, 1, 0, 1], [0, 1, 1, 0]]


def write(name, cases):
    with open(os.path.join(FOLDER, name), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    print(name, len(cases), "cases")


def record(make, shape=(2, 4, 5), mask=None, states=None, training=False, seeds=False, calls=1, channels_first=False):
    """One layer: config, weights, outputs of one or several calls, gradients of the last one."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(7)
    layer = make()
    rng = np.random.RandomState(0)
    x = rng.randn(*shape).astype("float32")
    case = dict(layer=layer.__class__.__name__, config=plain(keras.saving.serialize_keras_object(layer)["config"]))
    if isinstance(layer, L.SimpleRNN):  # Keras does not write it
        case["dropout_seed"] = layer.cell.seed
    layer.build(x.shape)
    if seeds:  # first values as Keras draws them
        case["seed"] = 7
    else:
        layer.set_weights([(rng.randn(*w.shape) * 0.5).astype("float32") for w in layer.weights])
    case.update(weights=[dict(path=w.path, name=w.name, **nd(w.numpy())) for w in layer.weights], x=nd(x), training=training)
    kwargs = {}
    if mask is not None:
        kwargs["mask"] = np.array(mask, bool)
        case["mask"] = dict(shape=list(np.shape(mask)), data=np.array(mask, bool).ravel().tolist())
    given = None
    if states:
        given = [tf.constant(rng.randn(*s).astype("float32")) for s in states]
        case["states"] = [nd(s.numpy()) for s in given]
        kwargs["initial_state"] = given
    if training:
        kwargs["training"] = True
    case["calls"] = []
    for call in range(calls):
        with tf.GradientTape() as tape:
            t = tf.constant(x)
            tape.watch(t)
            for s in given or []:
                tape.watch(s)
            ys = flat(layer(t, **kwargs))
            loss = sum(tf.reduce_sum(y * cotangent(y.shape, channels_first)) for y in ys)
        case["calls"].append([nd(y.numpy()) for y in ys])
    grads = tape.gradient(loss, [t] + [w.value for w in layer.trainable_weights] + (given or []))
    case["gradients"] = [None if g is None else nd(g.numpy()) for g in grads]
    if channels_first:
        # TensorFlow on a processor cannot compute it: recorded channels last, with the axes moved.
        move = lambda a: nd(np.moveaxis(np.array(a["data"]).reshape(a["shape"]), -1, 2))
        case["config"]["data_format"] = "channels_first"
        case["x"], case["gradients"][0] = move(case["x"]), move(case["gradients"][0])
        case["calls"] = [[move(y) for y in call] for call in case["calls"]]
    return case


def plain(config):
    """A config without what belongs to quantisation and to whole files."""
    if isinstance(config, dict):
        return {k: plain(v) for k, v in config.items() if k not in ("quantization_config", "build_config", "optional")}
    return [plain(v) for v in config] if isinstance(config, (list, tuple)) else config


def cotangent(shape, channels_first):
    """Weights of the outputs in the sum whose gradients are recorded."""
    values = lambda s: np.linspace(-1, 1, int(np.prod(s))).reshape(s).astype("float32")
    return np.moveaxis(values([*shape[:2], shape[-1], *shape[2:-1]]), 2, -1) if channels_first else values(shape)


def recurrent():
    yield record(lambda: L.SimpleRNN(3))
    yield record(lambda: L.SimpleRNN(3, return_sequences=True, go_backwards=True, use_bias=False), mask=MASK)
    yield record(lambda: L.SimpleRNN(2, dropout=0.4, recurrent_dropout=0.3, seed=5), training=True)
    yield record(lambda: L.LSTM(3))
    yield record(lambda: L.LSTM(3, return_sequences=True), mask=MASK)
    yield record(lambda: L.LSTM(2, go_backwards=True, activation="relu"), mask=MASK)
    yield record(lambda: L.LSTM(3, return_sequences=True, return_state=True))
    yield record(lambda: L.LSTM(2, return_sequences=True, zero_output_for_mask=True, return_state=True), mask=MASK)
    yield record(lambda: L.LSTM(2, return_state=True), states=[(2, 2), (2, 2)])
    yield record(lambda: L.LSTM(2, return_sequences=True), states=[(2, 2), (2, 2)], mask=MASK)
    yield record(lambda: L.LSTM(2, dropout=0.4, seed=3), training=True, calls=2)
    yield record(lambda: L.LSTM(2, dropout=0.4, recurrent_dropout=0.5, seed=3), training=True)
    yield record(lambda: L.LSTM(2, dropout=0.4, recurrent_dropout=0.5, seed=3), calls=2)
    yield record(lambda: L.LSTM(2, stateful=True), calls=3)
    yield record(lambda: L.LSTM(2, unroll=True, use_bias=False, recurrent_activation="hard_sigmoid", unit_forget_bias=False))
    yield record(lambda: L.LSTM(4), seeds=True)
    yield record(lambda: L.GRU(3))
    yield record(lambda: L.GRU(3, return_sequences=True), mask=MASK)
    yield record(lambda: L.GRU(2, reset_after=False))
    yield record(lambda: L.GRU(2, reset_after=False, use_bias=False, recurrent_dropout=0.4, seed=9), training=True)
    yield record(lambda: L.GRU(2, return_state=True, use_bias=False), mask=MASK)
    yield record(lambda: L.GRU(2, dropout=0.4, recurrent_dropout=0.2, seed=1), training=True)
    yield record(lambda: L.GRU(2, stateful=True, return_sequences=True, go_backwards=True), calls=2)
    yield record(lambda: L.GRU(3), seeds=True)
    yield record(lambda: L.SimpleRNN(3), seeds=True)
    yield record(lambda: L.RNN(L.LSTMCell(2), return_state=True))
    yield record(lambda: L.RNN([L.LSTMCell(2), L.GRUCell(3), L.SimpleRNNCell(4)], return_sequences=True, return_state=True), mask=MASK)
    yield record(lambda: L.RNN([L.LSTMCell(2, dropout=0.3, seed=1), L.GRUCell(3, dropout=0.4, recurrent_dropout=0.2, seed=2)]), training=True)
    yield record(lambda: L.RNN(L.GRUCell(2), go_backwards=True), states=[(2, 2)])


def wrappers():
    for merge in ("concat", "sum", "mul", "ave", None):
        yield record(lambda: L.Bidirectional(L.LSTM(2, return_sequences=True), merge_mode=merge), mask=MASK)
    yield record(lambda: L.Bidirectional(L.GRU(3)))
    yield record(lambda: L.Bidirectional(L.SimpleRNN(2, name="forward_walk"), merge_mode="sum"), mask=MASK)
    yield record(lambda: L.Bidirectional(L.LSTM(2, return_state=True)), states=[(2, 2)] * 4)
    yield record(lambda: L.Bidirectional(L.GRU(2, return_state=True, return_sequences=True), merge_mode=None))
    yield record(lambda: L.Bidirectional(L.GRU(2, return_sequences=True), backward_layer=L.LSTM(3, go_backwards=True, return_sequences=True, name="other")))
    yield record(lambda: L.Bidirectional(L.RNN([L.LSTMCell(2), L.GRUCell(3)], return_sequences=True)), mask=MASK)
    yield record(lambda: L.Bidirectional(L.LSTM(2, stateful=True)), calls=2)
    yield record(lambda: L.Bidirectional(L.LSTM(2, dropout=0.4, seed=3)), training=True)
    yield record(lambda: L.Bidirectional(L.LSTM(2)), seeds=True)
    yield record(lambda: L.TimeDistributed(L.Dense(3, activation="relu")))
    yield record(lambda: L.TimeDistributed(L.Dense(3)), mask=MASK)
    yield record(lambda: L.TimeDistributed(L.Conv2D(2, 2)), shape=(2, 3, 4, 3, 2))
    yield record(lambda: L.TimeDistributed(L.LSTM(2)), shape=(2, 3, 4, 2))
    yield record(lambda: L.TimeDistributed(L.LSTM(2)), shape=(2, 4, 2, 3), mask=np.array(MASK)[..., None] + np.array([[[0, 1]]]) > 0)
    yield record(lambda: L.TimeDistributed(L.BatchNormalization()), training=True)
    yield record(lambda: L.TimeDistributed(L.Dropout(0.5, seed=4)), training=True, calls=2)
    yield record(lambda: L.TimeDistributed(keras.Sequential([keras.Input((5,)), L.Dense(3, name="a"), L.Activation("tanh", name="n"), L.Dense(2, name="b")], name="inner")))


def convolutional():
    yield record(lambda: L.ConvLSTM1D(2, 3), shape=(2, 3, 5, 2))
    yield record(lambda: L.ConvLSTM1D(2, 2, dilation_rate=2, padding="same", return_sequences=True), shape=(2, 3, 5, 2), mask=np.array(MASK)[:, :3])
    yield record(lambda: L.ConvLSTM2D(2, (3, 2), strides=(2, 1), return_state=True, return_sequences=True), shape=(2, 2, 5, 4, 2))
    yield record(lambda: L.ConvLSTM2D(2, 2, padding="same", use_bias=False, go_backwards=True, activation="relu", recurrent_activation="hard_sigmoid"), shape=(2, 3, 3, 3, 1))
    yield record(lambda: L.ConvLSTM2D(2, 2, stateful=True), shape=(2, 2, 3, 3, 1), calls=2)
    yield record(lambda: L.ConvLSTM2D(2, 2, dropout=0.3, recurrent_dropout=0.4, seed=6), shape=(2, 2, 3, 3, 1), training=True)
    yield record(lambda: L.ConvLSTM2D(2, 2), shape=(2, 2, 3, 3, 1), states=[(2, 2, 2, 2)] * 2)
    yield record(lambda: L.ConvLSTM2D(2, 3), shape=(2, 2, 3, 3, 1), seeds=True)
    yield record(lambda: L.ConvLSTM3D(2, 2, padding="same", return_sequences=True), shape=(1, 2, 3, 2, 3, 1))
    yield record(lambda: L.ConvLSTM1D(2, 2, padding="same", return_sequences=True), shape=(2, 2, 4, 2), channels_first=True)
    yield record(lambda: L.ConvLSTM2D(2, 2, padding="same", return_sequences=True), shape=(2, 2, 4, 3, 2), channels_first=True)


if __name__ == "__main__":
    write("wrappers.json", list(wrappers()))
    write("conv_lstm.json", list(convolutional()))
    write("rnn.json", list(recurrent()))
