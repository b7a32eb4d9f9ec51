"""Functions that make, cut and move arrays: unusual but valid arguments, every type, scalars, empty arrays, named arguments."""
from recorder import *

F = ["float32", "int32", "bool", "uint8", "int64", "bfloat16", "float16", "float64"]
# shapes and places
for d in F:
    x = T(2, 3, dtype=d); y = T(2, 3, 4, dtype=d)
    c("numpy.broadcast_to", T(1, 3, dtype=d), (4, 2, 3)); c("numpy.broadcast_to", T(dtype=d), [2, 2])
    c("numpy.clip", x, 0, 1); c("numpy.clip", x, -0.5, 0.5); c("numpy.clip", x, x_min=1, x_max=3); c("numpy.clip", x, T(3, dtype=d), 5)
    for a in (0, 1, -1, None):
        c("numpy.concatenate", [x, T(2, 3, dtype=d)], axis=a); c("numpy.concatenate", (x, T(2, 3)), a)
    c("numpy.concatenate", [x])
    c("numpy.stack", [x, x], axis=-1); c("numpy.stack", (x, x), 2); c("numpy.stack", [x, T(2, 3)]); c("numpy.stack", y, axis=1)
    for n in ("numpy.hstack", "numpy.vstack", "numpy.dstack"):
        c(n, [x, x]); c(n, (T(3, dtype=d), T(3, dtype=d))); c(n, [T(dtype=d), T(dtype=d)]); c(n, [y, y]); c(n, [x, T(2, 3)]); c(n, (T(2, 0, dtype=d), x))
    for a in (0, -1, (0, -1), [1, 2], (0,), 2, -4): c("numpy.expand_dims", x, a)
    c("numpy.expand_dims", x, axis=5)
    for a in (None, 0, -1, (0, 2), (0, -1), [0], 1): c("numpy.squeeze", T(1, 3, 1, dtype=d), axis=a)
    for a in (None, 0, 1, -1, (0, 1), (0, -1), [1, 2]): c("numpy.flip", y, axis=a)
    c("numpy.fliplr", y); c("numpy.flipud", y)
    c("numpy.moveaxis", y, 0, -1); c("numpy.moveaxis", y, (0, 1), (-1, 0)); c("numpy.moveaxis", y, [-1, 0], [0, 1]); c("numpy.moveaxis", y, source=1, destination=1)
    c("numpy.swapaxes", y, 0, -1); c("numpy.swapaxes", y, axis1=-2, axis2=1)
    c("numpy.transpose", y, (1, 0, 2)); c("numpy.transpose", y, [-1, 0, 1]); c("numpy.transpose", y, axes=None)
    c("numpy.reshape", y, (4, -1)); c("numpy.reshape", y, -1); c("numpy.reshape", y, [2, 12]); c("numpy.reshape", y, newshape=(3, 2, 4, 1)); c("numpy.reshape", y, 24); c("numpy.reshape", T(1, dtype=d), ())
    c("numpy.reshape", y, (-1, -1)); c("numpy.reshape", y, (5, 5)); c("numpy.reshape", y, (5, -1))
    for s, a in [(1, None), (-2, 0), ((1, 2), (0, 1)), ([1, -1], [0, -1]), (3, (0, 1)), (7, 1), (0, 0)]: c("numpy.roll", y, s, axis=a)
    for k in (0, 1, 2, 3, -1, 5): c("numpy.rot90", x, k=k); c("numpy.rot90", y, k, axes=(1, 2)); c("numpy.rot90", y, k=k, axes=[-1, 0])
    for r, a in [(2, None), (3, 0), (2, -1), ([1, 2], 0), ((2, 0, 1), 1), ([2], 1), (0, 0), ([1, 2, 3, 4, 5, 6], None)]: c("numpy.repeat", x, r, axis=a)
    c("numpy.tile", x, 2); c("numpy.tile", x, (2, 1)); c("numpy.tile", x, [2, 1, 3]); c("numpy.tile", y, (2,)); c("numpy.tile", T(dtype=d), 3)
    for k in (-3, -1, 0, 1, 2): 
        for n in ("numpy.tril", "numpy.triu"): c(n, x, k=k); c(n, y, k)
        c("numpy.diag", T(3, dtype=d), k=k); c("numpy.diag", x, k); c("numpy.diagflat", x, k=k)
        c("numpy.diagonal", x, offset=k); c("numpy.diagonal", y, k, 1, 2); c("numpy.diagonal", y, offset=k, axis1=-1, axis2=0)
        c("numpy.trace", x, offset=k); c("numpy.trace", y, k, axis1=1, axis2=2); c("numpy.trace", y, offset=k, axis1=-1, axis2=0)
    c("numpy.diag", y); c("numpy.diagflat", T(dtype=d))
    for n, a in [(1, -1), (2, 0), (1, 1), (0, 0), (3, -1), (5, 1)]: c("numpy.diff", y, n=n, axis=a)
    c("numpy.diff", x); c("numpy.diff", T(3, dtype=d), 2)
    for pw in (1, (1, 2), [(1, 2)], ((1, 0), (2, 1)), [[0, 1], [1, 0]]):
        for m in ("constant", "reflect", "symmetric"):
            if m != "constant" and pw in (((1, 0), (2, 1)),): c("numpy.pad", T(3, 4, dtype=d), pw, mode=m)
            c("numpy.pad", T(3, 4, dtype=d), pw, mode=m)
        c("numpy.pad", x, pw, constant_values=3); c("numpy.pad", x, pw, "constant", 2)
    c("numpy.pad", x, 1, mode="reflect", constant_values=1); c("numpy.pad", x, 1, mode="edge")
    for i in (0, 1, -1, [0, 2], [[0, 1], [1, 1]], (0, -1)): 
        for a in (None, 0, 1, -1): c("numpy.take", x, i, axis=a) if not (a == 0 and isinstance(i, list) and 2 in i) else None
    c("numpy.take", x, V([0, 1], "int64"), axis=0); c("numpy.take", y, V([[0], [1]], "int32"), axis=-2); c("numpy.take", x, V([0, 1], "uint8"), 1)
    c("numpy.take_along_axis", x, V([[0, 2], [1, 1]], "int32"), axis=1); c("numpy.take_along_axis", x, V([[0, 1, 0]], "int32"), axis=0); c("numpy.take_along_axis", x, V([0, 5, 2], "int32"), axis=None); c("numpy.take_along_axis", x, V([[0, -1], [-2, 1]], "int64"), axis=-1); c("numpy.take_along_axis", x, [[0], [1]], 1)
    for s, a in [(2, 0), (3, 1), ([1], 0), ([1, 2], -1), ((1,), 1), (1, 0), ([], 0), ([0, 2], 1)]:
        c("numpy.split", x, s, axis=a); c("numpy.array_split", x, s, axis=a)
    c("numpy.array_split", T(7, dtype=d), 3); c("numpy.array_split", T(2, dtype=d), 3); c("numpy.split", x, 5); c("numpy.hsplit", y, 3); c("numpy.vsplit", y, 2); c("numpy.dsplit", y, [1, 3]); c("numpy.hsplit", T(4, dtype=d), 2); c("numpy.vsplit", y, [1]); c("numpy.dsplit", y, 2)
    c("core.unstack", x); c("core.unstack", x, axis=-1); c("core.unstack", y, num=3, axis=1); c("core.unstack", x, 2)
    c("core.slice", y, (0, 1, 1), (2, 1, 2)); c("core.slice", y, [0, 0, 0], [1, -1, 2]); c("core.slice_update", x, [0, 1], T(1, 2, dtype=d)); c("core.slice", x, V([0, 1], "int32"), (1, 2))
    c("core.scatter", [[0, 1], [1, 2]], V([3, 4], d), (2, 3)); c("core.scatter", V([[0], [2]], "int32"), T(2, 3, dtype=d), [4, 3]); c("core.scatter", [[0], [0]], V([1, 1], d), (3,))
    for r in (None, "add", "max", "min", "mul"): c("core.scatter_update", x, [[0, 1], [1, 2]], V([3, 4], d), reduction=r); c("core.scatter_update", x, V([[1]], "int32"), T(1, 3, dtype=d), r)
    for dt in F + ["int8", "uint16", "uint32"]:
        c("core.cast", x, dt); c("core.saturate_cast", T(2, 3, dtype=d), dtype=dt); c("core.convert_to_tensor", x, dtype=dt); c("numpy.array", x, dt); c("numpy.view", x, dt); c("numpy.full_like", x, 2, dtype=dt); c("numpy.ones_like", x, dtype=dt); c("numpy.zeros_like", x, dt); c("numpy.empty_like", x, dtype=dt) if 0 else None
    c("numpy.view", x); c("numpy.full_like", x, 1.5); c("numpy.full_like", x, T(3, dtype=d)); c("numpy.full_like", x, 2)
    c("numpy.where", T(2, 3, dtype="bool"), x, 0); c("numpy.where", T(2, 3, dtype="bool"), x, 1.5); c("numpy.where", x, x, T(3)); c("numpy.where", T(3, dtype="bool"), 1, x); c("numpy.where", x); c("numpy.where", T(2, 1, dtype="bool"), x, T(2, 3, dtype="int32"))
    c("numpy.select", [T(2, 3, dtype="bool"), T(2, 3, dtype="bool")], [x, x], 0); c("numpy.select", [T(2, 3, dtype="bool")], [x], default=T(2, 3)); c("numpy.select", [T(3, dtype="bool")], [1], 2)
    c("numpy.searchsorted", ops.sort(T(5, dtype=d)), x); c("numpy.searchsorted", ops.sort(T(5, dtype=d)), T(3, dtype=d), side="right"); c("numpy.searchsorted", [1, 3, 5], x)
    c("numpy.digitize", x, V([-1.0, 0.5, 1.5])); c("numpy.digitize", x, [0, 2, 4]); c("numpy.digitize", x, [0.5, 2.5])
    c("numpy.histogram", x); c("numpy.histogram", x, bins=4, range=(0, 3)); c("numpy.histogram", x, 3)
    c("numpy.meshgrid", T(2, dtype=d), T(3, dtype=d)); c("numpy.meshgrid", T(2, dtype=d), T(3, dtype=d), indexing="ij"); c("numpy.meshgrid", T(2), T(3, dtype=d), T(dtype=d)); c("numpy.meshgrid", T(2, 2, dtype=d), T(3, dtype=d), indexing="xy")
    c("numpy.unique", V([3, 1, 2, 1, 3], "int32")) if d == "int32" else c("numpy.unique", x)
    c("numpy.unique", x, return_index=True, return_inverse=True, return_counts=True); c("numpy.unique", T(3, 2, dtype=d), axis=0, return_counts=True); c("numpy.unique", x, size=4, fill_value=9); c("numpy.unique", x, sorted=False); c("numpy.unique", V([[1, 2], [1, 2], [0, 1]], d), axis=0, return_inverse=True); c("numpy.unique", V([[1, 1, 0], [2, 2, 1]], d), axis=1, return_index=True); c("numpy.unique", x, size=2); c("numpy.unique", x, size=20)
    c("numpy.vander", T(3, dtype=d)); c("numpy.vander", T(3, dtype=d), 2); c("numpy.vander", T(3, dtype=d), N=4, increasing=True)
    c("numpy.trapezoid", x); c("numpy.trapezoid", x, dx=0.5, axis=0); c("numpy.trapezoid", x, T(3, dtype=d)); c("numpy.trapezoid", y, x=T(4, dtype=d), axis=-1)
    c("numpy.cross", T(2, 3, dtype=d), T(2, 3, dtype=d)); c("numpy.cross", T(3, dtype=d), T(2, 3, dtype=d)); c("numpy.cross", T(2, 2, dtype=d), T(2, 2, dtype=d)); c("numpy.cross", T(2, dtype=d), T(3, dtype=d)); c("numpy.cross", T(3, 2, dtype=d), T(3, 2, dtype=d), axis=0); c("numpy.cross", T(3, 2, dtype=d), T(2, 3, dtype=d), axisa=0, axisb=1, axisc=0)
    c("numpy.corrcoef", T(3, 5, dtype=d)); c("numpy.corrcoef", T(5, dtype=d))
    for m in ("valid", "same", "full"): c("numpy.correlate", T(5, dtype=d), T(3, dtype=d), mode=m); c("numpy.correlate", T(3, dtype=d), T(5), m)
    for n in ("numpy.bartlett", "numpy.blackman", "numpy.hamming", "numpy.hanning"): c(n, V(5, d)); call("eager", n, (4,), {}); call("eager", n, (1,), {}); call("eager", n, (7.0,), {})
    c("numpy.kaiser", V(5, d), 8.6); call("eager", "numpy.kaiser", (6, 14), {}); call("eager", "numpy.kaiser", (6, 0.0), {}); call("eager", "numpy.kaiser", (1, 5.0), {})
    c("numpy.tensordot", x, T(3, 2, dtype=d), axes=1)
    c("nn.multi_hot", V([[0, 2], [1, 1]], "int32"), num_classes=4, dtype=d); c("nn.one_hot", V([0, 2, 1], "int32"), 3, dtype=d); c("nn.one_hot", V([[0, 2]], "int64"), num_classes=4, axis=1, dtype=d); c("nn.one_hot", V([-1, 5, 1], "int32"), 3, axis=0)
    if d in ("int32", "uint8", "int64"):
        c("numpy.bincount", V([1, 1, 4, 0], d)); c("numpy.bincount", V([1, 1, 4, 0], d), minlength=8); c("numpy.bincount", V([1, 1, 4, 0], d), weights=T(4)); c("numpy.bincount", V([[1, 2], [0, 0]], d)); c("numpy.bincount", V([[1, 2], [0, 0]], d), weights=V([[1, 2], [3, 4]], "float32"), minlength=5); c("numpy.bincount", V([1, 1, 4, 0], d), weights=V([1, 2, 3, 4], "int32"), minlength=2)
        c("numpy.unravel_index", V([1, 5, 3], d), (2, 3)); c("numpy.unravel_index", V([[1], [5]], d), [3, 4]); c("numpy.unravel_index", V([-1, -6], d), shape=(2, 3)) if d != "uint8" else None; c("numpy.unravel_index", V(4, d), (2, 3)); 
        for p in "math.segment_sum math.segment_max math.segment_min math.segment_prod".split():
            for dd in ("float32", "int32", "bfloat16", "float64", "int64"):
                c(p, T(5, 2, dtype=dd), V([0, 0, 1, 3, 3], d)); c(p, T(5, dtype=dd), V([3, 0, 0, 1, 2], d), num_segments=6); c(p, T(5, dtype=dd), V([0, 0, 1, 1, 2], d), 3, True); c(p, T(5, 1, dtype=dd), V([0, -1, 1, 1, 2], d), num_segments=2) if d != "uint8" else None
        c("math.in_top_k", V([1, 0], d), T(2, 4), 2); c("math.in_top_k", V([1, 3], d), T(2, 4), k=1)
    for k in [0, -1, slice(None), (0, slice(1, 3)), (slice(None), 1), (Ellipsis, 0) if 0 else (slice(None, None, 2),), (None, 0), (slice(None), None), (slice(2, 0, -1),), (0, 1), (1, slice(None), -1)]:
        c("numpy.get_item", y, k)
    c("einops.rearrange", y, "a b c -> c (a b)"); c("einops.rearrange", y, "a (b1 b2) c -> b1 a (b2 c)", b1=3); c("einops.rearrange", y, "a b c -> a (c b)"); c("einops.rearrange", y, "... c -> c ...") ; c("einops.rearrange", y, "a b c -> b a c"); c("einops.rearrange", y, "a b c -> a b c 1"); c("einops.rearrange", x, "(h p) w -> h p w", p=2)
    c("numpy.argwhere", x) if hasattr(MODS["numpy"], "argwhere") else None
    c("numpy.nonzero", x); c("numpy.nonzero", T(3, dtype=d)); c("numpy.nonzero", T(2, 2, 2, dtype=d))
    c("numpy.sort", x, axis=None)
    c("nn.depth_to_space", T(1, 2, 2, 8, dtype=d), 2); c("nn.space_to_depth", T(1, 4, 4, 2, dtype=d), 2); c("nn.depth_to_space", T(1, 8, 2, 2, dtype=d), 2, data_format="channels_first"); c("nn.space_to_depth", T(1, 2, 4, 4, dtype=d), block_size=2, data_format="channels_first")
