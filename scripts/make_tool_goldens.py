"""Tools around models, of real Keras: trees, folders of sounds, smart_resize, name scopes, several optimizers, distillation, plots, edited files, masks, rematerialisation. Writes test/golden/tools/*.json."""
import copy, json, os, shutil, struct, tempfile
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import distillation, layers, optimizers, tree

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "tools")
os.makedirs(root, exist_ok=True)


def tensor(x):
    x = np.asarray(x)
    return {"shape": list(x.shape), "dtype": str(x.dtype), "data": [float(v) for v in x.ravel()]}


def write(name, content):
    content["provenance"] = f"keras {keras.__version__}, scripts/make_tool_goldens.py"
    json.dump(content, open(os.path.join(root, name), "w"))


def error(f):
    try:
        f()
        return None
    except Exception as e:
        return str(e)


def numbers(*shape, start=0):
    return (np.sin(np.arange(start, start + int(np.prod(shape))) * 0.7) * 2).astype("float32").reshape(shape)


def trees():
    a = [(1, 2), [3], {"b": 5, "a": 4}]
    visited, after = [], []
    tree.traverse(lambda x: visited.append(repr(x)), a)
    tree.traverse(lambda x: after.append(repr(x)), a, top_down=False)
    return {
        "flatten": tree.flatten(a),
        "paths": [[list(p), v] for p, v in tree.flatten_with_path(a)],
        "visited": visited, "after": after,
        "mapped": repr(tree.map_structure(lambda v: v * 10, a)),
        "packed": repr(tree.pack_sequence_as(a, ["u", "v", "w", "x", "y"])),
        "tuples": repr(tree.lists_to_tuples(a)),
        "up_to": repr(tree.map_structure_up_to([0, [0, 0]], str, [[1, 1], [2, 2]])),
        "shapes": repr(tree.map_shape_structure(lambda s: len(s), {"a": (None, 3), "b": [(1, 2, 3), (4,)]})),
        "none": [repr(tree.map_structure(lambda v: "x", [None, 1], none_is_leaf=f)) for f in (True, False)],
        "same": [error(lambda p=p: tree.assert_same_structure(*p)) is None for p in [([1], [2]), ([1], (2,)), ({"a": 1}, {"a": 2}), ({"a": 1}, {"b": 2}), ([1, 2], [1]), (1, [1]), ([1], 1)]],
        "paths_differ": error(lambda: tree.assert_same_paths({"a": 1, "b": [1]}, {"a": 1, "b": [1, 2], "c": 3})),
        "paths_same": error(lambda: tree.assert_same_paths([1, 2], (3, 4))),
        "nested": [tree.is_nested(x) for x in (1, [1], (), {}, "a", None)],
        "to_none": repr(tree.traverse(lambda x: tree.MAP_TO_NONE if x == 2 else None, [1, 2])),
    }


