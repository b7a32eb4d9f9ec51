"""Copies the small records of the conformance recordings (Keras 3.15.1's own tests) that the catalogue's tests replay.

Usage: python scripts/take_conformance_cases.py FOLDER_OF_CONFORMANCE_JSONL test/golden/catalog/conformance
"""
import json, os, struct, sys

source, target = sys.argv[1:]
os.makedirs(target, exist_ok=True)


def short(x):
    """Numbers with as few digits as their type needs."""
    if isinstance(x, dict):
        if x.get("__nd__") == "float32":
            x = dict(x, data=[shortest(v) for v in x["data"]])
        if "__tuple__" in x:
            return short(x["__tuple__"])
        return {k: short(v) for k, v in x.items() if k not in ("module", "registered_name")}
    return [short(v) for v in x] if isinstance(x, list) else x


def shortest(v):
    if not isinstance(v, float) or v != v or v in (float("inf"), float("-inf")):
        return v
    for digits in range(1, 18):
        s = float(f"{v:.{digits}g}")
        if struct.pack("f", s) == struct.pack("f", v):
            return s
    return v


for kind in ("losses", "metrics", "optimizers", "schedules", "regularizers", "constraints", "initializers"):
    with open(os.path.join(source, kind + ".jsonl")) as lines, open(os.path.join(target, kind + ".jsonl"), "w") as out:
        for line in lines:
            record = json.loads(line)
            if len(line) < 12000 and "skipped" not in record:
                out.write(json.dumps(short(record)) + "\n")
