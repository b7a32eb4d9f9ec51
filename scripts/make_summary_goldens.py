"""Records model.summary() of real Keras 3: test/golden/summary/NAME.txt, and NAME.json with the model and the table's cells.

Run with real Keras 3: python scripts/make_summary_goldens.py
NAME.json: "config" is model.to_json() (null for a subclassed model), "prepare" what was done with the model before, "options" the arguments of
summary(), "columns" the width of the terminal, "rows" and "totals" what stands in the table; rows have the cells of all nested layers.
"""
import json
import os

os.environ["COLUMNS"] = "80"
import keras
import numpy as np
import rich.text
from keras import layers, ops
from keras.src.utils import summary_utils

FOLDER = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "summary")
os.makedirs(FOLDER, exist_ok=True)


def plain(markup):
    return rich.text.Text.from_markup(markup).plain


def connections(model, layer):
    nodes = [n for group in model._nodes_by_depth.values() for n in group] if isinstance(model, keras.models.Model) and hasattr(model, "_nodes_by_depth") else []
    found = [f"{t._keras_history.operation.name}[{t._keras_history.node_index}][{t._keras_history.tensor_index}]"
             for node in layer._inbound_nodes if not nodes or node in nodes for t in node.input_tensors]
    return ", ".join(found) or "-"


def rows_of(model, found, level=0):
    for layer in found:
        if not hasattr(layer, "built"):
            count = "0"
        elif not layer.built:
            count = "0 (unbuilt)"
        else:
            count = f"{layer.count_params():,}"
        trainable = bool(layer.trainable) if hasattr(layer, "weights") and len(layer.weights) > 0 else None
        yield {"name": layer.name, "class_name": layer.__class__.__name__, "output_shape": plain(summary_utils.format_layer_shape(layer)),
               "param_count": count, "connected_to": connections(model, layer), "trainable": trainable, "nesting": level}
        if getattr(layer, "layers", None):
            yield from rows_of(model, layer.layers, level + 1)


def record(name, model, prepare=None, columns=80, **options):
    os.environ["COLUMNS"] = str(columns)
    lines = []
    tables = []
    original = rich.table.Table

    class Recorded(original):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            tables.append(self)

    rich.table.Table = Recorded
    try:
        model.summary(print_fn=lambda text: lines.append(text), **options)
    finally:
        rich.table.Table = original
    graph = any(column.header == "Connected to" for column in tables[0].columns)
    trainable = getattr(model, "_collected_trainable_weights", model.trainable_weights)
    built = bool(model.compiled and model.optimizer and model.optimizer.built)
    size = lambda weights: [summary_utils.count_params(weights), summary_utils.weight_memory_size(weights)]
    config = json.loads(model.to_json()) if type(model).__name__ in ("Functional", "Sequential") else None
    case = {
        "keras": keras.__version__, "made by": "scripts/make_summary_goldens.py", "config": config, "prepare": prepare, "columns": columns,
        "options": options, "model_name": model.name, "graph": graph,
        "totals": {"trainable": size(trainable), "non_trainable": size(model.non_trainable_weights), "optimizer": size(model.optimizer.variables) if built else None},
        "rows": list(rows_of(model, model._operations if type(model).__name__ == "Functional" else model.layers)),
    }
    with open(os.path.join(FOLDER, name + ".json"), "w", encoding="utf-8") as file:
        rows = case.pop("rows")
        file.write("{\n" + "".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in case.items()))
        file.write('"rows": [\n' + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]}\n")
    with open(os.path.join(FOLDER, name + ".txt"), "w", encoding="utf-8", newline="") as file:
        file.write("".join(lines))


def fresh(maker):
    keras.backend.clear_session()
    return maker()


def mlp():
    return keras.Sequential([keras.Input((784,)), layers.Dense(512, activation="relu"), layers.Dropout(0.2),
                             layers.Dense(512, activation="relu"), layers.Dropout(0.2), layers.Dense(10, activation="softmax")])


def convnet():
    return keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(32, 3, name="c1"), layers.BatchNormalization(), layers.MaxPooling2D(),
                             layers.SeparableConv2D(64, 3), layers.GlobalAveragePooling2D(), layers.Flatten(), layers.Dropout(0.5), layers.Dense(10)], name="convnet")


def unbuilt():
    return keras.Sequential([layers.Dense(4, activation="relu"), layers.BatchNormalization(), layers.Dense(2)], name="later")


