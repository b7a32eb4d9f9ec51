"""Calls of keras.ops and how they are recorded: c(name, ...) calls on values, then on symbolic tensors, with the first axis known and unknown."""
import json
import numpy as np
import keras, tensorflow as tf
from keras import ops, KerasTensor
import importlib

MODS = {m: importlib.import_module("keras.src.ops." + m) for m in ("numpy", "nn", "math", "linalg", "core", "image", "einops")}
out = []
seen = set()
rng = np.random.RandomState(7)

def enc(x):
    if isinstance(x, KerasTensor):
        return {"__kt__": list(x.shape), "dtype": x.dtype}
    if isinstance(x, (tf.Tensor, tf.Variable)) or hasattr(x, "value") and hasattr(x, "trainable"):
        x = ops.convert_to_tensor(x)
        d = keras.backend.standardize_dtype(x.dtype)
        if d == "bfloat16": a = tf.cast(x, "float32").numpy()
        else: a = x.numpy()
        return nd(a, d)
    if isinstance(x, np.ndarray):
        return nd(x, str(x.dtype))
    if isinstance(x, np.generic):
        return nd(np.asarray(x), str(x.dtype))
    if isinstance(x, slice):
        return {"__slice__": [x.start, x.stop, x.step]}
    if isinstance(x, tuple):
        return {"__tuple__": [enc(v) for v in x]}
    if isinstance(x, list):
        return [enc(v) for v in x]
    if isinstance(x, dict):
        return {k: enc(v) for k, v in x.items()}
    if isinstance(x, tf.TensorShape):
        return {"__tuple__": [enc(v) for v in x.as_list()]}
    if x is None or isinstance(x, (bool, int, float, str)):
        return x
    raise TypeError(repr(type(x)))

def nd(a, d):
    if d.startswith("complex"):
        return {"__nd__": d, "shape": list(a.shape), "real": [float(v) for v in a.real.ravel()], "imag": [float(v) for v in a.imag.ravel()]}
    if d == "bool":
        return {"__nd__": d, "shape": list(a.shape), "data": [bool(v) for v in a.ravel()]}
    if "int" in d:
        return {"__nd__": d, "shape": list(a.shape), "data": [int(v) for v in a.ravel()]}
    return {"__nd__": d, "shape": list(a.shape), "data": [float(v) for v in a.ravel()]}

def call(tag, name, args, kwargs):
    key = json.dumps([name, enc(list(args)), enc(kwargs)])
    if key in seen: return
    seen.add(key)
    mod, fn = name.split(".")
    rec = {"test": tag, "name": name, "args": enc(list(args)), "kwargs": enc(kwargs)}
    try:
        f = getattr(MODS[mod], fn, None) or getattr(ops, fn)
        rec["result"] = enc(f(*args, **kwargs))
    except Exception as e:
        rec["raises"] = type(e).__name__; rec["message"] = str(e)[:300]
    out.append(rec)

def sym(x, dyn):
    if isinstance(x, tf.Tensor):
        s = list(x.shape)
        if dyn and s: s[0] = None
        return KerasTensor(s, keras.backend.standardize_dtype(x.dtype))
    if isinstance(x, (list, tuple)):
        return type(x)(sym(v, dyn) for v in x)
    return x

def has(x):
    if isinstance(x, tf.Tensor): return True
    return isinstance(x, (list, tuple)) and any(has(v) for v in x)

def c(name, *args, **kwargs):
    call("eager", name, args, kwargs)
    if any(has(a) for a in args) or any(has(v) for v in kwargs.values()):
        for dyn in (False, True):
            call("dynamic" if dyn else "static", name, [sym(a, dyn) for a in args], {k: sym(v, dyn) for k, v in kwargs.items()})

def T(*shape, dtype="float32", lo=-2.0, hi=2.0):
    if dtype == "bool":
        a = rng.rand(*shape) > 0.5
        return ops.convert_to_tensor(np.asarray(a), "bool")
    if "int" in dtype:
        l = 0 if dtype.startswith("u") else -4
        a = rng.randint(l, 7, size=shape)
        return ops.cast(ops.convert_to_tensor(np.asarray(a, "int64")), dtype)
    a = np.asarray(rng.uniform(lo, hi, size=shape)).astype("float32").round(3)
    return ops.cast(ops.convert_to_tensor(a), dtype)
def V(values, dtype="float32"):
    return ops.cast(ops.convert_to_tensor(np.asarray(values, "float64" if "float" in dtype else None)), dtype)
DT = ["float32", "int32", "bool", "uint8", "int8", "int16", "uint16", "uint32", "int64", "float16", "bfloat16", "float64"]
