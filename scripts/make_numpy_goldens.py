"""Records NumPy's answers: test/golden/numpy/calls.json.

Run with Python and NumPy: python scripts/make_numpy_goldens.py
"""
import json
import os
import warnings

import numpy as np

warnings.simplefilter("ignore")
cases = []


def pack(a):
    a = np.asarray(a)
    return {"dtype": str(a.dtype), "shape": list(a.shape), "values": [str(v) if isinstance(v, float) and not np.isfinite(v) else v for v in np.ravel(a).tolist()]}


def call(name, *arrays, **arguments):
    result = getattr(np, name)(*arrays, **arguments)
    result = result if isinstance(result, tuple) else (result,)
    cases.append({"call": name, "arrays": [pack(a) for a in arrays], "arguments": arguments, "results": [pack(r) for r in result]})


rng = np.random.default_rng(3)
wave = (np.sin(np.arange(120)) * 100).reshape(2, 3, 4, 5)
for dtype in ["float32", "float64", "float16", "int32", "int64", "int16", "int8", "uint8", "uint16", "uint32", "uint64", "bool"]:
    a = np.abs(wave).astype(dtype) if dtype.startswith("u") else wave.astype(dtype)
    for name in ["sum", "mean", "max", "min", "std", "var", "prod"]:
        b = a if name != "prod" else (np.arange(120).reshape(2, 3, 4, 5) % 3 + 1).astype(dtype)
        call(name, b, axis=(0, 1) if name != "prod" else (0, -1))
        if dtype in ("float32", "uint8"):
            call(name, b, axis=(1, 3), keepdims=True)
            call(name, b, axis=(-1, 0, 2))
            call(name, b, axis=(0, 1, 2, 3))
call("var", wave, axis=(0, 1), ddof=1)
call("std", wave.astype("float32"), axis=(0, 2), ddof=1, keepdims=True)
call("var", wave[:1, :1], axis=(0, 1), ddof=1)
nan = wave.copy()
nan[0, 1, 2, 3] = np.nan
for name in ["sum", "mean", "max", "min", "std"]:
    call(name, nan, axis=(1, 2))
call("sum", np.zeros((2, 0, 3)), axis=(0, 1))
call("prod", np.zeros((2, 0, 3)), axis=(0, 1))

halves = np.array([0.5, 1.5, 2.5, -0.5, -1.5, 0.125, 0.375, 2.675, 1.005, 12345.675, 1e20, np.nan, np.inf, -0.0])
for decimals in [0, 1, 2, 3, -1, -3]:
    call("round", halves, decimals=decimals)
    call("round", halves.astype("float32"), decimals=decimals)
call("round", np.array([[15, 25], [-35, 149]]), decimals=-1)
call("round", np.array([[15, 25], [-35, 149]]), decimals=2)

for a in [wave, wave.astype("float32"), wave.astype("int32"), np.abs(wave).astype("uint8"), np.array([2.0, 2.0]), np.array([])]:
    call("histogram", a)
    call("histogram", a, bins=7)
    call("histogram", a, bins=5, range=(-50.0, 75.0))
    call("histogram", a, bins=4, density=True)
call("histogram", np.linspace(0, 1, 101), bins=10)
call("histogram", np.array([1.0, 2.0, 3.0]), np.array([0.0, 1.0, 2.5, 3.0]))
call("histogram", np.array([1, 2, 1, 7]), np.array([0, 1, 2, 3]), density=True)
call("histogram", np.array([1.0, 2.0, 2.5]), bins=3, weights=[0.5, 2.0, 4.0])

call("logspace", start=-4, stop=-1, num=4)
call("logspace", start=0, stop=3)
call("logspace", start=0, stop=3, num=5, endpoint=False, base=2.0)
call("logspace", start=1, stop=3, num=1)
call("in1d", np.array([[1, 2], [3, 4]]), np.array([2, 4, 9]))
call("in1d", np.array([1.5, 2, 3]), np.array([3.0]), invert=True)


def text(lines, **arguments):
    result = np.genfromtxt(lines, **arguments)
    cases.append({"call": "genfromtxt", "arrays": [], "lines": lines, "arguments": arguments, "results": [pack(result)]})


text(["a,b,c", "1,2,3", "4,,6", "", "7,x,9 # end", "# nothing"], delimiter=",", skip_header=1)
text(["1 2  3", "4\t5 6"])
text(["1,2,3", "4,5,6", "7,8,9"], delimiter=",", usecols=[2, 0], skip_footer=1)
text(["1,2,3", "4,5,6", "7,8,9"], delimiter=",", usecols=[-1])
text(["1,2,3"], delimiter=",")
text(["1", "2"], delimiter=",")
text(["1,2", "3,"], delimiter=",", filling_values=-9.0)
text(["nan,inf", "-inf,1e-3"], delimiter=",")
text(["1,2", "3,4", "5,6"], delimiter=",", max_rows=2)
text([" 1 , 2 ", " 3 , 4 "], delimiter=",")

# What users of NumSharp's np rely on: these must not change with its version.
np.random.seed(42)
streams = {"rand": pack(np.random.rand(2, 3)), "randn": pack(np.random.randn(5)), "randint": pack(np.random.randint(0, 10, 8)), "permutation": pack(np.random.permutation(9)),
           "normal": pack(np.random.normal(2.0, 3.0, 4)), "uniform": pack(np.random.uniform(-1.0, 1.0, 4))}
shuffled = np.arange(10)
np.random.shuffle(shuffled)
streams["shuffle"] = pack(shuffled)
path = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "numpy", "calls.json")
with open(path, "w") as file:
    file.write('{"numpy": "%s", "random": %s, "cases": [\n' % (np.__version__, json.dumps(streams)))
    file.write(",\n".join(json.dumps(case) for case in cases) + "\n]}\n")
print(len(cases))
