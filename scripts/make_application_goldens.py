"""Records the architectures of real Keras 3 in test/golden/applications.

Run with real Keras 3: python scripts/make_application_goldens.py
structures.jsonl.gz: a line for each model, made without values of weights: its layers with the top in full ("layers"), and for other arguments
only SHA-256 of the same lines ("top": the last line). A layer's line is: name, class, output shape, parameters, what it is called on, config in canonical form.
numbers.json: outputs of small models whose weights follow a rule, preprocess_input and decode_predictions.
"""
import gzip
import hashlib
import inspect
import json
import math
import os

import keras
import numpy as np
from keras import applications
from keras.src.applications import imagenet_utils

FOLDER = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "applications")
LEFT_OUT = {"name", "dtype", "module", "registered_name", "build_config", "batch_shape", "layers", "build_input_shape", "optional", "quantization_config"}
MODELS = [name for name in sorted(dir(applications)) if inspect.isfunction(getattr(applications, name))]


def canonical(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{canonical(value[key])}" for key in sorted(value) if key not in LEFT_OUT) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "%.6g" % value if isinstance(value, (int, float)) else value


def called_on(node):
    if isinstance(node, dict):
        if node.get("class_name") == "__keras_tensor__":
            return node["config"]["keras_history"][0] + (f":{node['config']['keras_history'][2]}" if node["config"]["keras_history"][2] else "")
        return ""
    if isinstance(node, (list, tuple)):
        return "+".join(filter(None, (called_on(item) for item in node)))
    return canonical(node) if isinstance(node, (int, float)) and not isinstance(node, bool) else ""


def lines(model):
    config = model.get_config()
    found = [f"{model.name} {config['input_layers']} {config['output_layers']}".replace("'", '"')]
    for entry in config["layers"]:
        layer = next((o for o in model.operations if o.name == entry["name"]), None)
        parameters = layer.count_params() if isinstance(layer, keras.layers.Layer) else 0
        shape = tuple(layer.output.shape)
        node = entry["inbound_nodes"][0]["args"] if entry["inbound_nodes"] else []
        inner = "".join(f" <{l.name} {l.__class__.__name__} {canonical(l.get_config())}>" for l in getattr(layer, "layers", []))
        found.append(f"{entry['name']} {entry['class_name']} {shape} {parameters} {called_on(node)} {canonical(entry['config'])}{inner}")
    return found


def build(name, **arguments):
    keras.utils.clear_session()
    with keras.StatelessScope():
        return lines(getattr(applications, name)(weights=None, **arguments))


def digest(found):
    return {"count": len(found), "last": found[-1], "sha256": hashlib.sha256("\n".join(found).encode()).hexdigest()}


def structures():
    for name in MODELS:
        function = getattr(applications, name)
        others = [{"include_top": False, "pooling": "avg"}, {"include_top": False, "pooling": "max", "input_shape": [97, 117, 3]}]
        if name.startswith("MobileNetV3"):
            others.append({"minimalistic": True, "alpha": 0.75, "classes": 10, "dropout_rate": 0.0, "include_preprocessing": False})
        elif "alpha" in inspect.signature(function).parameters:
            others.append({"alpha": 1.4, "classes": 10, "classifier_activation": None})
        if name in ("EfficientNetV2B0", "ConvNeXtTiny"):
            others.append({"include_preprocessing": False, "classes": 10})
        if name == "MobileNet":
            others.append({"depth_multiplier": 2, "dropout": 0.5, "input_shape": [128, 128, 3]})
        entry = {"model": name, "layers": build(name), "others": []}
        for arguments in others:
            given = {key: tuple(value) if isinstance(value, list) else value for key, value in arguments.items()}
            try:
                entry["others"].append({"arguments": arguments, **digest(build(name, **given))})
            except ValueError:
                arguments["input_shape"] = [99, 99, 3]
                entry["others"].append({"arguments": arguments, **digest(build(name, **{**given, "input_shape": (99, 99, 3)}))})
        print(name, len(entry["layers"]), flush=True)
        yield entry


def all_layers(model):
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from all_layers(layer)
        else:
            yield layer


def fill(model):
    """Weights by a rule: a wave that begins at a phase that layer and weight have from their names."""
    for layer in all_layers(model):
        for weight in layer.weights:
            if not np.issubdtype(weight.dtype, np.floating):
                continue
            size = int(np.prod(weight.shape))
            phase = sum(map(ord, layer.name + "/" + weight.name)) % 1000
            wave = np.sin(np.arange(size, dtype="float64") * 0.7 + phase)
            if weight.name in ("gamma", "moving_variance", "variance"):
                wave = 1 + 0.1 * wave
            elif "kernel" in weight.name:
                wave *= math.sqrt(3 / (size / weight.shape[-1] if weight.name != "depthwise_kernel" and "Depthwise" not in type(layer).__name__ else weight.shape[0] * weight.shape[1]))
            else:
                wave *= 0.1
            weight.assign(wave.astype("float32").reshape(weight.shape))


def numbers():
    forward = []
    for name, arguments in [("MobileNet", {"alpha": 0.25}), ("MobileNetV2", {"alpha": 0.35}), ("MobileNetV3Small", {"alpha": 0.75}), ("EfficientNetB0", {}), ("EfficientNetV2B0", {}), ("NASNetMobile", {}),
                            ("DenseNet121", {})]:
        keras.utils.clear_session()
        model = getattr(applications, name)(weights=None, include_top=False, pooling="avg", input_shape=(32, 32, 3), **arguments)
        fill(model)
        size = 2 * 32 * 32 * 3
        x = (127.5 + 127.5 * np.sin(np.arange(size) * 0.3)).astype("float32").reshape(2, 32, 32, 3)
        if not (name.startswith("Efficient") or name.startswith("MobileNetV3")):
            x = x / 127.5 - 1
        y = np.asarray(model(x, training=False), dtype="float64")
        assert np.isfinite(y).all()
        print(name, y.shape, np.abs(y).max(), np.std(y))
        forward.append({"model": name, "arguments": arguments, "width": y.shape[1], "sum": float(y.sum()), "squares": float((y * y).sum()), "first": [float(np.float32(v)) for v in y[:, :24].reshape(-1)]})
    preprocess = []
    for mode in ("caffe", "tf", "torch"):
        for data_format in ("channels_last", "channels_first"):
            for rank in (3, 4):
                shape = ((2,) if rank == 4 else ()) + ((2, 4, 3) if data_format == "channels_last" else (3, 2, 4))
                x = (np.arange(np.prod(shape)) * 37 % 256).astype("uint8").reshape(shape)
                y = imagenet_utils.preprocess_input(x.copy(), data_format=data_format, mode=mode)
                preprocess.append({"mode": mode, "dataFormat": data_format, "shape": shape, "x": x.reshape(-1).tolist(), "y": [float(v) for v in np.asarray(y, "float32").reshape(-1)]})
    modes = {}
    for module in ("convnext", "densenet", "efficientnet", "efficientnet_v2", "inception_resnet_v2", "inception_v3", "mobilenet", "mobilenet_v2", "mobilenet_v3", "nasnet", "resnet", "resnet50", "resnet_v2", "vgg16", "vgg19", "xception"):
        modes[module] = [float(v) for v in getattr(applications, module).preprocess_input(np.array([[[10, 100, 250]]], dtype="float32")).reshape(-1)]
    errors = {}
    for key, call in {
        "weights": lambda: applications.VGG16(weights="nowhere.h5"),
        "classes": lambda: applications.VGG16(classes=10),
        "small": lambda: applications.VGG16(weights=None, include_top=False, input_shape=(31, 40, 3)),
        "small_first": lambda: applications.InceptionV3(weights=None, include_top=False, input_shape=(74, 90, 3)),
        "rank": lambda: applications.VGG16(weights=None, include_top=False, input_shape=(40, 40)),
        "static": lambda: applications.VGG16(weights=None, input_shape=(None, None, 3)),
        "shape": lambda: applications.VGG16(input_shape=(200, 200, 3)),
        "channels": lambda: applications.VGG16(include_top=False, input_shape=(200, 200, 1)),
        "mode": lambda: imagenet_utils.preprocess_input(np.zeros((1, 1, 3)), mode="other"),
        "format": lambda: imagenet_utils.preprocess_input(np.zeros((1, 1, 3)), data_format="other"),
        "predictions": lambda: imagenet_utils.decode_predictions(np.zeros((2, 10))),
        "alpha": lambda: applications.MobileNet(alpha=0.3),
        "depth": lambda: applications.MobileNet(depth_multiplier=2),
        "v3": lambda: applications.MobileNetV3Small(weights=None, input_shape=(20, 20, 3)),
    }.items():
        try:
            call()
            raise SystemExit(f"{key} gave no error")
        except ValueError as error:
            errors[key] = str(error)
    return {"forward": forward, "preprocess": preprocess, "modes": modes, "errors": errors}


os.makedirs(FOLDER, exist_ok=True)
with open(os.path.join(FOLDER, "numbers.json"), "w", encoding="utf-8") as file:
    json.dump(numbers(), file, indent=1)
with gzip.GzipFile(os.path.join(FOLDER, "structures.jsonl.gz"), "wb", mtime=0) as file:
    for entry in structures():
        file.write((json.dumps(entry) + "\n").encode())
