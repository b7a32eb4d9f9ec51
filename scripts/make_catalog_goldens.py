"""Goldens of initializers, losses, metrics, optimizers, schedules, regularizers, constraints and activations: real Keras's numbers.

Usage: oracle/keras scripts/make_catalog_goldens.py test/golden/catalog
"""
import json, os, sys, inspect
import numpy as np
import keras
from keras import ops

out = sys.argv[1]
os.makedirs(out, exist_ok=True)


def nd(x):
    a = np.asarray(x)
    kind = str(a.dtype)
    return {"dtype": kind, "shape": list(a.shape), "data": [float(str(v)) if a.dtype.kind == "f" else int(v) for v in a.reshape(-1)]}


def write(name, records):
    with open(os.path.join(out, name), "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(r) for r in records) + "\n]\n")


def attempt(f):
    try:
        return {"result": nd(f())}
    except Exception as e:
        return {"raises": type(e).__name__, "message": str(e)[:300]}


# ---------------------------------------------------------------- names
names = {}
for kind in ["initializers", "losses", "metrics", "optimizers", "regularizers", "constraints", "activations"]:
    module = __import__(f"keras.src.{kind}", fromlist=["ALL_OBJECTS_DICT"])
    names[kind] = {k: getattr(v, "__name__", str(v)) for k, v in sorted(module.ALL_OBJECTS_DICT.items())}
with open(os.path.join(out, "names.json"), "w") as f:
    json.dump(names, f, indent=1)

# ---------------------------------------------------------------- initializers
I = keras.initializers
records = []


def initializer(cls, config, shape, dtype="float32"):
    if "seed" not in config and issubclass(getattr(I, cls), I.RandomNormal.__mro__[1]):
        config = dict(config, seed=1337)
    records.append(dict({"class": cls, "config": config, "shape": shape, "dtype": dtype}, **attempt(lambda: getattr(I, cls)(**config)(shape, dtype=dtype))))


initializer("Zeros", {}, [2, 3]); initializer("Ones", {}, [2, 3], "int32"); initializer("Constant", {"value": 2.5}, [3])
initializer("Identity", {"gain": 2.0}, [3, 4]); initializer("Identity", {}, [3])
for seed in (0, 42, 2147483647, 999999999):
    initializer("RandomNormal", {"mean": 0.5, "stddev": 2.0, "seed": seed}, [7])
    initializer("RandomUniform", {"minval": -3.0, "maxval": 0.7, "seed": seed}, [5, 3])
    initializer("TruncatedNormal", {"mean": 0.1, "stddev": 0.3, "seed": seed}, [5, 3])
for cls in ("RandomNormal", "RandomUniform", "TruncatedNormal"):
    initializer(cls, {}, [4, 5], "float64"); initializer(cls, {}, []); initializer(cls, {}, [0, 3]); initializer(cls, {}, [300])
for cls in ("GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal", "LecunUniform", "LecunNormal"):
    for shape in ([], [5], [4, 6], [3, 3, 2, 4], [2, 3, 3, 2, 2]):
        initializer(cls, {"seed": 7}, shape)
for mode in ("fan_in", "fan_out", "fan_avg"):
    for distribution in ("truncated_normal", "untruncated_normal", "uniform", "normal"):
        initializer("VarianceScaling", {"scale": 1.7, "mode": mode, "distribution": distribution, "seed": 3}, [4, 6])
initializer("VarianceScaling", {"scale": 2.0, "seed": 3, "input_axes": [0, 1], "output_axes": [2]}, [4, 3, 2])
initializer("GlorotUniform", {"seed": 3, "input_axes": [0], "output_axes": [1, 2]}, [4, 3, 2])
for shape in ([4, 4], [6, 3], [3, 6], [2, 3, 4], [5]):
    initializer("Orthogonal", {"gain": 1.5, "seed": 11}, shape)
for kw in ({"side": "real", "window": None}, {"side": "imag", "window": None}):
    initializer("STFT", kw, [8, 1, 5])
write("initializers.json", records)

# ---------------------------------------------------------------- losses
rng = np.random.RandomState(0)
L = keras.losses


def probabilities(*shape):
    x = rng.rand(*shape).astype("float32") + 0.05
    return x / x.sum(-1, keepdims=True)


