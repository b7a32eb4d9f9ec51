"""Functions of elements and reductions: unusual but valid arguments, every type, scalars, empty arrays, named arguments."""
from recorder import *

UN = "numpy.abs numpy.absolute numpy.angle numpy.arccos numpy.arccosh numpy.arcsin numpy.arcsinh numpy.arctan numpy.arctanh numpy.cbrt numpy.ceil numpy.conj numpy.conjugate numpy.copy numpy.cos numpy.cosh numpy.deg2rad numpy.exp numpy.exp2 numpy.expm1 numpy.fabs numpy.floor numpy.i0 numpy.imag numpy.isfinite numpy.isinf numpy.isnan numpy.isneginf numpy.isposinf numpy.isreal numpy.log numpy.log10 numpy.log1p numpy.log2 numpy.logical_not numpy.nan_to_num numpy.negative numpy.ones_like numpy.zeros_like numpy.rad2deg numpy.ravel numpy.real numpy.reciprocal numpy.round numpy.sign numpy.signbit numpy.sin numpy.sinc numpy.sinh numpy.sqrt numpy.square numpy.tan numpy.tanh numpy.trunc numpy.nonzero numpy.size numpy.transpose numpy.squeeze numpy.bitwise_invert numpy.bitwise_not math.erf math.erfc math.erfinv math.rsqrt nn.celu nn.elu nn.gelu nn.hard_shrink nn.hard_sigmoid nn.hard_silu nn.hard_tanh nn.leaky_relu nn.log_sigmoid nn.relu nn.relu6 nn.selu nn.sigmoid nn.silu nn.soft_shrink nn.softplus nn.softsign nn.sparse_plus nn.sparse_sigmoid nn.squareplus nn.tanh_shrink nn.softmax nn.log_softmax nn.sparsemax core.shape core.dtype core.stop_gradient core.convert_to_tensor core.convert_to_numpy core.is_tensor numpy.ndim numpy.argsort numpy.sort numpy.flip numpy.fliplr numpy.flipud numpy.array".split()
for n in UN:
    for d in DT:
        c(n, T(2, 3, dtype=d))
    c(n, T()); c(n, T(dtype="int32")); c(n, T(0, 3)); c(n, V([float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1.0])); 
    call("eager", n, (2,), {}); call("eager", n, (-1.5,), {}); call("eager", n, ([1, 2, 3],), {}); call("eager", n, ([[0.5, -0.25]],), {}); call("eager", n, (True,), {})
    if n.startswith("numpy"):
        z = tf.complex(T(2, 2), T(2, 2))
        c(n, z)
for n in "nn.celu nn.elu".split():
    c(n, T(2, 3), alpha=0.5); c(n, T(2, 3, dtype="bfloat16"), 2)
c("nn.gelu", T(3), approximate=False); c("nn.gelu", T(3), False); c("nn.leaky_relu", T(3), negative_slope=0.4); c("nn.leaky_relu", T(3, dtype="int32"), 0.4)
c("nn.hard_shrink", T(3), threshold=1.0); c("nn.soft_shrink", T(3), threshold=1.0); c("nn.squareplus", T(3), b=1); c("nn.threshold", T(3), 0.5, 7.0); c("nn.threshold", T(3), threshold=1, default_value=-1); c("nn.threshold", T(3, dtype="int32"), 1, 0)
for d in ("float32", "bfloat16", "int32"):
    c("nn.glu", T(2, 4, dtype=d)); c("nn.glu", T(2, 4, dtype=d), axis=0); c("nn.glu", T(2, 4, 2, dtype=d), axis=1)
c("nn.glu", T(2, 3))
for n in ("nn.softmax", "nn.log_softmax", "nn.sparsemax"):
    for a in (0, 1, -2, None, (0, 1), (1, 2), [0, -1], (-1, 0)):
        c(n, T(2, 3, 4), axis=a)
        c(n, T(2, 3, 4, dtype="bfloat16"), axis=a)
    c(n, T(2, 3), 5)
for d in DT:
    for dec in (0, 1, 2, -1):
        c("numpy.round", T(2, 3, dtype=d, lo=-200, hi=200), decimals=dec)
