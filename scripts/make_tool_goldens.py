"""Tools around models, of real Keras: trees, folders of sounds, smart_resize, name scopes, several optimizers, distillation. Writes test/golden/tools/*.json."""
import json, os, shutil, struct, tempfile
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
    messages = [error(lambda: m["ab"]), error(lambda: m.__setitem__("a.*", optimizers.SGD())), error(lambda: m.__setitem__("c", optimizers.LossScaleOptimizer(optimizers.SGD()))),
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


write("trees.json", trees())
write("sounds.json", sounds())
write("smart_resize.json", resizes())
write("scopes.json", scopes())
write("optimizers.json", several())
write("distillation.json", distilled())
