"""Writes test/golden/saving/python.safetensors with the safetensors package, and reads what ours wrote: ours.safetensors and ours.npz beside it.

SafetensorsTests and NpzTests write ours again and compare byte by byte. Run with real Keras's Python (it has safetensors).
"""
import os

import numpy as np
from safetensors.numpy import load_file, save_file

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "saving")
types = ["bool", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"]
arrays = {str(np.dtype(t)): (np.arange(6).reshape(2, 3) % 5).astype(t) for t in types}
arrays |= {"scalar": np.array(2.5, "f4"), "empty": np.zeros((0, 3), "f4"), "層/kernel": np.array([1, 2], "f4")}
save_file(arrays, os.path.join(folder, "python.safetensors"), metadata={"format": "np"})
for name in ["ours.safetensors", "ours.npz"]:
    path = os.path.join(folder, name)
    if os.path.exists(path):
        found = load_file(path) if name.endswith("safetensors") else dict(np.load(path))
        assert found.keys() == arrays.keys(), (name, found.keys())
        for key, value in arrays.items():
            assert found[key].dtype == value.dtype and found[key].shape == value.shape and (found[key] == value).all(), (name, key)
        print(f"{name}: Python reads {len(found)} arrays, all equal")
