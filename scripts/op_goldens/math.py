"""Elementwise functions, reductions and matrix products."""
import numpy as np

from op_goldens.data import bools, floats, integers

ANY = "exp expm1 exp2 sin cos tan arctan sinh cosh tanh arcsinh square absolute fabs sign floor ceil trunc round erf erfc deg2rad rad2deg".split()
POSITIVE = "log log1p log2 log10 sqrt rsqrt reciprocal".split()
UNIT = "arcsin arccos arctanh erfinv".split()
TESTS = "isnan isinf isfinite isposinf isneginf logical_not".split()
SPECIAL = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -1.0, 100.0, -100.0, 1e-6, -1e-6, 1e-30], "float32")
BINARY = "maximum minimum floor_divide true_divide divide_no_nan arctan2 power logaddexp add subtract multiply divide mod greater less_equal equal isclose".split()
REDUCTIONS = "sum mean max min amax amin prod std var all any logsumexp".split()


def elementwise(record):
    for name in ANY:
        record(name, floats(2, 3))
        record(name, floats(5, low=-6, high=6, seed=2))
    for name in POSITIVE:
        record(name, floats(2, 3, low=0.05, high=3))
    for name in UNIT:
        record(name, floats(2, 3, low=-0.99, high=0.99))
    record("arccosh", floats(2, 3, low=1.01, high=4))
    for name in "exp expm1 log log1p log2 sqrt sin tanh floor ceil round sign square abs trunc arctan fabs".split():
        record(name, integers(2, 3, low=0))
        if name not in ("sign", "round"):
            record(name, bools(2, 2))
    for name in "exp expm1 log log1p sqrt rsqrt reciprocal abs sign floor round tanh erf erfc sinh arctan trunc square cos".split() + TESTS:
        record(name, SPECIAL[:3] if name == "cos" else SPECIAL)
    for name in TESTS:
        record(name, integers(3))
    record("logical_not", bools(4))
    for decimals in (1, 2, -1):
        record("round", floats(6, low=-30, high=30), decimals=decimals)
    record("round", integers(4, low=-99, high=99), decimals=-1)
    record("clip", floats(2, 5), -0.5, 1)
    record("clip", integers(6), -3, 4)
    record("clip", SPECIAL, -10, 10)
    record("erfinv", np.array([0.0, 0.999, -0.99999, 1.0, -1.0], "float32"))


def pairs(record):
    for name in BINARY:
        record(name, floats(2, 3, low=0.3, high=3), floats(2, 3, low=0.3, high=3, seed=2))
        record(name, floats(4, 1, 3, low=0.3, high=3), floats(2, 1, low=0.3, high=3, seed=2))
        if name not in ("power", "logaddexp", "isclose"):
            record(name, integers(2, 3, low=1), integers(3, low=1, high=5, seed=2))
    for name in "power floor_divide mod maximum".split():
        record(name, floats(2, 3), 2)
    record("power", floats(2, 3), 3.0)
    record("power", integers(2, 3), 2)
    record("floor_divide", integers(8), np.array([3, -3, 2, -2, 5, -5, 7, -7], "int32"))
    record("mod", floats(4), floats(4, seed=2))
    record("divide_no_nan", floats(4), np.array([0, 1, 0, -2], "float32"))
    record("maximum", SPECIAL[:4], SPECIAL[2:6])
    record("logaddexp", SPECIAL[1:7], SPECIAL[:6])
    for name in "logical_and logical_or logical_xor".split():
        record(name, bools(3, 2), bools(2, seed=2))
        record(name, integers(3, low=0, high=2), floats(3))


