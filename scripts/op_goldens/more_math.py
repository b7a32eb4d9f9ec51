"""Bits, differences, averages, and functions that mind NaN."""
import numpy as np

from op_goldens.data import bools, floats, integers

HOLES = np.array([[1.0, np.nan, 3.0], [np.nan, np.nan, np.nan], [-1.0, 0.5, 2.0]], "float32")


def cases(record):
    for name in "bitwise_and bitwise_or bitwise_xor".split():
        record(name, integers(3, 4), integers(4, seed=2))
        record(name, integers(4, low=0, high=255, dtype="uint8"), integers(4, low=0, high=255, seed=2, dtype="uint8"))
    for name in "bitwise_left_shift bitwise_right_shift left_shift right_shift".split():
        record(name, integers(2, 3), integers(3, low=0, high=5, seed=2))
    for name in "bitwise_invert bitwise_not".split():
        record(name, integers(5))
        record(name, integers(5, low=0, high=255, dtype="uint8"))
    for name in "hypot heaviside fmod fmax fmin logaddexp2".split():
        record(name, floats(2, 3), floats(3, seed=2))
        record(name, integers(2, 3), integers(2, 3, low=1, seed=2))
    record("hypot", np.array([0.0, 3e30, -4.0], "float32"), np.array([0.0, 4e30, 3.0], "float32"))
    record("heaviside", np.array([-1.0, 0.0, 2.0], "float32"), np.array([0.5, 0.5, 0.5], "float32"))
    record("fmax", HOLES, floats(3))
    record("fmin", floats(3), HOLES)
    record("logaddexp2", np.array([np.inf, -np.inf, 100.0], "float32"), np.array([np.inf, -np.inf, 1.0], "float32"))
    for name in "cbrt sinc isreal".split():
        record(name, floats(2, 3))
        record(name, integers(4, low=1))
    record("sinc", np.array([0.0, 1.0, 0.5], "float32"))
    record("nan_to_num", np.array([np.nan, np.inf, -np.inf, 1.5], "float32"))
    record("nan_to_num", np.array([np.nan, np.inf, -np.inf, 1.5], "float32"), nan=1.0, posinf=2.0, neginf=-3.0)
    record("nan_to_num", integers(3))
    record("allclose", floats(3), floats(3))
    record("allclose", floats(3), floats(3, seed=2))
    record("isclose", HOLES, HOLES, equal_nan=True)
    for axis in (-1, 0, 1):
        record("diff", floats(3, 4, 2), axis=axis)
    record("diff", floats(5), n=2)
    record("diff", bools(5))
    record("trace", floats(3, 4))
    record("trace", floats(2, 3, 3), offset=1, axis1=1, axis2=2)
    record("trace", floats(3, 2, 3), offset=-1, axis1=0, axis2=2)
    record("trace", integers(3, 3, dtype="int8"))
    record("average", floats(3, 4))
    record("average", floats(3, 4), axis=0)
    record("average", integers(3, 4), axis=1)
    record("average", floats(3, 4), axis=1, weights=floats(3, 4, low=0.5, high=2, seed=2))
    record("average", floats(3, 4), weights=floats(3, 4, low=0.5, high=2, seed=2))
    record("average", floats(3, 4), axis=1, weights=floats(4, low=0.5, high=2, seed=2))
    for name in "nansum nanprod nanmean nanvar nanstd nanmax nanmin".split():
        record(name, HOLES[[0, 2]], axis=1)
        record(name, HOLES[[0, 2]])
        record(name, floats(2, 3, 2), axis=(0, 2), keepdims=True)
    for name in "nansum nanprod nanmean nanmax nanmin".split():
        record(name, integers(3, 2), axis=0)
    record("nanmax", HOLES, axis=1)
    record("nansum", HOLES, axis=1)
