"""Records keras.utils.Progbar with a clock of our own: test/golden/console/progress.json.

Run with real Keras 3: python scripts/make_progress_goldens.py
Times are ticks of 100 ns since the bar was made; a value may be the text "nan", "inf" or "-inf".
"""
import io
import json
import os
import random
import sys

import keras
from keras.src.utils import progbar as module

BASE = 1000.0
ticks = 0
module.time.time = lambda: BASE + ticks / 1e7


def number(value):
    return value if isinstance(value, float) and abs(value) != float("inf") and value == value else str(value)


def record(name, target, updates, verbose=1, dynamic=True, stateful=None, stateless=(), unit="step", width=20, interval=0.05):
    """updates: (ticks, current, {name: value}, finalize or None[, new target])."""
    global ticks
    ticks = 0
    real, sys.stdout = sys.stdout, io.StringIO()
    try:
        bar = keras.utils.Progbar(target, width=width, verbose=verbose, interval=interval, unit_name=unit,
                                  stateful_metrics=stateful, stateless_metrics=None if stateless is None else set(stateless))
        bar._dynamic_display = dynamic
        for update in updates:
            ticks, current, values, finalize = update[:4]
            if len(update) > 4:
                bar.target = update[4]
            bar.update(current, list(values.items()), finalize=finalize)
        text = sys.stdout.getvalue()
    finally:
        sys.stdout = real
    return {
        "name": name, "target": target, "verbose": verbose, "dynamic": dynamic, "unit": unit, "width": width, "interval": interval,
        "stateful": stateful, "stateless": None if stateless is None else list(stateless),
        "updates": [{"ticks": u[0], "current": u[1], "values": [[k, number(v)] for k, v in u[2].items()],
                     "finalize": u[3], **({"target": u[4]} if len(u) > 4 else {})} for u in updates],
        "output": text,
    }


def epoch(steps, step_ticks, values, last=None, first=None):
    """Updates as fit makes them: one for each batch, one more at the end."""
    now, result = 0, []
    for i in range(steps):
        now += first if first and i == 0 else step_ticks
        result.append((now, i + 1, values(i), False))
    final = dict(values(steps - 1))
    final.update(last or {})
    result.append((now + 1_234_567, steps, final, True))
    return result


def falling(i):
    return {"accuracy": 1 - 1 / (i + 2), "loss": 2.5 / (i + 1)}


