"""Records how Keras names objects after their classes: test/golden/names.json.

Run with real Keras 3: python scripts/make_name_goldens.py
"""
import inspect
import json
import os

import keras
from keras.src.utils.naming import to_snake_case

ODD = ["MyCNNLayer", "A", "AB", "ABc", "aBC", "My Layer!", "HTTPServer2Go", "X1Y2Z3", "Größe", "ÄÖÜ", "conv2d", "_Private", "__Dunder__", "a.b.c", "Layer<1>",
       "IOU", "dense_1", "GPT2Block", "VGG16", "ResNet50V2", "MobileNetV3Small", "", "日本Layer", "LayerÄpfel", "lower_case", "TFOpLambda", "SlicingOpLambda",
       "MyÉcoleBlock", "XMLHttpRequest", "E=mc2", "tab\tname"]
modules = [keras.layers, keras.losses, keras.metrics, keras.optimizers, keras.initializers, keras.regularizers, keras.callbacks, keras.constraints, keras]
names = sorted({name for module in modules for name in dir(module) if inspect.isclass(getattr(module, name))})
path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "names.json")
with open(path, "w", encoding="utf-8") as file:
    lines = ",\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(to_snake_case(name), ensure_ascii=False)}" for name in names + ODD)
    file.write("{\n" + lines + "\n}\n")
