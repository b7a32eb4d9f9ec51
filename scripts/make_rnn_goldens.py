"""Recurrent layers of real Keras: outputs and gradients for fixed weights. Writes test/golden/rnn/rnn.json."""
import json, os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras, numpy as np, tensorflow as tf

CASES = [
    ("SimpleRNN", dict(units=3), False), ("SimpleRNN", dict(units=3, return_sequences=True, go_backwards=True, use_bias=False), True),
    ("LSTM", dict(units=3), False), ("LSTM", dict(units=3, return_sequences=True), True), ("LSTM", dict(units=2, go_backwards=True, activation="relu"), True),
    ("LSTM", dict(units=3, return_sequences=True, return_state=True), False),
    ("GRU", dict(units=3), False), ("GRU", dict(units=3, return_sequences=True), True), ("GRU", dict(units=2, reset_after=False), False),
    ("GRU", dict(units=2, return_state=True, use_bias=False), True),
]
nd = lambda a: dict(shape=list(a.shape), data=[float(v) for v in np.asarray(a, "float64").ravel()])
out = []
for name, config, masked in CASES:
    rng = np.random.RandomState(0)
    layer = getattr(keras.layers, name)(**config)
    x = rng.randn(2, 4, 5).astype("float32")
    mask = np.array([[1, 1, 0, 1], [0, 1, 1, 0]], bool) if masked else None
    layer.build(x.shape)
    layer.set_weights([(rng.randn(*w.shape) * 0.5).astype("float32") for w in layer.weights])
    with tf.GradientTape() as tape:
        t = tf.constant(x)
        tape.watch(t)
        y = layer(t, mask=mask)
        ys = list(y) if isinstance(y, (list, tuple)) else [y]
        cots = [np.linspace(-1, 1, int(np.prod(v.shape))).reshape(v.shape).astype("float32") for v in ys]
        loss = sum(tf.reduce_sum(v * c) for v, c in zip(ys, cots))
    grads = tape.gradient(loss, [t] + [w.value for w in layer.trainable_weights])
    out.append(dict(layer=name, config=keras.saving.serialize_keras_object(layer)["config"], weights=[nd(w) for w in layer.get_weights()], x=nd(x),
                    mask=mask.tolist() if masked else None, outputs=[nd(v.numpy()) for v in ys], gradients=[nd(g.numpy()) for g in grads]))
path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "rnn", "rnn.json")
json.dump(out, open(path, "w"))
print(len(out), "cases")