for dt in [None] + F:
    for sh in ((2, 3), [3], 4, (), (0, 2)):
        call("eager", "numpy.ones", (sh,), {"dtype": dt}); call("eager", "numpy.zeros", (sh, dt), {}); call("eager", "numpy.full", (sh, 3), {"dtype": dt}); call("eager", "numpy.full", (sh, 1.5), {"dtype": dt})
    for a in ((3,), (1, 5), (5, 1, -2), (0, 1, 0.25), (0.0, 3.0), (5, 5), (1.5, 4), (-3, 3, 2)): call("eager", "numpy.arange", a, {"dtype": dt})
    call("eager", "numpy.arange", (4,), {"step": 2, "dtype": dt}); call("eager", "numpy.arange", (), {"start": 1, "stop": 4, "dtype": dt})
    for n in ((3,), (2, 4), (3, 3, 1), (3, None, -1), (0,), (4, 2, 5)): call("eager", "numpy.eye", n, {"dtype": dt}); call("eager", "numpy.tri", n, {"dtype": dt})
    call("eager", "numpy.eye", (3,), {"M": 2, "k": 1, "dtype": dt}); call("eager", "numpy.identity", (3,), {"dtype": dt}); call("eager", "numpy.identity", (2, dt), {})
    for n in ("numpy.linspace", "numpy.logspace", "numpy.geomspace"):
        for a in ((1, 5), (1.0, 2.0), (1, 10, 4)):
            for kw in ({}, {"endpoint": False}, {"num": 5} if len(a) == 2 else {}, {"num": 1} if len(a) == 2 else {}, {"num": 0} if len(a) == 2 else {}):
                call("eager", n, a, {**kw, "dtype": dt} if dt else kw)
        c(n, T(2, lo=1), T(2, lo=1), num=3, **({"dtype": dt} if dt else {})); c(n, V([1, 2], "int32"), V([5, 9], "int32"), 4, axis=-1, **({"dtype": dt} if dt else {})); c(n, T(2, 1, lo=1), T(3, lo=1), num=3, axis=1, **({"dtype": dt} if dt else {}))
        c(n, T(2, lo=1, dtype="bfloat16"), T(2, lo=1, dtype="bfloat16"), 3)
    call("eager", "numpy.logspace", (0, 3), {"num": 4, "base": 2, "dtype": dt}); call("eager", "numpy.logspace", (0, 3, 4), {"base": 2.5})
    for kw in ({}, {"endpoint": False}, {"num": 1}, {"num": 4, "axis": -1}):
        call("eager", "numpy.linspace", (0, 3), {"retstep": True, "dtype": dt, **kw}); c("numpy.linspace", T(2), T(2), retstep=True, **kw)
    call("eager", "core.convert_to_tensor", ([1, 2.5], dt), {}); call("eager", "core.convert_to_tensor", ([[1, 2], [3, 4]],), {"dtype": dt}); call("eager", "core.convert_to_tensor", (True,), {"dtype": dt}); call("eager", "core.convert_to_tensor", (3,), {"dtype": dt}); call("eager", "core.convert_to_tensor", ([],), {"dtype": dt}); call("eager", "numpy.array", ([1, 2],), {"dtype": dt})
