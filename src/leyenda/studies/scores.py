"""Proper scores: how well a set of simulated values foretold one that was observed."""

import math

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


def crps(sample: Values, observed: float) -> float:
    """Continuous ranked probability score of a sample against one observation, in the sample's unit; lower is better.

    E|X - y| - E|X - X'| / 2 (Gneiting & Raftery 2007), exact over the sample.
    """
    x = np.sort(np.asarray(sample, float))
    n = len(x)
    spread = float(np.sum((2 * np.arange(1, n + 1) - n - 1) * x)) / n**2
    return float(np.mean(np.abs(x - observed))) - spread


def constant_hazard(rate: float, horizon: float, points: int = 2000) -> Values:
    """Waiting times at a constant hazard as evenly spaced quantiles, cut at the horizon; years."""
    return np.minimum(horizon, -np.log1p(-(np.arange(points) + 0.5) / points) / rate)


def at_least(mean: float, number: int) -> float:
    """Chance that a Poisson count is at least a number."""
    return 1.0 - sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(number))


def brier(chance: float, happened: bool) -> float:
    """Brier score of a stated chance; lower is better."""
    return (chance - happened) ** 2
