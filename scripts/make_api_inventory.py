"""Copies Keras's public API into the small form that the coverage table reads: each object once, with its other names and its parameters.

Usage: python scripts/make_api_inventory.py API_JSON test/golden/keras-api.jsonl
"""
import json, sys

source, target = sys.argv[1:]
with open(source) as file:
    api = json.load(file)
objects = {}
for path, entry in sorted(api.items()):
    objects.setdefault(entry["impl"], []).append((path, entry))
with open(target, "w", encoding="utf-8", newline="\n") as out:
    for names in sorted(objects.values(), key=lambda names: names[0][0]):
        # The name that Keras itself calls the first; the shortest where it does not say.
        path, entry = min(names, key=lambda n: ("alias_of" in n[1], n[0].count("."), len(n[0]), n[0]))
        params = [p[:2] for p in entry.get("params") or [] if not p[0].startswith("*") and p[0] not in ("self", "/")]
        out.write(json.dumps({"path": path, "kind": entry["kind"], "params": params, "aliases": sorted(p for p, _ in names if p != path)}, separators=(",", ":")) + "\n")