MS, S = 10_000, 10_000_000
cases = [
    record("fit, 16 steps", 16, epoch(16, 23 * MS + 17, falling, {"val_accuracy": 0.11718, "val_loss": 2.35471}, 3 * S + 7)),
    record("fit, 16 steps, verbose 2", 16, epoch(16, 23 * MS + 17, falling, {"val_accuracy": 0.11718, "val_loss": 2.35471}, 3 * S + 7), verbose=2),
    record("fit, verbose 0", 16, epoch(16, 23 * MS + 17, falling), verbose=0),
    record("written to a file", 16, epoch(16, 23 * MS + 17, falling), dynamic=False),
    record("predict: no metrics, the line gets shorter", 20, epoch(20, 9 * MS + 331, lambda i: {}, first=2532 * MS)),
    record("one step", 1, epoch(1, 55 * MS, falling)),
    record("two outputs", 2, epoch(2, 3 * S, lambda i: {"inner_loss": 1.1834, "inner_mae": 0.885, "loss": 2.5368, "out2_loss": 1.3534})),
    record("1875 fast steps", 1875, epoch(1875, 937 * 10 + 1, falling)[::25]),
    record("microseconds", 100_000, [(i * 613 + 1_000, i, {"loss": 0.5}, None) for i in range(5000, 100_001, 5000)]),
    record("minutes", 300, epoch(7, 11 * S + 3, falling)),
    record("hours", 4000, epoch(5, 33 * S + 3, falling)),
    record("days", 100_000, epoch(3, 200 * S + 3, falling)),
    record("unknown length", None, [*epoch(7, 61 * MS, falling)[:-1], (9 * S, 7, falling(6), True, 7)]),
    record("unknown length, never told", None, epoch(7, 61 * MS, falling)),
    record("unknown length, verbose 2", None, [*epoch(7, 61 * MS, falling)[:-1], (9 * S, 7, falling(6), True, 7)], verbose=2),
    record("target 0", 0, [(MS, 0, {"loss": 1.0}, None)]),
    record("beyond the target", 5, [(600_001 * (i + 1), i + 1, {"loss": 1.0}, None) for i in range(8)]),
    record("small, negative, strange values", 3, [
        (1_000_001, 1, {"a": 1e-3, "b": 1.0000001e-3, "c": -0.5, "d": 0.0, "e": -0.0, "f": float("nan"), "g": 123456.789}, None),
        (2_000_001, 2, {"a": 9.99e-9, "b": -1e-3, "c": 1e300, "d": float("inf"), "e": -float("inf"), "f": 1e-300, "g": 5e-324}, None),
        (3_000_001, 3, {"a": 2.03125, "b": 0.03125, "c": 0.15625, "d": 9.99995, "e": 0.00099995, "f": 99999.99996, "g": 1e22}, None)]),
    record("strange values, verbose 2", 1, [
        (1_000_001, 1, {"a": -2.03125, "b": -2.03135, "c": -0.5, "d": -99999.6, "e": -1e22, "f": 1e-3, "g": -9.99995, "h": float("nan")}, None)], verbose=2),
    record("ties of the clock", 4, [(5_000_000, 1, {}, False), (15_000_000, 2, {}, False), (25_000_000, 4, {}, True)]),
    record("a tie at the end", 4, [(15_000_000, 4, {}, True)]),
    record("averaged by the bar", 10, [(700_001 * (i + 1), i + 1, {"loss": 1.0 / (i + 1), "lr": 0.1 * i}, None) for i in range(10)], stateful=["lr"], stateless=None),
    record("averaged, in leaps", 10, [(700_001 * (i + 1), i + 1, {"loss": 1.0 / (i + 1)}, None) for i in (1, 4, 7, 9)], stateless=None),
    record("averaged by name", 10, [(700_001 * (i + 1), i + 1, {"loss": 1.0 / (i + 1), "acc": 0.05 * i}, None) for i in range(9)], stateless=["loss"]),
    record("other unit, width, interval", 50, epoch(50, 41 * MS, falling), unit="sample", width=30, interval=0.2),
    record("names that come and go", 6, [(600_001 * (i + 1), i + 1, {"loss": 1.0} if i % 2 else {"acc": 0.5 + i}, None) for i in range(6)]),
]
rng = random.Random(7)
for n in range(16):
    steps = rng.choice([1, 3, 10, 32, 47])
    pace = rng.choice([700, 7_001, 90_003, 800_007, 23_000_011])
    names = sorted(rng.sample(["accuracy", "loss", "mae", "auc", "top_5", "precision"], rng.randint(0, 4)))
    now, updates = 0, []
    for i in range(steps):
        now += rng.randint(pace // 3, pace * 2) + 1
        updates.append((now, i + 1, {k: rng.choice([1, 1e-2, 1e-5]) * rng.random() for k in names}, False))
    updates.append((now + rng.randint(1, pace), steps, {k: rng.random() for k in names + ["val_" + k for k in names]}, True))
    cases.append(record(f"random {n}", steps, updates, verbose=rng.choice([1, 1, 1, 2])))

folder = os.path.join(os.path.dirname(__file__), "..", "test", "golden", "console")
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "progress.json"), "w", encoding="utf-8") as file:
    file.write('{"keras": "%s", "made by": "scripts/make_progress_goldens.py", "cases": [\n' % keras.__version__)
    file.write(",\n".join(json.dumps(case) for case in cases))
    file.write("\n]}\n")
