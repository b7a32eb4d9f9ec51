"""Inputs for the families: the same numbers for the same arguments."""
import numpy as np


def floats(*shape, low=-2.0, high=2.0, seed=1, dtype="float32"):
    return np.round(np.random.RandomState(seed).uniform(low, high, shape), 3).astype(dtype)


def integers(*shape, low=-9, high=10, seed=1, dtype="int32"):
    return np.random.RandomState(seed).randint(low, high, shape).astype(dtype)


def bools(*shape, seed=1):
    return np.random.RandomState(seed).rand(*shape) < 0.5