def wave(values, rate, channels=1, bits=16, kind=1):
    data = b"".join(struct.pack("<h", v) for v in values)
    body = b"WAVE" + b"fmt " + struct.pack("<IHHIIHH", 16, kind, channels, rate, rate * channels * bits // 8, channels * bits // 8, bits) + b"LIST" + struct.pack("<I", 4) + b"abcd" + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def sounds():
    folder = tempfile.mkdtemp()
    files = {"a/1.wav": wave([0, 100, -32768, 32767, 5], 8000), "a/2.wav": wave([1, 2, 3], 8000), "b/3.wav": wave([7, 8, 9, 10, 11, 12, 13], 8000), "b/4.wav": wave([-5, -6], 8000)}
    stereo = {"a/1.wav": wave([1, 2, 3, 4], 16000, channels=2)}
    sets = []
    for given, arguments in [(files, {}), (files, {"batch_size": 3}), (files, {"output_sequence_length": 4}), (files, {"label_mode": "categorical"}), (files, {"label_mode": "binary"}), (files, {"labels": None}), (stereo, {})]:
        shutil.rmtree(folder)
        for name, content in given.items():
            os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
            open(os.path.join(folder, name), "wb").write(content)
        data = keras.utils.audio_dataset_from_directory(folder, shuffle=False, verbose=False, **arguments)
        batches = [b if isinstance(b, tuple) else (b,) for b in data]
        sets.append({"files": {n: list(c) for n, c in given.items()}, "arguments": arguments, "batches": [[tensor(t) for t in b] for b in batches]})
    shutil.rmtree(folder)
    return {"sets": sets}


def resizes():
    cases = []
    for shape, size, arguments in [((7, 5, 3), (4, 4), {}), ((5, 9, 1), (6, 3), {}), ((2, 6, 4, 3), (3, 3), {"interpolation": "nearest"}), ((2, 3, 6, 8), (4, 2), {"data_format": "channels_first"}), ((8, 8, 2), (5, 7), {"interpolation": "bicubic"})]:
        x = numbers(*shape)
        cases.append({"x": tensor(x), "size": size, "arguments": arguments, "result": tensor(keras.preprocessing.image.smart_resize(x, size, **arguments))})
    return {"cases": cases, "rank": error(lambda: keras.preprocessing.image.smart_resize(np.ones((3, 3)), (2, 2)))}


def scopes():
    with keras.name_scope("encoder"):
        v = keras.Variable(1.0, name="x")
        dense = layers.Dense(2, name="d")
        dense(np.ones((1, 2)))
        with keras.name_scope("inner"):
            w = keras.Variable(1.0, name="y")
    return {"paths": [v.path, *[p.path for p in dense.weights], w.path, keras.Variable(1.0, name="z").path], "slash": error(lambda: keras.name_scope("a/b"))}


def built(name):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4, name="h", activation="tanh"), layers.Dense(2, name="o")], name=name)
    model.set_weights([numbers(*w.shape, start=7 * i + ord(name[0])) for i, w in enumerate(model.weights)])
    return model


def several():
    result = []
    for scale in (None, 8.0):
        model = built("m")
        optimizer_map = optimizers.OptimizerMap(optimizers.SGD(0.05, momentum=0.9))
        optimizer_map[".*/h/.*"] = optimizers.Adam(0.01)
        optimizer = optimizers.MultiOptimizer(optimizer_map, loss_scale_factor=scale, name="multi")
        config = optimizer.get_config()
        model.compile(optimizer, "mse")
        losses = model.fit(numbers(6, 3), numbers(6, 2, start=40), epochs=4, batch_size=3, shuffle=False, verbose=0).history["loss"]
        result.append({"scale": scale, "config": config, "losses": losses, "weights": [tensor(w) for w in model.get_weights()], "variables": [v.path for v in optimizer.variables], "iterations": [int(o.iterations) for o in optimizer.optimizers] + [int(optimizer.iterations)]})
        if scale is None:
            model.save(os.path.join(root, "multi_optimizer.keras"))
            resumed = model.fit(numbers(6, 3), numbers(6, 2, start=40), epochs=1, batch_size=3, shuffle=False, verbose=0).history["loss"]
    m = optimizers.OptimizerMap(optimizers.SGD(), {"a.*": optimizers.Adam(), ".*b": optimizers.RMSprop()})
    messages = [error(lambda: m["ab"]), error(lambda: m.__setitem__("a.*", optimizers.SGD())).split(" object at")[0], error(lambda: m.__setitem__("c", optimizers.LossScaleOptimizer(optimizers.SGD()))),
                error(lambda: optimizers.MultiOptimizer(m).learning_rate)]
    return {"runs": result, "resumed": resumed, "messages": messages, "chosen": [m[k].name.split("_")[0] for k in ("a", "ax", "xb", "c")]}