def onehot(labels, n):
    return np.eye(n, dtype="float32")[labels]


real = (rng.randn(4, 3).astype("float32"), rng.randn(4, 3).astype("float32"))
positive = (rng.rand(4, 3).astype("float32") + 0.1, rng.rand(4, 3).astype("float32") + 0.1)
binary = (rng.randint(0, 2, (4, 3)).astype("float32"), rng.uniform(0.05, 0.95, (4, 3)).astype("float32"))
signs = (np.where(rng.rand(4, 3) > 0.5, 1, -1).astype("float32"), rng.randn(4, 3).astype("float32"))
categorical = (onehot(rng.randint(0, 5, 4), 5), probabilities(4, 5))
logits = (categorical[0], rng.randn(4, 5).astype("float32") * 3)
sparse = (rng.randint(0, 5, 4).astype("int64"), categorical[1])
sparse_logits = (sparse[0], logits[1])
images = (rng.randint(0, 2, (2, 4, 4, 1)).astype("float32"), rng.uniform(0.05, 0.95, (2, 4, 4, 1)).astype("float32"))
sequences = (onehot(rng.randint(0, 5, (2, 3)), 5), probabilities(2, 3, 5))
embeddings = (np.array([1, 1, 2, 2, 3, 3], "int64"), np.array(keras.ops.normalize(rng.randn(6, 4).astype("float32"))))
cases = [
    *[(c, {}, d) for c in ("MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "LogCosh", "Huber", "CosineSimilarity") for d in (real, positive)],
    ("Huber", {"delta": 0.3}, real), ("CosineSimilarity", {"axis": 0}, real),
    ("MeanSquaredLogarithmicError", {}, positive), ("MeanSquaredLogarithmicError", {}, real), ("Poisson", {}, positive), ("KLDivergence", {}, categorical), ("KLDivergence", {}, positive),
    ("Hinge", {}, signs), ("Hinge", {}, binary), ("SquaredHinge", {}, signs), ("SquaredHinge", {}, binary), ("CategoricalHinge", {}, (categorical[0], logits[1])),
    ("BinaryCrossentropy", {}, binary), ("BinaryCrossentropy", {"from_logits": True}, (binary[0], real[0])), ("BinaryCrossentropy", {"label_smoothing": 0.1}, binary), ("BinaryCrossentropy", {"axis": 0}, binary),
    ("BinaryFocalCrossentropy", {}, binary), ("BinaryFocalCrossentropy", {"apply_class_balancing": True, "alpha": 0.4, "gamma": 1.5, "from_logits": True, "label_smoothing": 0.1}, (binary[0], real[0])),
    ("CategoricalCrossentropy", {}, categorical), ("CategoricalCrossentropy", {"from_logits": True}, logits), ("CategoricalCrossentropy", {"label_smoothing": 0.2}, categorical), ("CategoricalCrossentropy", {}, sequences), ("CategoricalCrossentropy", {"axis": 0}, categorical),
    ("CategoricalCrossentropy", {}, (categorical[0], categorical[1] * 3)), ("CategoricalCrossentropy", {}, (categorical[0][:, :3], categorical[1])), ("CategoricalCrossentropy", {}, (sparse[0], categorical[1])),
    ("CategoricalFocalCrossentropy", {}, categorical), ("CategoricalFocalCrossentropy", {"alpha": 0.4, "gamma": 1.2, "from_logits": True, "label_smoothing": 0.1}, logits),
    ("SparseCategoricalCrossentropy", {}, sparse), ("SparseCategoricalCrossentropy", {"from_logits": True}, sparse_logits), ("SparseCategoricalCrossentropy", {}, (sparse[0].reshape(4, 1), categorical[1])),
    ("SparseCategoricalCrossentropy", {}, (sparse[0].astype("float32"), categorical[1])), ("SparseCategoricalCrossentropy", {"ignore_class": int(sparse[0][0])}, sparse), ("SparseCategoricalCrossentropy", {"ignore_class": -1, "from_logits": True}, (np.array([0, -1, 2, -1]), logits[1])),
    ("SparseCategoricalCrossentropy", {}, (sequences[0].argmax(-1), sequences[1])), ("SparseCategoricalCrossentropy", {}, (sequences[0].argmax(-1)[..., None], sequences[1])), ("SparseCategoricalCrossentropy", {}, categorical),
    ("SparseCategoricalCrossentropy", {}, (sparse[0][:3], categorical[1])),
    ("Dice", {}, images), ("Dice", {"axis": [1, 2, 3]}, images), ("Tversky", {}, images), ("Tversky", {"alpha": 0.3, "beta": 0.8, "axis": [1, 2, 3]}, images),
    ("Circle", {}, embeddings), ("Circle", {"gamma": 64.0, "margin": 0.25, "remove_diagonal": False}, embeddings),
    ("CategoricalGeneralizedCrossEntropy", {}, sparse), ("CategoricalGeneralizedCrossEntropy", {"q": 0.3}, sparse),
    ("MeanSquaredError", {}, (real[0][:, 0], real[1][:, :1])), ("MeanSquaredError", {}, (real[0][:, :1], real[1][:, 0])), ("MeanSquaredError", {}, (real[0][:, :2], real[1])), ("MeanAbsoluteError", {}, (real[0][:3], real[1])),
    ("MeanSquaredError", {}, ((real[0] * 5).astype("int32"), real[1])), ("BinaryCrossentropy", {}, (binary[0][:, 0], binary[1][:, :1])), ("BinaryCrossentropy", {}, (binary[0], binary[1][:, :2])),
    ("MeanSquaredError", {"dtype": "float64"}, real), ("CTC", {}, (np.array([[1, 2, 1], [2, 2, 0]]), rng.randn(2, 6, 4).astype("float32"))), ("CTC", {}, (np.array([1, 2]), rng.randn(2, 6, 4).astype("float32"))),
]
records = []
for cls, config, (t, p) in cases:
    for reduction in ("sum_over_batch_size", "none", "sum", "mean_with_sample_weight"):
        for weighted in (False, True):
            for masked in (False, True):
                if (masked or reduction in ("mean_with_sample_weight", "sum")) and not (weighted or cls in ("MeanSquaredError", "SparseCategoricalCrossentropy")):
                    continue
                n = p.shape[0]
                w = np.linspace(0.2, 1.7, n).astype("float32") if weighted else None
                m = (np.arange(n) % 3 != 1) if masked else None

                def run():
                    y = ops.convert_to_tensor(p)
                    if m is not None:
                        keras.src.backend.set_keras_mask(y, ops.convert_to_tensor(m))
                    return getattr(L, cls)(reduction=reduction, **config)(t, y, sample_weight=w)

                r = attempt(run)
                records.append(dict({"class": cls, "config": dict(config, reduction=reduction), "y_true": nd(t), "y_pred": nd(p), "sample_weight": None if w is None else nd(w), "mask": None if m is None else nd(m.astype("int32"))}, **r))
                if "raises" in r:
                    break
seen = set()
kept = []
for r in records:
    key = json.dumps([r["class"], r["config"], r["y_true"], r["y_pred"]], sort_keys=True)
    if "raises" in r:
        key = json.dumps([r["class"], {k: v for k, v in r["config"].items() if k != "reduction"}, r["y_true"]["shape"], r["y_pred"]["shape"]], sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
    kept.append(r)
write("losses.json", kept)

# ---------------------------------------------------------------- metrics
M = keras.metrics


def metric(cls, config, data, weights=None):
    steps = []
    m = getattr(M, cls)(**config)
    error = None
    try:
        for i, (t, p) in enumerate(data):
            w = None if weights is None else weights[i]
            if cls in ("Mean", "Sum"):
                m.update_state(t, sample_weight=w)
            else:
                m.update_state(t, p, sample_weight=w)
            steps.append({"y_true": nd(t), "y_pred": None if p is None else nd(p), "sample_weight": None if w is None else nd(w), "result": nd(m.result())})
    except Exception as e:
        error = {"raises": type(e).__name__, "message": str(e)[:300]}
        steps.append({"y_true": nd(t), "y_pred": None if p is None else nd(p), "sample_weight": None if w is None else nd(w)})
    record = {"class": cls, "config": config, "name": m.name, "steps": steps, "variables": [{"name": v.name, "path": v.path, "value": nd(v) if np.prod(v.shape) < 20 else None} for v in m.variables]}
    if error:
        record.update(error)
    records.append(record)


def two(f):
    return [f(), f()]


records = []
D = {
    "real": two(lambda: (rng.randn(4, 3).astype("float32"), rng.randn(4, 3).astype("float32"))),
    "column": two(lambda: (rng.randn(5, 1).astype("float32"), rng.randn(5, 1).astype("float32"))),
    "positive": two(lambda: (rng.rand(4, 3).astype("float32") + 0.1, rng.rand(4, 3).astype("float32") + 0.1)),
    "binary": two(lambda: (rng.randint(0, 2, (6, 1)).astype("float32"), rng.rand(6, 1).astype("float32"))),
    "flat": two(lambda: (rng.randint(0, 2, (6,)).astype("float32"), rng.rand(6, 1).astype("float32"))),
    "multi": two(lambda: (rng.randint(0, 2, (6, 3)).astype("float32"), rng.rand(6, 3).astype("float32"))),
    "categorical": two(lambda: (onehot(rng.randint(0, 7, 6), 7), probabilities(6, 7))),
    "sparse": two(lambda: (rng.randint(0, 7, 6), probabilities(6, 7))),
    "sparse2": two(lambda: (rng.randint(0, 7, (6, 1)), probabilities(6, 7))),
    "sequence": two(lambda: (rng.randint(0, 4, (2, 3)), probabilities(2, 3, 4))),
    "labels": two(lambda: (rng.randint(0, 3, 8), rng.randint(0, 3, 8))),
    "signs": two(lambda: (np.where(rng.rand(4, 3) > 0.5, 1, -1).astype("float32"), rng.randn(4, 3).astype("float32"))),
}


def run(cls, config, *names, weighted=True):
    for n in names:
        metric(cls, config, D[n])
        if weighted:
            metric(cls, config, D[n], [np.linspace(0.5, 2.0, d[0].shape[0]).astype("float32") for d in D[n]])


for cls in ("MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "RootMeanSquaredError", "CosineSimilarity", "LogCoshError"):
    run(cls, {}, "real", "column")
run("MeanSquaredLogarithmicError", {}, "positive"); run("CosineSimilarity", {"axis": 0}, "real", weighted=False); run("Poisson", {}, "positive"); run("KLDivergence", {}, "categorical")
run("Hinge", {}, "signs", "multi"); run("SquaredHinge", {}, "signs"); run("CategoricalHinge", {}, "categorical")
run("BinaryCrossentropy", {}, "binary", "multi"); run("BinaryCrossentropy", {"from_logits": True, "label_smoothing": 0.1}, "binary")
run("CategoricalCrossentropy", {}, "categorical"); run("CategoricalCrossentropy", {"from_logits": True, "label_smoothing": 0.1}, "categorical"); run("SparseCategoricalCrossentropy", {}, "sparse", "sparse2", "sequence")
run("SparseCategoricalCrossentropy", {"ignore_class": 1}, "sparse", "sequence"); run("SparseCategoricalCrossentropy", {"from_logits": True}, "sparse")
run("Accuracy", {}, "labels"); run("BinaryAccuracy", {}, "binary", "flat", "multi"); run("BinaryAccuracy", {"threshold": 0.3}, "binary"); run("CategoricalAccuracy", {}, "categorical")
run("SparseCategoricalAccuracy", {}, "sparse", "sparse2", "sequence"); run("TopKCategoricalAccuracy", {"k": 2}, "categorical"); run("SparseTopKCategoricalAccuracy", {"k": 3}, "sparse", "sequence", "sparse2")
for cls in ("TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives", "Precision", "Recall"):
    run(cls, {}, "binary", "flat", "multi"); run(cls, {"thresholds": [0.2, 0.6]}, "binary", "multi"); run(cls, {"thresholds": [0.0, 0.5, 1.0]}, "binary")
for cls in ("Precision", "Recall"):
    run(cls, {"top_k": 2}, "categorical"); run(cls, {"class_id": 1}, "multi"); run(cls, {"top_k": 3, "class_id": 2}, "categorical"); run(cls, {"thresholds": 0.7}, "multi")
for cls, key in (("SensitivityAtSpecificity", "specificity"), ("SpecificityAtSensitivity", "sensitivity"), ("PrecisionAtRecall", "recall"), ("RecallAtPrecision", "precision")):
    run(cls, {key: 0.6}, "binary", "multi"); run(cls, {key: 0.4, "num_thresholds": 3}, "binary"); run(cls, {key: 0.4, "num_thresholds": 1}, "binary", weighted=False); run(cls, {key: 0.5, "class_id": 0}, "multi")
for curve in ("ROC", "PR", "PRGAIN"):
    for summation in ("interpolation", "minoring", "majoring"):
        run("AUC", {"curve": curve, "summation_method": summation}, "binary"); run("AUC", {"curve": curve, "summation_method": summation, "num_thresholds": 5}, "flat", "multi", weighted=False)
        run("AUC", {"curve": curve, "summation_method": summation, "num_thresholds": 7, "multi_label": True}, "multi")
run("AUC", {"thresholds": [0.1, 0.35, 0.8]}, "binary"); run("AUC", {"thresholds": [0.1, 0.35, 0.8], "multi_label": True}, "multi"); run("AUC", {"from_logits": True}, "binary"); run("AUC", {"multi_label": True, "num_labels": 3, "label_weights": [0.2, 0.5, 0.3]}, "multi")
run("AUC", {"label_weights": [0.2, 0.5, 0.3]}, "multi", weighted=False)
for average in (None, "micro", "macro", "weighted"):
    run("F1Score", {"average": average}, "multi", "categorical"); run("F1Score", {"average": average, "threshold": 0.4}, "multi"); run("FBetaScore", {"average": average, "beta": 2.0, "threshold": 0.5}, "multi")
for aggregation in (None, "uniform_average", "variance_weighted_average"):
    run("R2Score", {"class_aggregation": aggregation}, "real", "column"); run("R2Score", {"class_aggregation": aggregation, "num_regressors": 1}, "real")
run("IoU", {"num_classes": 3, "target_class_ids": [0, 2]}, "labels", weighted=False); run("IoU", {"num_classes": 3, "target_class_ids": [1], "dtype": "float32"}, "labels"); run("IoU", {"num_classes": 3, "target_class_ids": [0, 1], "ignore_class": 2}, "labels", weighted=False)
run("MeanIoU", {"num_classes": 3}, "labels", weighted=False); run("MeanIoU", {"num_classes": 4, "sparse_y_pred": False}, "sequence", weighted=False); run("BinaryIoU", {"threshold": 0.4}, "binary", "multi", weighted=False); run("BinaryIoU", {"target_class_ids": [1], "threshold": 0.4}, "binary", weighted=False)
run("OneHotIoU", {"num_classes": 7, "target_class_ids": [0, 3]}, "categorical", weighted=False); run("OneHotMeanIoU", {"num_classes": 7}, "categorical", weighted=False)
run("PearsonCorrelation", {}, "real"); run("ConcordanceCorrelation", {}, "real"); run("PearsonCorrelation", {"axis": 0}, "real", weighted=False)
for cls in ("Mean", "Sum"):
    metric(cls, {}, [(np.array([1.0, 2, 4], "float32"), None), (np.array(3.0, "float32"), None), (rng.rand(2, 3).astype("float32"), None)])
    metric(cls, {}, [(np.array([1.0, 2, 4], "float32"), None), (rng.rand(3, 2).astype("float32"), None), (rng.rand(3, 2).astype("float32"), None)], [np.array([1, 0, 2], "float32"), np.array([1, 0.5, 2], "float32"), rng.rand(3, 2).astype("float32")])
write("metrics.json", records)

# ---------------------------------------------------------------- optimizers
O = keras.optimizers
steps = 200
shapes = [(3, 2), (4,), ()]
start = [np.asarray(rng.randn(*s), "float32") for s in shapes]
gradients = [[np.asarray(rng.randn(*s) * (1 + 0.5 * np.sin(t / 7)), "float32") for s in shapes] for t in range(steps)]
with open(os.path.join(out, "optimizer_gradients.json"), "w") as f:
    json.dump({"start": [nd(s) for s in start], "gradients": [[round_ for g in step for round_ in [float(str(v)) for v in np.asarray(g).reshape(-1)]] for step in gradients]}, f)
S = O.schedules
specs = [("SGD", {}), ("SGD", {"momentum": 0.9}), ("SGD", {"momentum": 0.9, "nesterov": True}), ("SGD", {"weight_decay": 0.01}), ("SGD", {"clipnorm": 0.5}), ("SGD", {"clipvalue": 0.3}), ("SGD", {"global_clipnorm": 0.7}),
         ("Adam", {}), ("Adam", {"learning_rate": 0.05, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-4}), ("Adam", {"amsgrad": True}), ("Adam", {"weight_decay": 0.02}), ("Adam", {"gradient_accumulation_steps": 3}),
         ("Adam", {"use_ema": True, "ema_momentum": 0.9, "ema_overwrite_frequency": 5}), ("Adam", {"loss_scale_factor": 8.0}), ("Adam", {"clipnorm": 0.5, "gradient_accumulation_steps": 2}), ("SGD", {"use_ema": True}),
         ("AdamW", {}), ("AdamW", {"weight_decay": 0.1, "amsgrad": True}), ("RMSprop", {}), ("RMSprop", {"momentum": 0.5}), ("RMSprop", {"centered": True}), ("RMSprop", {"rho": 0.8, "momentum": 0.9, "centered": True}),
         ("Adagrad", {}), ("Adadelta", {"learning_rate": 1.0}), ("Adamax", {}), ("Nadam", {}), ("Nadam", {"learning_rate": 0.01, "gradient_accumulation_steps": 2}), ("Ftrl", {"learning_rate": 0.1}), ("Ftrl", {"learning_rate": 0.1, "l1_regularization_strength": 0.01, "l2_regularization_strength": 0.02, "l2_shrinkage_regularization_strength": 0.03, "beta": 0.4, "learning_rate_power": -0.4}),
         ("Lion", {}), ("Lamb", {}), ("Adafactor", {}), ("Adafactor", {"learning_rate": 0.5, "clip_threshold": 0.4, "weight_decay": 0.01}), ("Adafactor", {"relative_step": False}), ("ScheduleFreeAdamW", {}), ("ScheduleFreeAdamW", {"learning_rate": 0.01, "warmup_steps": 20, "weight_decay": 0.01}),
         ("Adam", {"schedule": "ExponentialDecay"}), ("SGD", {"schedule": "CosineDecay", "momentum": 0.9, "gradient_accumulation_steps": 2}), ("Adam", {"amsgrad": True, "gradient_accumulation_steps": 4, "use_ema": True, "ema_overwrite_frequency": 3}), ("Adam", {"constraint": "NonNeg"}), ("LossScaleOptimizer", {"inner": "Adam", "dynamic_growth_steps": 5, "initial_scale": 16.0})]
records = []
for cls, config in specs:
    kw = dict(config)
    if kw.pop("schedule", None) == "ExponentialDecay":
        kw["learning_rate"] = S.ExponentialDecay(0.01, 20, 0.9)
    elif config.get("schedule") == "CosineDecay":
        kw["learning_rate"] = S.CosineDecay(0.05, 150)
    constraint = kw.pop("constraint", None)
    if cls == "LossScaleOptimizer":
        kw.pop("inner")
        optimizer = O.LossScaleOptimizer(O.Adam(), **kw)
    else:
        optimizer = getattr(O, cls)(**kw)
    variables = [keras.Variable(s, name=f"w{i}") for i, s in enumerate(start)]
    if constraint:
        for v in variables:
            v.constraint = getattr(keras.constraints, constraint)()
    try:
        optimizer.build(variables)
        trace = []
        for t in range(steps):
            g = gradients[t]
            if cls == "LossScaleOptimizer":
                g = [x * float(optimizer.dynamic_scale) for x in g]
                if t in (7, 40):
                    g = [np.full_like(x, np.nan) for x in g]
            optimizer.apply([ops.convert_to_tensor(x) for x in g], variables)
            if t + 1 in (1, 2, 3, 10, 50, 200):
                trace.append({"step": t + 1, "values": [nd(v) for v in variables], "learning_rate": float(np.asarray(ops.convert_to_tensor(optimizer.learning_rate)))})
        optimizer.finalize_variable_values(variables)
        records.append({"class": cls, "config": config, "name": optimizer.name, "trace": trace, "final": [nd(v) for v in variables], "variables": [{"name": v.name, "path": v.path, "value": nd(v)} for v in optimizer.variables]})
    except Exception as e:
        records.append({"class": cls, "config": config, "raises": type(e).__name__, "message": str(e)[:300]})
write("optimizers.json", records)

# ---------------------------------------------------------------- schedules
records = []
for cls, config in [("ExponentialDecay", {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}), ("ExponentialDecay", {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5, "staircase": True}),
                    ("PiecewiseConstantDecay", {"boundaries": [5, 12], "values": [1.0, 0.5, 0.1]}), ("PiecewiseConstantDecay", {"boundaries": [5], "values": [1.0, 0.5]}), ("PolynomialDecay", {"initial_learning_rate": 0.1, "decay_steps": 10}), ("PolynomialDecay", {"initial_learning_rate": 0.1, "decay_steps": 10, "end_learning_rate": 0.02, "power": 2.0, "cycle": True}),
                    ("InverseTimeDecay", {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}), ("InverseTimeDecay", {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5, "staircase": True}), ("CosineDecay", {"initial_learning_rate": 0.1, "decay_steps": 15}), ("CosineDecay", {"initial_learning_rate": 0.1, "decay_steps": 15, "alpha": 0.2}),
                    ("CosineDecay", {"initial_learning_rate": 0.0, "decay_steps": 15, "warmup_target": 0.3, "warmup_steps": 5}), ("CosineDecayRestarts", {"initial_learning_rate": 0.1, "first_decay_steps": 5}), ("CosineDecayRestarts", {"initial_learning_rate": 0.1, "first_decay_steps": 5, "t_mul": 1.0, "m_mul": 0.8, "alpha": 0.1}), ("CosineDecayRestarts", {"initial_learning_rate": 0.1, "first_decay_steps": 5, "t_mul": 1.5, "m_mul": 0.5})]:
    s = getattr(S, cls)(**config)
    records.append({"class": cls, "config": config, "values": [float(np.asarray(s(keras.Variable(i, dtype="int64")))) for i in range(31)]})
write("schedules.json", records)

# ---------------------------------------------------------------- regularizers, constraints, activations
records = []
w = rng.randn(4, 3).astype("float32")
for cls, config in [("L1", {}), ("L1", {"l1": 0.3}), ("L2", {}), ("L2", {"l2": 0.2}), ("L1L2", {}), ("L1L2", {"l1": 0.1, "l2": 0.2}), ("OrthogonalRegularizer", {}), ("OrthogonalRegularizer", {"factor": 0.3, "mode": "columns"})]:
    records.append({"kind": "regularizers", "class": cls, "config": config, "input": nd(w), "result": nd(getattr(keras.regularizers, cls)(**config)(ops.convert_to_tensor(w)))})
for cls, config in [("MaxNorm", {}), ("MaxNorm", {"max_value": 0.5, "axis": 1}), ("MaxNorm", {"max_value": 0.5, "axis": [0, 1]}), ("NonNeg", {}), ("UnitNorm", {}), ("UnitNorm", {"axis": 1}), ("MinMaxNorm", {}), ("MinMaxNorm", {"min_value": 0.5, "max_value": 0.8, "rate": 0.6, "axis": 1})]:
    records.append({"kind": "constraints", "class": cls, "config": config, "input": nd(w), "result": nd(getattr(keras.constraints, cls)(**config)(ops.convert_to_tensor(w)))})
x = np.concatenate([np.linspace(-8, 8, 33).astype("float32"), [0.5, -0.5, 1.0]]).astype("float32").reshape(6, 6)
for name in sorted(names["activations"]):
    if name in ("threshold", "sparsemax"):  # Keras's sparsemax gives no distribution
        continue
    records.append({"kind": "activations", "class": name, "config": {}, "input": nd(x), "result": nd(keras.activations.get(name)(ops.convert_to_tensor(x)))})
write("small.json", records)
print("done")