def residual():
    x = inputs = keras.Input((32, 32, 3), name="img")
    x = layers.Conv2D(32, 3, activation="relu")(x)
    x = layers.Conv2D(64, 3, activation="relu")(x)
    block = layers.MaxPooling2D(3)(x)
    x = layers.Conv2D(64, 3, activation="relu", padding="same")(block)
    x = layers.add([x, block])
    return keras.Model(inputs, layers.Dense(10)(layers.GlobalAveragePooling2D()(x)), name="toy_resnet")


def chain():
    inputs = keras.Input((16,))
    return keras.Model(inputs, layers.Dense(2)(layers.ReLU()(layers.Dense(8)(inputs))), name="chain")


def shared():
    a, b = keras.Input((16,), name="a"), keras.Input((16,), name="b")
    dense = layers.Dense(8, name="shared")
    c = layers.Concatenate()([dense(a), dense(b)])
    inner = keras.Sequential([keras.Input((16,)), layers.Dense(4), layers.Dense(2)], name="inner")
    return keras.Model([a, b], [inner(c), layers.Dense(1, name="out2")(c)], name="func")


def twice():
    inputs = keras.Input((8,))
    dense = layers.Dense(8, name="again")
    return keras.Model(inputs, dense(dense(inputs)), name="twice")


def nested():
    block = keras.Sequential([keras.Input((8, 8, 4)), layers.Conv2D(4, 3, padding="same"), layers.BatchNormalization()], name="block")
    image = keras.Input((8, 8, 4))
    encoder = keras.Model(image, layers.Flatten()(block(layers.ReLU()(image))), name="encoder")
    return keras.Sequential([keras.Input((8, 8, 4)), encoder, layers.Dense(3, name="head")], name="outer")


def nested_frozen():
    model = nested()
    model.layers[0].trainable = False
    return model


def frozen():
    model = convnet()
    model.layers[0].trainable = False
    model.layers[3].trainable = False
    return model


def all_frozen():
    model = mlp()
    model.trainable = False
    return model


def multi_output():
    title, body = keras.Input((None,), name="title", dtype="int32"), keras.Input((None,), name="body", dtype="int32")
    tags = keras.Input((12,), name="tags")
    x = layers.concatenate([layers.LSTM(32)(layers.Embedding(1000, 64)(title)), layers.LSTM(32)(layers.Embedding(1000, 64)(body)), tags])
    return keras.Model([title, body, tags], {"priority": layers.Dense(1, name="priority")(x), "department": layers.Dense(4, name="department")(x)})


def states():
    inputs = keras.Input((7, 5))
    sequence, h, c = layers.LSTM(6, return_sequences=True, return_state=True, name="encoder_lstm")(inputs)
    both = layers.Bidirectional(layers.GRU(3, return_sequences=True, return_state=True))(sequence)
    out = layers.TimeDistributed(layers.Dense(2))(both[0])
    return keras.Model(inputs, [out, h, c, both[1]], name="states")


def operations():
    a, b = keras.Input((4, 3), name="a"), keras.Input((4, 3), name="b")
    x = ops.softmax(a * 2.0 + b, axis=-1)[:, 0, 1:]
    return keras.Model([a, b], layers.Dense(2)(ops.concatenate([x, ops.mean(b, axis=1)], axis=-1)), name="operations")


def attention():
    q = keras.Input((9, 16), name="query")
    a, scores = layers.MultiHeadAttention(2, 8, name="mha")(q, q, return_attention_scores=True)
    return keras.Model(q, [layers.LayerNormalization()(layers.Add()([a, q])), scores])


def long_names():
    a = keras.Input((4,), name="an_input_whose_name_is_far_longer_than_any_column_of_the_table_could_ever_be")
    x = layers.Dense(3, name="a_dense_layer_whose_name_is_far_longer_than_any_column_of_the_table_could_ever_be")(a)
    y = layers.Dense(3, name="another name of several words that has to be wrapped on many lines")(a)
    return keras.Model(a, layers.Add(name="sum")([x, y]), name="a model whose name is so long that not even a whole line of the terminal has room enough for all of it")


def unbroken_name():
    return keras.Sequential([keras.Input((2,)), layers.Dense(1, name="x" * 75)], name="m" * 150)


def other_scripts():
    return keras.Sequential([keras.Input((2,)), layers.Dense(1, name="日本語の名前でとても長いものを折り返す必要がある層"), layers.Dense(2, name="слой_größe"),
                             layers.Dense(2, name="x [bold] y"), layers.Dense(2, name="e\u0301tage")], name="名前 [red]")


