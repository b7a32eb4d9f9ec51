"""Copies the small records of the conformance recordings (Keras 3.15.1's own tests) that the catalogue's tests replay, and one record of each kind for the tests of the runner.

Usage: python scripts/take_conformance_cases.py FOLDER_OF_CONFORMANCE_JSONL test/golden/catalog/conformance
"""
import json, os, struct, sys

source, target = sys.argv[1:]
os.makedirs(target, exist_ok=True)


def short(x, whole=False):
    """Numbers with as few digits as their type needs; tuples as lists and without module names, unless the whole is wanted."""
    if isinstance(x, dict):
        if x.get("__nd__") == "float32":
            x = dict(x, data=[shortest(v) for v in x["data"]])
        if "__tuple__" in x and not whole:
            return short(x["__tuple__"])
        return {k: short(v, whole) for k, v in x.items() if whole or k not in ("module", "registered_name")}
    return [short(v, whole) for v in x] if isinstance(x, list) else x


def shortest(v):
    if not isinstance(v, float) or v != v or v in (float("inf"), float("-inf")):
        return v
    for digits in range(1, 18):
        s = float(f"{v:.{digits}g}")
        if struct.pack("f", s) == struct.pack("f", v):
            return s
    return v


for kind in ("activations", "loss_functions", "losses", "metrics", "optimizers", "schedules", "regularizers", "constraints", "initializers"):
    with open(os.path.join(source, kind + ".jsonl")) as lines, open(os.path.join(target, kind + ".jsonl"), "w") as out:
        for line in lines:
            record = json.loads(line)
            if len(line) < 12000 and "skipped" not in record:
                out.write(json.dumps(short(record)) + "\n")

# Functions of keras.ops, short records only. Left out are images, which have tests of their own, and functions that need Python's.
OWN_TESTS = ("image.", "core.associative_scan", "core.scan", "core.map")
# The number of axes of a symbolic tensor is a number here, not a symbolic tensor; singular vectors are Keras's but for their signs.
DIFFERENT = {"numpy.ndim", "linalg.svd"}
with open(os.path.join(source, "ops.jsonl")) as lines, open(os.path.join(target, "ops.jsonl"), "w") as out:
    for line in lines:
        record = json.loads(line)
        if len(line) < 1500 and "skipped" not in record and not record["name"].startswith(OWN_TESTS) and record["name"] not in DIFFERENT:
            out.write(json.dumps(short(record, whole=True)) + "\n")


def numbers(record):
    return "data" in (record.get("result") or {}) and len(record["result"]["data"]) > 0


SAMPLES = {
    "activations": numbers, "constraints": numbers, "initializers": numbers, "losses": numbers, "loss_functions": numbers, "metrics": numbers, "regularizers": numbers, "schedules": numbers,
    "ops": lambda r: r["name"] == "numpy.add" and numbers(r) and len(r["result"]["data"]) > 2,
    "ops_symbolic": lambda r: r["name"] == "numpy.add" and "__kt__" in (r.get("result") or {}),
    "ops_shape": lambda r: r["name"] == "core.shape" and "result" in r,
    "optimizers": lambda r: len(r["before"]) == 1 and r["before"][0]["shape"] == [4],
    "layers": lambda r: r["class"] == "GRU",
}
with open(os.path.join(target, "..", "record_samples.jsonl"), "w", newline="\n") as out:
    for file, wanted in SAMPLES.items():
        with open(os.path.join(source, file.split("_symbolic")[0].split("_shape")[0] + ".jsonl")) as lines:
            records = [json.loads(line) for line in lines]
        found = [r for r in records if "skipped" not in r and wanted(r)]
        best = min(found, key=lambda r: len(json.dumps(r)))
        for record in records:  # a metric's result needs its updates
            if record is best or (file == "metrics" and (record["test"], record["obj"]) == (best["test"], best["obj"])):
                out.write(json.dumps({"file": file, **short(record, whole=True)}) + "\n")