def distilled():
    cases = []
    for make, weight in [
        (lambda: distillation.LogitsDistillation(), 0.5), (lambda: distillation.LogitsDistillation(2.0, keras.losses.KLDivergence()), 0.3), (lambda: distillation.LogitsDistillation(loss="mse"), 0.0),
        (lambda: distillation.FeatureDistillation("mae", "h", "h"), 0.5), (lambda: distillation.FeatureDistillation(), 1.0),
    ]:
        student = built("student")
        loss = make()
        distiller = distillation.Distiller(built("teacher"), student, loss, student_loss_weight=weight)
        distiller.compile(optimizers.SGD(0.1), "mse", metrics=["mae"])
        history = distiller.fit(numbers(4, 3), numbers(4, 2, start=40), verbose=0, epochs=3, batch_size=2, shuffle=False).history
        cases.append({"config": keras.saving.serialize_keras_object(loss), "weight": weight, "history": history, "weights": [tensor(w) for w in student.get_weights()], "teacher": [tensor(w) for w in distiller.teacher.get_weights()]})
    student = built("student")
    both = distillation.Distiller(built("teacher"), student, [distillation.LogitsDistillation(), distillation.FeatureDistillation("mse", "h", "h")], [1.0, 0.25])
    both.compile("adam", "mse")
    history = both.fit(numbers(4, 3), numbers(4, 2, start=40), verbose=0, epochs=2, batch_size=2, shuffle=False).history
    wide = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
    t, s, logits = built("teacher"), built("student"), distillation.LogitsDistillation
    return {
        "cases": cases, "both": history,
        "messages": {
            "temperature": error(lambda: logits(0)), "none": error(lambda: logits(loss=[None])), "layer": error(lambda: distillation.Distiller(t, s, distillation.FeatureDistillation("mse", "x", "h"))),
            "shapes": error(lambda: distillation.Distiller(t, wide, logits())), "weights": error(lambda: distillation.Distiller(t, s, [logits()], [1.0, 2.0])),
        },
    }


class Recorded:
    """Stands for pydot, which writes down what Keras draws."""

    def __init__(self, *names, label=None, **attributes):
        self.names, self.label, self.attributes, self.items, self.edges = names, label, attributes, [], []

    def set(self, name, value):
        self.attributes[name] = value

    def set_node_defaults(self, **attributes):
        pass

    def add_node(self, node):
        self.items.append(node)

    add_subgraph = add_node

    def add_edge(self, edge):
        self.edges.append(edge.names)

    def get_edge(self, source, target):
        return [e for e in self.edges if e == (source, target)]

    def dump(self, ids):
        def name(key):
            return ids.setdefault(key, len(ids))

        return {"name": self.attributes.get("graph_name"), "items": [{"label": i.label, "id": name(i.names[0])} if i.label else i.dump(ids) for i in self.items], "edges": [[name(a), name(b)] for a, b in self.edges]}


def plotted_models():
    keras.utils.clear_session()
    i, j = keras.Input((3,), name="i"), keras.Input((3,), name="j")
    inner = keras.Sequential([layers.Dense(4, activation="relu", name="d1"), layers.Dense(3, name="d2")], name="inner")
    shared = layers.Dense(2, name="shared")
    x = inner(i)
    y = layers.Add(name="plus")([x, j])
    both = layers.Concatenate(name="both")([shared(y), shared(x)])
    branched = keras.Model([i, j], keras.ops.relu(both), name="branched")
    k = keras.Input((5, 4), name="k")
    attention = layers.MultiHeadAttention(2, 2, name="attention")(k, k)
    frozen = layers.BatchNormalization(name="norm", trainable=False)(attention)
    block = keras.Model(k, layers.Activation("tanh", name="act")(frozen), name="block")
    q = keras.Input((5, 4), name="q")
    nested = keras.Model(q, [layers.Flatten(name="flat")(block(q)), layers.GlobalMaxPooling1D(name="pool")(q)], name="nested")
    plain = keras.Sequential([keras.Input((8,)), layers.Dense(4, activation="gelu", name="one"), inner_model(), layers.Dense(1, name="two")], name="plain")
    return {"branched": branched, "nested": nested, "plain": plain}