c("numpy.nan_to_num", V([float("nan"), float("inf"), -float("inf"), 1]), nan=1.5, posinf=3, neginf=-4); c("numpy.nan_to_num", V([float("nan"), float("inf"), -float("inf"), 1], "bfloat16")); c("numpy.nan_to_num", V([float("nan"), 2.0]), 7)
BI = "numpy.add numpy.subtract numpy.multiply numpy.divide numpy.true_divide numpy.divide_no_nan numpy.floor_divide numpy.mod numpy.fmod numpy.power numpy.maximum numpy.minimum numpy.fmax numpy.fmin numpy.equal numpy.not_equal numpy.less numpy.less_equal numpy.greater numpy.greater_equal numpy.logical_and numpy.logical_or numpy.logical_xor numpy.arctan2 numpy.hypot numpy.logaddexp numpy.logaddexp2 numpy.heaviside numpy.nextafter numpy.isclose numpy.allclose numpy.bitwise_and numpy.bitwise_or numpy.bitwise_xor numpy.bitwise_left_shift numpy.bitwise_right_shift numpy.left_shift numpy.right_shift numpy.gcd numpy.lcm numpy.ldexp numpy.outer numpy.inner numpy.kron numpy.vdot numpy.dot numpy.matmul numpy.append nn.polar numpy.isin".split()
PAIRS = [("float32", "float32"), ("int32", "int32"), ("bool", "bool"), ("uint8", "uint8"), ("int8", "int8"), ("int64", "int64"), ("bfloat16", "bfloat16"), ("float16", "float16"), ("float64", "float64"), ("int32", "float32"), ("bool", "int32"), ("bool", "float32"), ("uint8", "int8"), ("uint32", "int32"), ("int64", "float32"), ("int64", "bfloat16"), ("bfloat16", "float16"), ("bfloat16", "float32"), ("float64", "float32"), ("uint16", "int16"), ("int32", "int64"), ("float16", "int8"), ("uint8", "bool")]
for n in BI:
    for p, q in PAIRS:
        c(n, T(2, 2, dtype=p), T(2, 2, dtype=q))
        if p != q: c(n, T(2, 2, dtype=q), T(2, 2, dtype=p))
    c(n, T(2, 3), T(3)); c(n, T(2, 1, 3), T(4, 1)); c(n, T(), T(2)); c(n, T(3), T()); c(n, T(), T()); c(n, T(0, 3), T(3)); c(n, T(2, 3, dtype="int32"), T(3, dtype="int32")); c(n, T(3, dtype="int32"), T(dtype="int32"))
    c(n, T(3), T(2))
    for d in DT:
        for v in (2, 1.5, True, -1):
            c(n, T(3, dtype=d), v); c(n, v, T(3, dtype=d))
    call("eager", n, (3, 2), {}); call("eager", n, (3.5, 2), {}); call("eager", n, ([1, 2], [3, 4]), {}); call("eager", n, ([1.0, 2], 3), {}); c(n, x1=T(2), x2=T(2)) if n not in ("nn.polar",) and "bitwise" not in n and "shift" not in n else None
for n in ("numpy.isclose", "numpy.allclose"):
    c(n, V([1.0, 2, float("nan")]), V([1.001, 2, float("nan")]), rtol=1e-2, atol=0.0, equal_nan=True); c(n, V([1.0, 2]), V([1.001, 2]), 0.01, 0.5)
for n in "numpy.inner numpy.dot numpy.matmul numpy.tensordot numpy.vdot numpy.kron numpy.outer".split():
    for a, b in [((2, 3), (3, 4)), ((2, 3), (4, 3)), ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 2, 3), (2, 3, 4)), ((2, 2, 3), (3, 4)), ((2, 3), (5, 3, 4)), ((5, 1, 2, 3), (4, 3, 2)), ((2, 3, 3), (2, 3, 3)), ((0, 3), (3, 2)), ((2, 0), (0, 3))]:
        c(n, T(*a), T(*b)); c(n, T(*a, dtype="int32"), T(*b, dtype="int32"))
    for d in DT: c(n, T(2, 2, dtype=d), T(2, 2, dtype=d))
for ax in (0, 1, 2, [[1], [0]], [[0], [1]], [1, 0], ([0, 1], [1, 0]), [-1, 0]):
    c("numpy.tensordot", T(3, 3), T(3, 3), axes=ax); c("numpy.tensordot", T(3, 3, 2), T(3, 3, 2), ax)
RED = "numpy.sum numpy.mean numpy.prod numpy.max numpy.min numpy.amax numpy.amin numpy.std numpy.var numpy.median numpy.all numpy.any numpy.argmax numpy.argmin numpy.count_nonzero numpy.ptp numpy.average numpy.nansum numpy.nanmean numpy.nanprod numpy.nanmax numpy.nanmin numpy.nanstd numpy.nanvar numpy.nanmedian numpy.nanargmax numpy.nanargmin math.logsumexp linalg.norm".split()
for n in RED:
    for d in DT:
        c(n, T(2, 3, dtype=d)); c(n, T(2, 3, dtype=d), axis=-1)
    kd = n not in ("numpy.count_nonzero", "numpy.average")
    for a in (None, 0, 1, -1, -3, (0,), (0, 1), (-1, 0), (0, 2), [1, 2], (), (2, 1, 0)):
        c(n, T(2, 3, 4), axis=a)
        c(n, T(2, 3, 4), a) if n != "linalg.norm" else None
        if kd: c(n, T(2, 3, 4), axis=a, keepdims=True)
    c(n, T()); c(n, T(5)); c(n, T(0)); c(n, T(0, 3), axis=0); c(n, T(0, 3), axis=1); c(n, T(2, 3), axis=5); c(n, T(2, 3), axis=(0, 0))
    c(n, V([[1, float("nan"), 3], [float("nan"), float("nan"), float("nan")]])); c(n, V([[1, float("nan"), 3], [float("nan"), float("nan"), float("nan")]]), axis=1)
    c(n, V([[1, float("inf"), 3], [-float("inf"), 2, 3]]), axis=1)
    call("eager", n, ([[1, 2], [3, 4]],), {}); call("eager", n, ([1.5, 2],), {"axis": 0}); call("eager", n, (3,), {})
