"""What h5py reads from a file, by path, as JSON: used by make_hdf5_goldens.py and check_written_hdf5.py."""
import h5py
import numpy as np


def number(x):
    x = float(x)
    return x if np.isfinite(x) else {np.inf: "Infinity", -np.inf: "-Infinity"}.get(x, "NaN")


def value(v):
    if isinstance(v, h5py.Empty):
        return {"null": True}
    a = np.asarray(v)
    if a.dtype.kind in "SO" or isinstance(v, str):
        return {"texts": [x.decode() if isinstance(x, bytes) else str(x) for x in a.ravel()]}
    if a.dtype.kind == "c":
        a = np.stack([a.real, a.imag], -1)
        return {"shape": list(a.shape[:-1]), "values": [number(x) for x in a.ravel()]}
    return {"shape": list(a.shape), "values": [number(x) for x in a.ravel()]}


def walk(f):
    rows = {}

    def one(path, o):
        for k, v in o.attrs.items():
            rows[f"{path}@{k}"] = value(v)
        if isinstance(o, h5py.Dataset):
            rows[path] = value(o[()])
        else:
            for k in o:
                one(path.rstrip("/") + "/" + k, o[k])

    one("/", f)
    return rows