def inner_model():
    return keras.Sequential([keras.Input((4,)), layers.Dense(4, name="a"), layers.Dropout(0.5, name="b")], name="middle")


def plots():
    import types
    from keras.src.utils import model_visualization
    model_visualization.pydot = types.SimpleNamespace(Dot=Recorded, Cluster=Recorded, Node=Recorded, Edge=Recorded)
    cases = []
    for name, model in plotted_models().items():
        for arguments in [{}, {"show_layer_names": False, "show_shapes": True}, {"show_shapes": True, "show_dtype": True, "show_layer_activations": True, "show_trainable": True}, {"expand_nested": True}, {"expand_nested": True, "show_shapes": True, "subgraph": True}]:
            cases.append({"model": name, "arguments": arguments, "graph": keras.utils.model_to_dot(model, **arguments).dump({})})

    return {"cases": cases, "unbuilt": error(lambda: keras.utils.model_to_dot(keras.Sequential([layers.Dense(2)])))}


def edited():
    import contextlib, io
    os.environ["COLUMNS"] = "300"

    def model(units=2, extra=False):
        keras.utils.clear_session()
        return keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Dense(units), *([layers.BatchNormalization()] if extra else [])])

    def printed(f):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            result = f()
        return {"lines": [line.rstrip() for line in out.getvalue().split("\n")[:-1]], "result": result if isinstance(result, dict) else None}

    path = os.path.join(root, "edited.keras")
    small = model()
    small.compile("sgd", "mse")
    small.save(path)
    folder = tempfile.mkdtemp()
    weights = os.path.join(folder, "w.weights.h5")
    small.save_weights(weights)
    holder = []

    def editor(path):
        holder.append(keras.saving.KerasFileEditor(path))
        return holder[-1]

    steps = {"open": printed(lambda: editor(path))["lines"][1:]}
    e = holder[-1]
    steps["summary"] = printed(e.summary)["lines"]
    for name, reference in [("same", model()), ("wider", model(3)), ("longer", model(2, True))]:
        steps[name] = printed(lambda: e.compare(reference))
    printed(lambda: editor(weights))
    e = holder[-1]
    e.rename_object("layers/dense_1", "dense_9")
    steps["renamed"] = printed(lambda: e.compare(model()))
    e.add_weights("layers/dense", {"2": np.ones((2, 2), "float32")})
    e.delete_weight("layers/dense_9", "1")
    e.add_object("layers/einsum_dense", {"0": np.zeros((3,)), "1": np.zeros(4, "int32")})
    steps["changed"] = printed(e.summary)["lines"]
    e.delete_object("layers/einsum_dense")
    steps["deleted"] = printed(e.summary)["lines"]
    e.save(os.path.join(folder, "e.weights.h5"))
    import h5py
    names = []
    h5py.File(os.path.join(folder, "e.weights.h5")).visititems(lambda n, x: names.append([n, list(getattr(x, "shape", []))]))
    steps["saved"] = names
    steps["messages"] = [error(f) for f in [
        lambda: keras.saving.KerasFileEditor("x.h5"), lambda: e.save("x.h5"), lambda: e.rename_object("layers/a", "b"), lambda: e.rename_object("layers/dense", "b/c"), lambda: e.delete_weight("layers/dense", "7"), lambda: e.add_object("a/b", {})]]
    shutil.rmtree(folder)
    return steps