def reductions(record):
    for name in REDUCTIONS:
        for axis in (None, 0, -1, (0, 2), (-1, 1)):
            record(name, floats(2, 3, 4), axis=axis)
        record(name, floats(2, 3, 4), axis=1, keepdims=True)
        record(name, floats(3, 4), axis=(0, 1), keepdims=True)
        if name != "logsumexp":
            record(name, integers(3, 4), axis=0)
    for name in "sum prod".split():
        for dtype in "int8 uint8 int16 int64".split():
            record(name, integers(2, 3, low=0, high=4, dtype=dtype), axis=1)
        record(name, bools(4, 2), axis=0)
    record("max", floats(2, 3), axis=1, initial=0.5)
    record("min", floats(2, 3), axis=1, initial=0.5)
    record("max", bools(2, 3), axis=1)
    record("min", bools(2, 3), axis=1)
    record("max", np.array([[1, 3, 3], [2, 2, 2]], "float32"), axis=1)
    record("logsumexp", np.array([[1000.0, 1000.5], [-np.inf, -np.inf], [-1000, 3]], "float32"), axis=1)
    for name in "argmax argmin".split():
        record(name, floats(3, 4))
        for axis in (0, 1, -1):
            record(name, floats(3, 4), axis=axis)
        record(name, integers(2, 3, 2), axis=1, keepdims=True)
        record(name, floats(3, 4), keepdims=True)
    for name in "cumsum cumprod".split():
        for axis in (None, 0, -1):
            record(name, floats(2, 3, 2), axis=axis)
        record(name, bools(4), axis=0)
        record(name, integers(4), axis=0, dtype="float32")
    record("ptp", floats(2, 3), axis=1)
    record("count_nonzero", integers(3, 4, low=0, high=3), axis=1)
    record("sum", floats(700, 3), axis=0)
    record("mean", floats(3, 2000), axis=1)


def products(record):
    shapes = [((2, 3), (3, 4)), ((3,), (3,)), ((3,), (3, 4)), ((2, 3), (3,)), ((2, 5, 3), (3, 4)), ((2, 5, 3), (2, 3, 4)), ((2, 1, 5, 3), (4, 3, 2)), ((5, 3), (2, 3, 4)), ((3,), (2, 3, 4)), ((2, 4, 3), (3,))]
    for a, b in shapes:
        record("matmul", floats(*a), floats(*b, seed=2))
        record("dot", floats(*a), floats(*(b if len(a) < 3 or len(b) < 3 else (2, 3, 4)), seed=2))
    record("matmul", integers(2, 3), integers(3, 2, seed=2))
    record("matmul", integers(2, 3, dtype="int8"), integers(3, 2, seed=2, dtype="int8"))
    record("dot", np.array(2.5, "float32"), floats(2, 3))
    for axes in (0, 1, 2):
        record("tensordot", floats(4, 2, 3), floats(2, 3, 5, seed=2) if axes == 2 else floats(3, 5, seed=2), axes=axes)
    record("tensordot", floats(4, 2, 3), floats(3, 5, 2, seed=2), axes=[[1, 2], [2, 0]])
    record("inner", floats(2, 3), floats(4, 3, seed=2))
    record("vdot", floats(2, 3), floats(3, 2, seed=2))
    record("outer", floats(2, 2), floats(3, seed=2))
    for text, *shapes in [("ij,jk->ik", (2, 3), (3, 4)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 2)), ("abc,cde->abde", (2, 3, 4), (4, 2, 2)), ("aecd,abcd->acbe", (2, 4, 3, 2), (2, 5, 3, 2)),
                          ("ii->i", (3, 3)), ("ij->", (2, 3)), ("ij", (2, 3)), ("ji", (2, 3)), ("ij,jk", (2, 3), (3, 4)), ("...ij,...jk->...ik", (2, 1, 3, 4), (5, 4, 2)), ("...a,ab->...b", (2, 3, 4), (4, 2)),
                          ("i,j->ij", (2,), (3,)), ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)), ("bhqd,bhkd->bhqk", (2, 2, 3, 4), (2, 2, 5, 4)), ("...->...", (2, 3))]:
        record("einsum", text, *[floats(*s, seed=i + 1) for i, s in enumerate(shapes)])
    for order in (None, 1, 2, 3, 0, float("inf"), float("-inf")):
        record("norm", floats(3, 4), ord=order, axis=1)
    for order in (None, "fro", 1, -1, float("inf"), float("-inf")):
        record("norm", floats(2, 3, 4), ord=order, axis=(1, 2))
        record("norm", floats(3, 4), ord=order, axis=(1, 0), keepdims=True)
    record("norm", floats(5))


def cases(record):
    elementwise(record)
    pairs(record)
    reductions(record)
    products(record)