for n in ("numpy.max", "numpy.min"):
    for d in ("float32", "int32", "bfloat16", "bool"):
        c(n, T(2, 3, dtype=d), initial=1); c(n, T(2, 3, dtype=d), axis=1, initial=-1, keepdims=True)
    c(n, T(0, 3), axis=0, initial=0.5); c(n, T(0), initial=2)
c("numpy.prod", T(2, 3), dtype="int32"); c("numpy.prod", T(2, 3, dtype="int8"), axis=0, keepdims=True, dtype="float32"); c("numpy.prod", T(2, 3, dtype="uint8"), dtype="bfloat16")
for a, w in [(None, T(2, 3)), (0, T(2)), (1, T(3)), (-1, T(3)), (None, None), (0, T(2, 3)), ((0, 1), T(2, 3))]:
    for d in ("float32", "int32", "bfloat16", "bool"):
        c("numpy.average", T(2, 3, dtype=d), axis=a, weights=w)
for q in (0.3, [0.2, 0.7], 50.0, 1.0):
    for m in ("linear", "lower", "higher", "midpoint", "nearest"):
        for n in ("numpy.quantile", "numpy.nanquantile"):
            if q == 50.0: continue
            c(n, T(3, 4), q, axis=1, method=m); c(n, T(3, 4), q, method=m, keepdims=True); c(n, T(3, 4, 2), q, axis=(0, -1), method=m, keepdims=True); c(n, T(3, 4, dtype="int32"), q, axis=0, method=m)
    for n in ("numpy.percentile", "numpy.nanpercentile"):
        qq = [20, 70] if isinstance(q, list) else 50.0
        c(n, T(3, 4), qq, axis=1); c(n, T(3, 4), qq, axis=None, keepdims=True, method="nearest")
for n in ("numpy.quantile", "numpy.nanquantile"):
    for d in DT: c(n, T(3, 4, dtype=d), 0.5); c(n, T(3, 4, dtype=d), V([0.1, 0.9]), axis=-1)
    c(n, V([[1, float("nan"), 3], [4, 5, 6]]), 0.5, axis=1); c(n, T(3), 1.5)
for n in "numpy.cumsum numpy.cumprod numpy.nancumsum numpy.nancumprod".split():
    for d in DT: c(n, T(2, 3, dtype=d)); c(n, T(2, 3, dtype=d), axis=-1)
    for a in (None, 0, 1, -2, (), (0,), 5): c(n, T(2, 3), axis=a)
    for dt in ("int32", "float16", "float64", "bool", "bfloat16", "int8"): c(n, T(2, 3), axis=1, dtype=dt)
    c(n, V([1.0, float("nan"), 2])); c(n, T())
for n in "numpy.argsort numpy.sort".split():
    for d in DT:
        for a in (0, -1, None): c(n, T(3, 4, dtype=d), axis=a)
    c(n, V([3.0, 1, 3, 1, 2, 2])); c(n, V([3.0, float("nan"), 1])); c(n, T(0, 3)); c(n, T(2, 3, 2), axis=1); c(n, T(2, 3, 2), -3)
for k in (0, 1, 2, -1):
    for a in (-1, 0, None): c("numpy.argpartition", T(3, 4), k, axis=a)
for k in (1, 2, 3):
    for s in (True, False):
        for d in ("float32", "int32", "bfloat16", "int64", "uint8", "float16"):
            c("math.top_k", T(2, 5, dtype=d), k, sorted=s)
            c("math.top_k", T(7, dtype=d), k=k, sorted=s)
for k in (4, 5, 6, 9):
    c("math.top_k", V(rng.permutation(12).astype("float32")), k, sorted=False); c("math.top_k", V(rng.permutation(40).astype("float32").reshape(2, 20)), k, sorted=False); c("math.top_k", T(30), k, sorted=False)
c("math.top_k", T(2, 3), 4); c("math.top_k", T(2, 3), 0)