def masks():
    images = ((np.arange(2 * 4 * 5 * 3) * 37) % 256).reshape(2, 4, 5, 3)
    classes = ((np.arange(2 * 4 * 5) * 7) % 5 - 1).reshape(2, 4, 5, 1).astype("int32")
    cases = []
    for arguments in [{}, {"num_classes": 4}, {"alpha": 0.3, "num_classes": 3, "ignore_index": 1}, {"blend": False}, {"num_classes": 2, "color_mapping": {0: (1, 2, 3), 1: (200, 100, 50)}}]:
        result = keras.visualization.draw_segmentation_masks(images.astype("uint8"), classes, **arguments)
        plain = {k: ([list(v[i]) for i in sorted(v)] if isinstance(v, dict) else v) for k, v in arguments.items()}
        cases.append({"arguments": plain, "result": tensor(np.asarray(result))})
    return {"images": tensor(images.astype("uint8")), "classes": tensor(classes), "cases": cases, "floats": error(lambda: keras.visualization.draw_segmentation_masks(images, classes.astype("float32"))),
            "rank": error(lambda: keras.visualization.draw_segmentation_masks(images[0], classes[0]))}


def rematerialised():
    result = []
    for mode in [None, "full"]:
        keras.utils.clear_session()
        with keras.RematScope(mode=mode):
            stack = [layers.Dense(4, activation="tanh", name="h"), layers.Dense(2, name="o")]
        model = keras.Sequential([keras.Input((3,)), *stack], name="m")
        model.set_weights([numbers(*w.shape, start=7 * i) for i, w in enumerate(model.weights)])
        model.compile(optimizers.SGD(0.05, momentum=0.9), "mse", run_eagerly=True)
        losses = model.fit(numbers(6, 3), numbers(6, 2, start=40), epochs=3, batch_size=3, shuffle=False, verbose=0).history["loss"]
        result.append({"mode": mode, "losses": losses, "weights": [tensor(w) for w in model.get_weights()]})
    return {"runs": result, "mode": error(lambda: keras.RematScope(mode="all"))}

def parameters():
    def compute_mask(layer):
        x = layers.Embedding(5, 3, mask_zero=True, embeddings_initializer=keras.initializers.Constant(0.5))(np.array([[1, 0], [2, 3]]))
        return None if getattr(layer(x), "_keras_mask", None) is None else tensor(np.asarray(layer(x)._keras_mask))

    class Demanding(layers.Layer):
        def __init__(self, spec):
            super().__init__(name="demanding")
            self.input_spec = spec

        def call(self, x):
            return x

    def demand(spec, x):
        return error(lambda: Demanding(spec)(x))

    given = keras.Input((3,), name="given")
    hidden = layers.Dense(4)(given)
    spec = layers.InputSpec
    return {
        "lambda_masks": [compute_mask(layers.Lambda(lambda x: x)), compute_mask(layers.Lambda(lambda x: x * 2.0)), compute_mask(layers.Lambda(lambda x: x * 2.0, mask=lambda x, m: m))],
        "lambda_arguments": tensor(layers.Lambda(lambda x, a, b: x * a + b, arguments={"a": 3.0, "b": 1.0})(np.ones((1, 2), "float32"))),
        "specs": [demand(*c) for c in [
            (spec(ndim=3), np.ones((2, 3))), (spec(shape=(None, 3)), np.ones((2, 4))), (spec(shape=(None, 3)), np.ones((2, 3))), (spec(min_ndim=3), np.ones((2, 3))), (spec(max_ndim=1), np.ones((2, 3))),
            (spec(axes={-1: 4}), np.ones((2, 3))), (spec(dtype="float32"), np.ones((2, 3), "int32")), (spec(shape=(None, 3, 1), allow_last_axis_squeeze=True), np.ones((2, 3))),
            (spec(shape=(None, 3), allow_last_axis_squeeze=True), np.ones((2, 3, 1))), (spec(shape=(None, 3), allow_last_axis_squeeze=True), np.ones((2, 4, 1)))]],
        "inputs": [error(f) for f in [
            lambda: keras.Input((3,), batch_shape=(None, 3)), lambda: keras.Input(batch_size=2, batch_shape=(None, 3)), lambda: keras.Input(), lambda: keras.Input((3,), tensor=hidden),
            lambda: keras.Input(dtype="int32", tensor=hidden), lambda: keras.Input(batch_size=2, tensor=hidden), lambda: keras.Input(batch_shape=(2, 4), tensor=hidden)]],
        "batch_shape": list(keras.Input(batch_shape=(5, None, 3)).shape),
        "variables": [[v.path, list(v.shape), str(v.dtype), v.trainable, v.aggregation] for v in [keras.Variable("zeros", shape=(2, 3), dtype="int32", trainable=False, name="v"), keras.Variable("ones", shape=(2,), aggregation="sum", name="w")]],
    }

