"""Makes test/golden/nn-raw.json: what TensorFlow's fused optimizer updates , resize and batch normalisation ops give. Run with TensorFlow 2.16 and Keras 3.15:
    python scripts/make_nn_goldens.py
"""
import json
import os
import numpy as np
import tensorflow as tf

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden")
raw = tf.raw_ops
rng = np.random.default_rng(42)


def numbers(a):
    return [float(v) for v in np.asarray(a, np.float64).reshape(-1)]


# The order of inputs after the variables, as TensorFlow's op list has it.
UPDATES = {
    "ResourceApplyGradientDescent": (["var"], ["alpha", "delta"], {}),
    "ResourceApplyRMSProp": (["var", "ms", "mom"], ["lr", "rho", "momentum", "epsilon", "grad"], {}),
    "ResourceApplyCenteredRMSProp": (["var", "mg", "ms", "mom"], ["lr", "rho", "momentum", "epsilon", "grad"], {}),
    "ResourceApplyAdam": (["var", "m", "v"], ["beta1_power", "beta2_power", "lr", "beta1", "beta2", "epsilon", "grad"], {"use_nesterov": [False, True]}),
    "ResourceApplyAdamWithAmsgrad": (["var", "m", "v", "vhat"], ["beta1_power", "beta2_power", "lr", "beta1", "beta2", "epsilon", "grad"], {}),
    "ResourceApplyAdaMax": (["var", "m", "v"], ["beta1_power", "lr", "beta1", "beta2", "epsilon", "grad"], {}),
    "ResourceApplyKerasMomentum": (["var", "accum"], ["lr", "grad", "momentum"], {"use_nesterov": [False, True]}),
    "ResourceApplyAdagradV2": (["var", "accum"], ["lr", "epsilon", "grad"], {"update_slots": [True, False]}),
    "ResourceApplyAdadelta": (["var", "accum", "accum_update"], ["lr", "rho", "epsilon", "grad"], {}),
    "ResourceApplyFtrlV2": (["var", "accum", "linear"], ["grad", "lr", "l1", "l2", "l2_shrinkage", "lr_power"], {"multiply_linear_by_lr": [False, True]}),
}
SCALARS = {
    "alpha": 0.1, "lr": 0.05, "rho": 0.9, "momentum": 0.8, "epsilon": 1e-3, "beta1_power": 0.81, "beta2_power": 0.998,
    "beta1": 0.9, "beta2": 0.999, "l1": 0.01, "l2": 0.02, "l2_shrinkage": 0.03, "lr_power": -0.5,
}


def update_cases():
    cases = []
    for name, (variables, rest, flags) in UPDATES.items():
        flag = next(iter(flags), None)
        for value in flags.get(flag, [None]):
            for dtype in ("float32", "float64"):
                for powers in ([-0.5, -0.7] if name.endswith("FtrlV2") else [None]):
                    start = [rng.normal(size=11) if i == 0 or v == "linear" else rng.uniform(0.2, 1, size=11) for i, v in enumerate(variables)]
                    if name == "ResourceApplyCenteredRMSProp":
                        start[2] = start[1] ** 2 + 0.3  # a mean square is never less than the squared mean
                    held = [tf.Variable(s.astype(dtype)) for s in start]
                    gradient = rng.normal(size=11).astype(dtype)
                    scalars = {r: np.asarray(SCALARS[r], dtype) for r in rest if r in SCALARS}
                    if powers is not None:
                        scalars["lr_power"] = np.asarray(powers, dtype)
                    arguments = {v: h.handle for v, h in zip(variables, held)}
                    arguments.update({r: tf.constant(scalars[r] if r in scalars else gradient) for r in rest})
                    if flag is not None:
                        arguments[flag] = value
                    before = [numbers(h) for h in held]
                    getattr(raw, name)(**arguments)
                    cases.append({
                        "op": name, "dtype": dtype, "flag": flag, "value": value, "variables": before, "gradient": numbers(gradient),
                        "inputs": [float(scalars[r]) if r in scalars else None for r in rest], "after": [numbers(h) for h in held],
                    })
    return cases


def resize_cases():
    cases = []
    for name in ("ResizeNearestNeighbor", "ResizeBilinear", "ResizeBicubic"):
        for align, half in ((False, True), (False, False), (True, False)):
            for source, size in (((2, 4, 5, 2), (7, 3)), ((1, 3, 3, 1), (6, 6)), ((1, 5, 4, 3), (5, 1))):
                x = rng.normal(size=source).astype("float32")
                y = getattr(raw, name)(images=x, size=size, align_corners=align, half_pixel_centers=half)
                dy = rng.normal(size=y.shape).astype("float32")
                if name == "ResizeNearestNeighbor":
                    dx = raw.ResizeNearestNeighborGrad(grads=dy, size=source[1:3], align_corners=align, half_pixel_centers=half)
                else:
                    dx = getattr(raw, name + "Grad")(grads=dy, original_image=x, align_corners=align, half_pixel_centers=half)
                cases.append({
                    "op": name, "align": align, "half": half, "shape": source, "size": size,
                    "x": numbers(x), "y": numbers(y), "dy": numbers(dy), "dx": numbers(dx),
                })
    return cases


def batch_normalization_cases():
    cases = []
    for shape, layout in (((3, 2, 4, 5), "NHWC"), ((2, 3, 2, 2), "NCHW"), ((6, 1, 1, 2), "NHWC")):
        for training in (True, False) if layout == "NHWC" else (True,):
            channels = shape[1] if layout == "NCHW" else shape[3]
            x, dy = rng.normal(size=shape).astype("float32"), rng.normal(size=shape).astype("float32")
            scale, offset, mean = (rng.normal(size=channels).astype("float32") for _ in range(3))
            variance = rng.uniform(0.5, 2, size=channels).astype("float32")
            out = raw.FusedBatchNormV3(x=x, scale=scale, offset=offset, mean=mean, variance=variance, epsilon=1e-3, data_format=layout, is_training=training)
            saved = (out[3], out[4]) if training else (mean, variance)
            grads = raw.FusedBatchNormGradV3(
                y_backprop=dy, x=x, scale=scale, reserve_space_1=saved[0], reserve_space_2=saved[1], reserve_space_3=out[5],
                epsilon=1e-3, data_format=layout, is_training=training)
            cases.append({
                "shape": shape, "layout": layout, "training": training, "x": numbers(x), "dy": numbers(dy), "scale": numbers(scale), "offset": numbers(offset),
                "mean": numbers(mean), "variance": numbers(variance), "y": numbers(out[0]), "batch_mean": numbers(out[1]), "batch_variance": numbers(out[2]),
                "dx": numbers(grads[0]), "dscale": numbers(grads[1]), "doffset": numbers(grads[2]),
            })
    return cases


def short(value):
    """Nine digits are all that a float32 has."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {k: v if value.get("dtype") == "float64" and k != "inputs" else short(v) for k, v in value.items()}
    return [short(v) for v in value] if isinstance(value, list) else value


with open(os.path.join(OUT, "nn-raw.json"), "w") as file:
    json.dump(short({"updates": update_cases(), "resizes": resize_cases(), "batch_normalization": batch_normalization_cases()}), file, separators=(",", ":"))
