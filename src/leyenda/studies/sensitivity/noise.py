"""What is chance in the answers: how far worlds of the same parameters lie apart, and what a parameter would show by chance alone.

Why     All points are run on the same worlds, so what a world is like whatever the parameters cancels. What is left, the part of a
        world's answer that is neither its own nor its point's, is what a parameter could show that did nothing but draw all chance
        anew. A parameter that no rule reads does not even do that: it shows zero. The floor is therefore a cautious one.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.studies.sensitivity.design import AROUND, MORRIS, SOBOL, STEP
from leyenda.studies.sensitivity.factors import Values


@dataclass(frozen=True)
class Answers:
    """Means over worlds at the points of all whole blocks.

    means: (point,); whole: which blocks are, (block,); spread: sd between worlds of the same parameters; chance: sd of what is left
    of it without what worlds have of their own, in one world; worlds: how many said anything; silent: answers that are missing.
    """

    means: Values
    whole: npt.NDArray[np.bool_]
    spread: float
    chance: float
    worlds: int
    silent: int


def answers(found: Values, block: int) -> Answers:
    """From (point, world), nan for none. A block with a point where no world says anything is left out.

    A missing answer does not shift its point: what its world has of its own is taken out before the mean and the mean of that put back.
    """
    there = np.isfinite(found)
    whole = np.asarray(there.any(axis=1).reshape(-1, block).all(axis=1))
    kept = found[np.repeat(whole, block)]
    kept = kept[:, np.isfinite(kept).any(axis=0)]
    silent = int((~there).sum())
    if not kept.size:
        return Answers(np.array([]), whole, math.nan, math.nan, 0, silent)
    own = np.nanmean(kept, axis=0)
    means = np.nanmean(kept - own, axis=1) + own.mean()
    return Answers(means, whole, spread(kept), chance(kept - own), kept.shape[1], silent)


def spread(kept: Values) -> float:
    """Standard deviation between worlds of the same parameters, pooled over points: (point, world)."""
    apart = kept - np.nanmean(kept, axis=1, keepdims=True)
    return math.sqrt(np.nansum(apart**2) / max(1, int(np.isfinite(kept).sum()) - len(kept)))


def chance(others: Values) -> float:
    """Standard deviation of what is neither a point's nor a world's: the residual of both, from answers without their worlds' means."""
    points, worlds = others.shape
    rest = others - np.nanmean(others, axis=1, keepdims=True)
    return math.sqrt(np.nansum(rest**2) / max(1, int(np.isfinite(others).sum()) - points - worlds + 1))


def floor(method: str, found: Answers) -> float:
    """What the leading index of a parameter would be that only drew the chance of all worlds anew.

    morris: the expected absolute elementary effect, of two means a step apart. sobol: chance as a share of the variance.
    """
    of_mean = found.chance / math.sqrt(max(1, found.worlds))
    if method == MORRIS:
        return math.sqrt(2 / math.pi) * math.sqrt(2) * of_mean / STEP
    variance = of_base(found.means, int(found.whole.sum())).var()
    return float(of_mean**2 / variance) if variance > 0.0 else 0.0


def of_base(means: Values, blocks: int) -> Values:
    """The means of both base samples of a Sobol design, whose variance is what its indices are shares of."""
    rows = means.reshape(blocks, -1)
    return rows[:, [0, 1 - AROUND[SOBOL]]]
