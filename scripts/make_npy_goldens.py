"""Writes small .npz files of every numeric type with NumPy: test/golden/numpy/arrays.npz, packed.npz, and their sums in arrays.json.

Run with Python and NumPy: python scripts/make_npy_goldens.py
"""
import json
import os

import numpy as np

folder = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "numpy")
os.makedirs(folder, exist_ok=True)
types = ["bool", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8", ">i2", ">f4", ">f8", ">u8"]
arrays = {name.replace(">", "big_"): (np.arange(24).reshape(2, 3, 4) * 5 % 7).astype(name) for name in types}
arrays["fortran"] = np.asfortranarray(np.arange(12, dtype="f4").reshape(3, 4))
arrays["scalar"] = np.float64(2.5)
arrays["empty"] = np.zeros((0, 3), "f4")
arrays["vector"] = np.array([1, -2, 3], "i4")
np.savez(os.path.join(folder, "arrays.npz"), **arrays)
np.savez_compressed(os.path.join(folder, "packed.npz"), **arrays)
with open(os.path.join(folder, "arrays.json"), "w") as file:
    rows = {name: {"shape": list(a.shape), "values": [float(v) for v in np.ravel(a)]} for name, a in arrays.items()}
    file.write("{\n" + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in rows.items()) + "\n}\n")
with open(os.path.join(folder, "objects.npy"), "wb") as file:
    np.save(file, np.array(["a", None], dtype=object), allow_pickle=True)
with open(os.path.join(folder, "text.npy"), "wb") as file:
    np.save(file, np.array(["a", "bc"]))
