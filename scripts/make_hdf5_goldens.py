"""Writes small HDF5 files with h5py, and what h5py reads from them: test/golden/hdf5.

types.h5    every kind of attribute and dataset that the reader knows (written by default: the classic layout)
latest.h5   the same in the layout of HDF5 1.10 (libver "v110")
block.h5    behind a block of 1,024 bytes of the user's own
links.h5    soft links, one that leads nowhere, a group that contains itself
loop.h5     a loop of soft links
outside.h5  links to another file, data in other files: all must be refused
outside_many.h5  a link to another file among many
deep.h5     70 groups within one another
keras.h5    the layout of a Keras 2 model file, with names that fill several attributes

Run with real Keras's Python: scripts/make_hdf5_goldens.py
"""
import json
import os

import h5py
import numpy as np

from make_hdf5_goldens_values import walk

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "hdf5")
os.makedirs(folder, exist_ok=True)
os.chdir(folder)


def fill(f):
    f.attrs["text"] = "variable ünï"
    f.attrs["ascii"] = np.bytes_(b"fixed")
    f.attrs["bytes"] = b"h5py stores bytes as variable text"
    f.attrs["names"] = np.array([b"dense/kernel:0", b"dense/bias:0", b""])
    f.attrs["variable_names"] = np.array(["a", "bb", ""], dtype=h5py.string_dtype())
    f.attrs["none"] = []
    f.attrs["null"] = h5py.Empty("f4")
    f.attrs["int"] = 5
    f.attrs["float"] = 1.5
    f.attrs["matrix"] = np.arange(6.0).reshape(2, 3)
    f.attrs["big"] = np.arange(3, dtype=">i4")
    f.attrs["bool"] = True
    f.attrs["complex"] = 1 + 2j
    g = f.create_group("types")
    for t in ["f2", "f4", "f8", ">f4", ">f8", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", ">i8", ">u2", "?", "c8", "c16", ">c8"]:
        g[t.replace(">", "big_").replace("?", "bool")] = (np.arange(6).reshape(2, 3) * 3 % 4).astype(t)
    big = (np.arange(400).reshape(10, 40) % 97).astype("f4")
    p = f.create_group("packed")
    p.create_dataset("gzip", data=big, compression="gzip", chunks=(3, 15))
    p.create_dataset("shuffle", data=big, compression="gzip", shuffle=True, chunks=(4, 40))
    p.create_dataset("lzf", data=big, compression="lzf", chunks=(3, 15))
    p.create_dataset("lzf_noise", data=np.random.default_rng(1).standard_normal((8, 8)).astype("f4"), compression="lzf", chunks=(4, 4))
    p.create_dataset("fletcher32", data=big, fletcher32=True, chunks=(3, 15))
    p.create_dataset("all", data=big, fletcher32=True, shuffle=True, compression="gzip", chunks=(10, 7))
    p.create_dataset("chunks", data=big, chunks=(3, 15))
    d = f.create_group("odd")
    d["scalar"] = np.float32(3)
    d["texts"] = np.array(["a", "bb", "", "ü"], dtype=object)
    d["text"] = "one"
    d["fixed"] = np.array([[b"a", b"bb"], [b"ccc", b""]])
    d.create_dataset("empty", shape=(0, 3), dtype="f4")
    d.create_dataset("unwritten", shape=(4, 3), dtype="f4", fillvalue=2)
    d["null"] = h5py.Empty("f4")
    d["name with space, ü"] = np.int32(7)


expected = {}
for name, arguments in {"types": {}, "latest": {"libver": "v110"}, "block": {"userblock_size": 1024}}.items():
    with h5py.File(f"{name}.h5", "w", **arguments) as f:
        fill(f)
    with h5py.File(f"{name}.h5", "r") as f:
        expected[name] = walk(f)

with h5py.File("links.h5", "w") as f:
    f["a/b/data"] = np.arange(3, dtype="f4")
    f["soft"] = h5py.SoftLink("/a/b")
    f["relative"] = h5py.SoftLink("a/b/data")
    f["nowhere"] = h5py.SoftLink("/no/such")
    f["a/self"] = f["a"]
with h5py.File("loop.h5", "w") as f:
    f["data"] = np.arange(3, dtype="f4")
    f["loop1"] = h5py.SoftLink("/loop2")
    f["loop2"] = h5py.SoftLink("/loop1")

with h5py.File("secret.h5", "w") as f:
    f.attrs["secret"] = "nobody may see this"
    f["data"] = np.arange(4, dtype="f4")
with open("secret.bn", "wb") as f:
    f.write(np.arange(4, dtype="f4").tobytes())
with h5py.File("outside.h5", "w") as f:
    here = "/" + "./" * 100 + "secret.h5"      # a test puts the whole path of its copy in its place
    f["link"] = h5py.ExternalLink(here, "/")
    f["linked_data"] = h5py.ExternalLink(here, "/data")
    f["via"] = h5py.SoftLink("/link/data")
    f.create_dataset("stored", shape=(4,), dtype="f4", external=[(here.replace(".h5", ".bn"), 0, 16)])
    layout = h5py.VirtualLayout(shape=(4,), dtype="f4")
    layout[:] = h5py.VirtualSource(here, "data", shape=(4,))
    f.create_virtual_dataset("virtual", layout)
    f["inside"] = np.arange(4, dtype="f4")
with h5py.File("outside_many.h5", "w", libver="v110") as f:     # so many links that they lie in a heap of their own
    f["link"] = h5py.ExternalLink(here, "/")
    for i in range(20):
        f[f"inside{i or ''}"] = np.float32(i)

with h5py.File("deep.h5", "w") as f:
    g = f
    for i in range(70):
        g = g.create_group("g")

with h5py.File("keras.h5", "w") as f:
    f.attrs["keras_version"] = b"2.3.1"
    f.attrs["backend"] = b"tensorflow"
    f.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": []}).encode()
    w = f.create_group("model_weights")
    w.attrs["layer_names"] = [b"dense", b"dropout"]
    d = w.create_group("dense")
    d.attrs["weight_names"] = [b"dense/kernel:0", b"dense/bias:0"]
    d["dense/kernel:0"] = np.arange(6, dtype="f4").reshape(2, 3)
    d["dense/bias:0"] = np.zeros(3, "f4")
    w.create_group("dropout").attrs["weight_names"] = []
    many = w.create_group("many")
    for i in range(3):
        many.attrs[f"weight_names{i}"] = np.array([f"w{i}{j}".encode() for j in range(4)])

with open("expected.json", "w") as f:
    f.write("{\n")
    f.write(",\n".join(f'"{n}": {{\n' + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in rows.items()) + "\n}" for n, rows in expected.items()))
    f.write("\n}\n")