for s in ("ij,jk->ik", "ij,jk", "ij->ji", "ij->", "ii->i", "ii", "i,i->", "i,j->ij", "ij,ij->ij", "...ij,...jk->...ik", "ij...->...ji", "bij,bjk->bik", "ijk->kji", "ij,kj->ik", "ba", "ab,bc,cd->ad", "i,ij,j", "a...,...a->...", "...", "ij->i...", "Ab,bC->AC"):
    n = s.split("->")[0].count(",") + 1
    for d in ("float32", "int32", "bfloat16", "int8", "bool", "int64", "float16"):
        sh = [(3, 3)] * n
        if "bij" in s: sh = [(2, 3, 3), (2, 3, 3)]
        if s == "ijk->kji": sh = [(2, 3, 4)]
        if s in ("i,i->", "i,j->ij"): sh = [(3,), (3,)]
        if s == "i,ij,j": sh = [(3,), (3, 3), (3,)]
        if s == "a...,...a->...": sh = [(3, 2), (2, 3)]
        c("numpy.einsum", s, *[T(*q, dtype=d) for q in sh])
c("numpy.einsum", "ij, jk -> ik", T(2, 3), T(3, 4, dtype="int32")); c("numpy.einsum", "...ij,jk->...ik", T(2, 2, 3), T(3, 4)); c("numpy.einsum", "ij,j", T(2, 3), T(3)); c("numpy.einsum", "ij,ij", T(2, 3), T(1, 3))