def large():
    return keras.Sequential([keras.Input((2000,)), layers.Dense(3000), layers.Dense(36), layers.Dense(1)], name="large")


def types():
    return keras.Sequential([keras.Input((30,)), layers.Dense(3, dtype="float16"), layers.Dense(7, dtype="mixed_float16"), layers.Dense(5, dtype="float64")], name="types")


def empty():
    return keras.Sequential(name="empty")


def high_rank():
    return keras.Sequential([keras.Input((16, 16, 16, 2)), layers.Conv3D(4, 3), layers.MaxPooling3D(), layers.Reshape((7, 7, 28)), layers.Permute((3, 1, 2)),
                             layers.ZeroPadding2D(1), layers.UpSampling2D(), layers.Cropping2D(1), layers.GlobalMaxPooling2D(), layers.RepeatVector(3), layers.LSTM(5)], name="volume")


class Custom(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)
        self.second = layers.Dense(2, name="second")

    def call(self, x):
        return self.second(self.first(x))


def called(maker, shape):
    model = fresh(maker)
    model(np.zeros(shape, "float32"))
    return model


def trained(maker, optimizer, inputs, fit=True):
    model = fresh(maker)
    model.compile(optimizer, "mse")
    if fit:
        x = [np.zeros((2, *t.shape[1:]), "float32") for t in model.inputs]
        model.fit(x, model.predict(x, verbose=0), verbose=0)
    return model


record("mlp", fresh(mlp))
record("convnet", fresh(convnet))
record("unbuilt", fresh(unbuilt))
record("built-by-call", called(unbuilt, (2, 3)), {"call": [2, 3]})
model = fresh(unbuilt)
model.build((None, 3))
record("built-by-build", model, {"build": [None, 3]})
record("compiled", trained(mlp, "adam", None, fit=False), {"compile": "adam"})
record("trained-adam", trained(mlp, "adam", None), {"compile": "adam", "train": True})
record("trained-sgd", trained(chain, "sgd", None), {"compile": "sgd", "train": True})
record("trained-rmsprop-frozen", trained(frozen, "rmsprop", None), {"compile": "rmsprop", "train": True})
record("residual", fresh(residual))
record("chain", fresh(chain))
record("shared", fresh(shared))
record("shared-expanded", fresh(shared), expand_nested=True, show_trainable=True)
record("twice", fresh(twice))
record("nested", fresh(nested))
record("nested-expanded", fresh(nested), expand_nested=True)
record("nested-frozen", fresh(nested_frozen), expand_nested=True, show_trainable=True)
record("frozen", fresh(frozen))
record("frozen-shown", fresh(frozen), show_trainable=True)
record("all-frozen", fresh(all_frozen), show_trainable=True)
record("multi-output", fresh(multi_output))
record("multi-output-wide", fresh(multi_output), columns=140)
record("states", fresh(states))
record("states-narrow", fresh(states), columns=50)
record("operations", fresh(operations))
record("attention", fresh(attention))
record("long-names", fresh(long_names), show_trainable=True)
record("unbroken-name", fresh(unbroken_name))
record("other-scripts", fresh(other_scripts))
record("large", fresh(large))
record("types", fresh(types))
record("empty", fresh(empty))
record("high-rank", fresh(high_rank))
record("subclassed-unbuilt", fresh(lambda: Custom(name="custom")))
record("subclassed", called(lambda: Custom(name="custom"), (2, 3)), {"call": [2, 3]})
record("line-60", fresh(convnet), line_length=60)
record("line-120", fresh(convnet), line_length=120)
record("line-30", fresh(convnet), line_length=30)
record("line-17", fresh(chain), line_length=17)
record("graph-line-100", fresh(shared), line_length=100)
record("graph-line-40", fresh(shared), line_length=40)
record("positions", fresh(convnet), positions=[0.25, 0.5, 1.0])
record("positions-short", fresh(convnet), positions=[0.2, 0.4, 0.6], line_length=90)
record("positions-graph", fresh(shared), positions=[0.2, 0.5, 0.6, 1.0], show_trainable=True)
record("terminal-120", fresh(convnet), columns=120)
record("terminal-60", fresh(convnet), columns=60)
record("terminal-200-trainable", fresh(convnet), columns=200, show_trainable=True)
record("range", fresh(mlp), layer_range=["dropout", "dropout_1"])
record("range-backwards", fresh(convnet), layer_range=["flatten", "c1"])
record("range-pattern", fresh(convnet), layer_range=["max_.*", "d.*"])
record("range-nested", fresh(nested), layer_range=["enc", "enc"], expand_nested=True)
