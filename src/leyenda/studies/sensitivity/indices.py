"""Indices with their intervals: SALib's estimators, drawn again by whole blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.studies.compare.bootstrap import interval
from leyenda.studies.sensitivity.design import LEVELS, MORRIS
from leyenda.studies.sensitivity.factors import Values
from leyenda.studies.sensitivity.library import problem, salib

RESAMPLES = 1000
SEED = 20200213  # of resampling alone, so that intervals are a function of the answers
ENDS = (0.025, 0.975)


@dataclass(frozen=True)
class Index:
    """An index of every parameter and the ends of its 95 % interval: (parameter,) each."""

    point: Values
    low: Values
    high: Values


def indices(method: str, points: Values, means: Values, block: int) -> Mapping[str, Index]:
    """The indices of a method by their names, the leading one first. points: (point, parameter); means: (point,)."""
    return morris(points, means, block) if method == MORRIS else sobol(means, points.shape[1])


def morris(points: Values, means: Values, block: int) -> Mapping[str, Index]:
    """Elementary effects in the unit of the output for a whole range: mean size, spread, and mean with its sign."""
    module = salib("analyze.morris")
    found = module.analyze(problem(points.shape[1]), points, means, num_resamples=2, num_levels=LEVELS, seed=SEED)
    effects = elementary(points, means, block)
    even = np.ones_like(effects)
    bend = (effects - effects.mean(axis=0)) ** 2
    ends = interval(bend, (1 - 1 / len(bend)) * even)[1:]
    return {
        "mu_star": Index(np.asarray(found["mu_star"], float), *interval(np.abs(effects), even)[1:]),
        "sigma": Index(np.asarray(found["sigma"], float), *(np.sqrt(end) for end in ends)),
        "mu": Index(np.asarray(found["mu"], float), *interval(effects, even)[1:]),
    }


def elementary(points: Values, means: Values, block: int) -> Values:
    """The effect of each parameter in each trajectory: (trajectory, parameter). Every parameter moves once in each."""
    moved = np.diff(points.reshape(-1, block, points.shape[1]), axis=1)
    gained = np.diff(means.reshape(-1, block), axis=1)[:, :, None]
    return np.asarray(np.divide(gained, moved, out=np.zeros_like(moved), where=moved != 0.0).sum(axis=1))


def sobol(means: Values, count: int) -> Mapping[str, Index]:
    """Shares of the variance: total (the parameter with all it interacts with) and first order (by itself)."""
    if np.ptp(means) == 0.0:
        nothing = Index(*(np.zeros(count) for _ in range(3)))
        return {"total": nothing, "first": nothing}
    module = salib("analyze.sobol")
    drawn = {"num_resamples": RESAMPLES, "keep_resamples": True, "seed": SEED}
    found = module.analyze(problem(count), means, calc_second_order=False, **drawn)
    named = {"total": "ST", "first": "S1"}
    return {name: Index(found[key], *np.quantile(found[f"{key}_conf_all"], ENDS, axis=0)) for name, key in named.items()}
