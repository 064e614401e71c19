"""Intervals by resampling worlds: the worlds of a run are what is random, so they are what is drawn again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Statistic = Callable[[Mapping[str, Values]], float]
RESAMPLES = 1000
SEED = 20200213


@dataclass(frozen=True)
class Estimate:
    """A number with the interval it may lie in. worlds: how many it rests on."""

    point: float
    low: float
    high: float
    worlds: int

    @property
    def width(self) -> float:
        """Width of the interval."""
        return self.high - self.low


def mean(values: Mapping[str, Values]) -> float:
    """Mean over worlds of what is called "effect"; worlds without one do not count."""
    effect = values["effect"]
    return float(np.nanmean(effect)) if np.isfinite(effect).any() else float("nan")


def resampled(values: Mapping[str, Values], statistic: Statistic) -> Values:
    """The statistic on worlds drawn again with replacement, RESAMPLES times."""
    count = len(next(iter(values.values())))
    chance = np.random.default_rng(SEED)
    drawn = (chance.integers(0, count, count) for _ in range(RESAMPLES))
    return np.array([statistic({name: column[rows] for name, column in values.items()}) for rows in drawn])


def estimate(values: Mapping[str, Values], statistic: Statistic = mean, level: float = 0.95) -> Estimate:
    """A statistic of per-world values (name -> array over worlds) with its percentile bootstrap interval (Efron 1979).

    The chance is always the same, so the interval is a function of the values alone. NaN if no world has a value.
    """
    usable = {name: np.asarray(column, float) for name, column in values.items()}
    worlds = int(np.isfinite(usable["effect"]).sum()) if "effect" in usable else len(next(iter(usable.values()), []))
    if not worlds:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        again = resampled(usable, statistic)
        low, high = np.nanquantile(again, [(1 - level) / 2, (1 + level) / 2]) if np.isfinite(again).any() else (np.nan, np.nan)
        return Estimate(statistic(usable), float(low), float(high), worlds)
