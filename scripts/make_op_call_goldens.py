"""Records calls of every function of keras.ops with unusual but valid arguments, as the conformance recordings hold them, one JSON line each.

Usage: python scripts/make_op_call_goldens.py FOLDER
       python scripts/make_op_call_goldens.py FOLDER test/golden/ops/calls.jsonl.gz RUN_1.txt RUN_2.txt

The first form writes all calls to FOLDER/ops.jsonl, for `KerasNet.Conformance records FOLDER`, which reports where this library differs. The second form takes what these runs wrote,
one for each backend, and keeps a few calls of each kind that agree: they may not come to differ again.
"""
import collections, gzip, importlib, json, os, re, sys

here = os.path.dirname(os.path.abspath(__file__))
folder, *rest = sys.argv[1:]
calls = os.path.join(folder, "ops.jsonl")
MOST = 14

if not rest:
    sys.path.insert(0, os.path.join(here, "op_calls"))
    for name in ("elementwise", "arrays", "networks", "images"):
        importlib.import_module(name)
    import recorder

    os.makedirs(folder, exist_ok=True)
    with open(calls, "w") as out:
        out.writelines(json.dumps(r) + "\n" for r in recorder.out)
    print(len(recorder.out), "calls")
else:
    differ = {int(m[1]) for run in rest[1:] for m in re.finditer(r"^FAILED: \S+, line (\d+)", open(run).read(), re.M)}
    kept, kinds, all_of = [], set(), collections.Counter()
    for number, line in enumerate(open(calls), 1):
        record = json.loads(line)
        kind = (record["name"], record["test"], "raises" in record, tuple(sorted(record["kwargs"])), tuple(a.get("__nd__", a.get("dtype")) if isinstance(a, dict) else type(a).__name__ for a in record["args"]))
        if number in differ or len(line) > 1200 or record.get("raises", "ValueError") != "ValueError" or kind in kinds or all_of[kind[:2]] >= MOST:
            continue
        kinds.add(kind)
        all_of[kind[:2]] += 1
        kept.append(line)
    with gzip.GzipFile(rest[0], "wb", mtime=0) as out:
        out.write("".join(kept).encode())
    print(len(kept), "of", number, "calls kept,", len(differ), "differ")
