"""Adds traces of Muon to the goldens of optimizers, over the gradients that the others train on.

Usage: python scripts/make_muon_golden.py test/golden/catalog
"""
import json, os, sys

import numpy as np
import keras
from keras import ops

folder = sys.argv[1]
data = json.load(open(os.path.join(folder, "optimizer_gradients.json")))


def array(x):
    return np.asarray(x["data"], x["dtype"]).reshape(x["shape"])


def nd(x):
    x = np.asarray(ops.convert_to_numpy(x))
    return {"dtype": str(x.dtype), "shape": list(x.shape), "data": [float(str(v)) for v in x.reshape(-1)]}


start = [array(s) for s in data["start"]]
records = [r for r in json.load(open(os.path.join(folder, "optimizers.json"))) if r["class"] != "Muon"]
for config in ({}, {"learning_rate": 0.01, "nesterov": False, "rms_rate": None, "exclude_layers": ["w1"], "adam_lr_ratio": 0.5, "adam_weight_decay": 0.01}):
    optimizer = keras.optimizers.Muon(**config)
    variables = [keras.Variable(s, name=f"w{i}") for i, s in enumerate(start)]
    optimizer.build(variables)
    trace = []
    for t, numbers in enumerate(data["gradients"]):
        at, gradients = 0, []
        for s in start:
            gradients.append(np.asarray(numbers[at:at + s.size], "float32").reshape(s.shape))
            at += s.size
        optimizer.apply([ops.convert_to_tensor(g) for g in gradients], variables)
        if t + 1 in (1, 2, 3, 10, 50, 200):
            trace.append({"step": t + 1, "values": [nd(v) for v in variables], "learning_rate": float(ops.convert_to_numpy(optimizer.learning_rate))})
    optimizer.finalize_variable_values(variables)
    records.append({"class": "Muon", "config": config, "name": optimizer.name, "trace": trace, "final": [nd(v) for v in variables], "variables": [{"name": v.name, "path": v.path, "value": nd(v)} for v in optimizer.variables]})
with open(os.path.join(folder, "optimizers.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(r) for r in records) + "\n]")