def distributions():
    from keras import distribution as d
    mesh = d.DeviceMesh((1, 2), ["batch", "model"], ["cpu:0", "cpu:1"])
    layout_map = d.LayoutMap(mesh)
    layout_map[".*dense.*kernel"] = d.TensorLayout([None, "model"])
    layout_map["x.*"] = d.TensorLayout(["model"])
    layout_map[".*y"] = d.TensorLayout(["model"])
    parallel = d.ModelParallel(layout_map=layout_map)
    v = keras.Variable(np.zeros((2, 3)), name="a/dense_1/kernel".replace("/", "_"))
    return {
        "devices": d.list_devices("cpu"),
        "layouts": [None if layout_map[k] is None else list(layout_map[k].axes) for k in ["dense_1/kernel", "my/dense/kernel", "conv/kernel", "xa"]],
        "data": list(parallel.get_data_layout((None, 4, 5)).axes), "batch": parallel.batch_dim_name, "one": list(d.DataParallel().device_mesh.devices), "one_data": list(d.DataParallel().get_data_layout((8, 2)).axes),
        "messages": [error(f) for f in [
            lambda: d.DeviceMesh((), []), lambda: d.DeviceMesh((1,), ["a", "b"]), lambda: d.DeviceMesh((2,), ["a"], ["cpu:0"]), lambda: d.TensorLayout(["z"], mesh), lambda: layout_map["xy"],
            lambda: layout_map.__setitem__("x.*", d.TensorLayout(["model"])), lambda: setattr(layout_map["xa"], "device_mesh", mesh)]],
    }

def seeds():
    makers = {
        "LSTM": (lambda: layers.LSTM(2), (1, 3, 2)), "SimpleRNN": (lambda: layers.SimpleRNN(2), (1, 3, 2)), "ConvLSTM1D": (lambda: layers.ConvLSTM1D(2, 2), (1, 3, 4, 2)),
        "Bidirectional": (lambda: layers.Bidirectional(layers.LSTM(2)), (1, 3, 2)), "Stacked": (lambda: layers.RNN([layers.SimpleRNNCell(2), layers.GRUCell(2)]), (1, 3, 2)), "Dense": (lambda: layers.Dense(2), (1, 2)),
    }
    result = {}
    for name, (make, shape) in makers.items():
        keras.utils.set_random_seed(1)
        config, kind = make().get_config(), type(make())
        for way in ["config", "direct"]:
            keras.utils.set_random_seed(2)
            layer = kind.from_config(copy.deepcopy(config)) if way == "config" else make()
            layer(np.ones(shape, "float32"))
            result[f"{name} {way}"] = [tensor(w) for w in layer.weights]
    return result


def shards():
    result = []
    for size in (6e-8, 5e-8, 1):
        folder = tempfile.mkdtemp()
        keras.utils.clear_session()
        keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Dense(2)], name="m").save_weights(os.path.join(folder, "m.weights.json"), max_shard_size=size)
        result.append({"size": size, "index": json.load(open(os.path.join(folder, "m.weights.json"))), "files": sorted(os.listdir(folder))})
        shutil.rmtree(folder)
    return {"cases": result}

write("trees.json", trees())
write("sounds.json", sounds())
write("smart_resize.json", resizes())
write("scopes.json", scopes())
write("optimizers.json", several())
write("distillation.json", distilled())
write("plots.json", plots())
write("editor.json", edited())
write("masks.json", masks())
write("remat.json", rematerialised())
write("parameters.json", parameters())
write("distributions.json", distributions())
write("seeds.json", seeds())
write("shards.json", shards())
