"""What rows of a table that came near a record say of the parameters: rejection and regression.

Source  Beaumont, Zhang & Balding (2002). Residuals are those of a row left out of its own regression: with almost as many statistics as
        rows, others are far too small.
"""

import numpy as np
import numpy.typing as npt

from leyenda.studies.calibrate.distance import FAR, distances

Values = npt.NDArray[np.float64]
NEAREST = 0.2  # share of the rows that is kept
EDGE = 1e-6  # no place comes nearer to a wall: its logit would be infinite
ALONE = 0.95  # a row that is so much of its own regression says nothing of what it would be without it


def fewest(statistics: int) -> int:
    """How many rows a table needs for its nearest to be twice as many as what is regressed on."""
    return int(np.ceil(2 * (statistics + 1) / NEAREST)) + 1


def from_row(apart: Values, row: int) -> Values:
    """Differences of all rows from one, in units of tolerance; 0 where both say nothing, NaN where one does."""
    both = np.isnan(apart) & np.isnan(apart[row])
    return np.where(both, 0.0, apart - apart[row])


def posterior(points: Values, difference: Values, weight: Values) -> tuple[Values, Values]:
    """Places of the parameters and their weights (sum 1), from the rows nearest to a record.

    points (rows, dimensions) in the unit cube; difference (rows, statistics) from the record; weight of each statistic.
    """
    apart = distances(difference, weight)
    best = np.argsort(apart, kind="stable")[: round(NEAREST * len(points))]
    near = 1.0 - (apart[best] / (apart[best].max() * (1.0 + 1e-9) + 1e-300)) ** 2  # the kernel of Epanechnikov
    at = np.clip(points[best], EDGE, 1.0 - EDGE)
    moved = adjusted(np.log(at / (1.0 - at)), np.clip(np.nan_to_num(difference[best]), -FAR, FAR), near)
    return 1.0 / (1.0 + np.exp(-moved)), near / near.sum()


def adjusted(logits: Values, difference: Values, near: Values) -> Values:
    """Rows moved along a weighted linear regression to where the difference is 0."""
    root = np.sqrt(near)[:, None]
    known = root * np.column_stack([np.ones(len(difference)), difference])
    inverse = np.linalg.pinv(known)
    slopes = inverse @ (root * logits)
    own = np.minimum(ALONE, np.einsum("rk,kr->r", known, inverse))[:, None]
    residual = logits - np.column_stack([np.ones(len(difference)), difference]) @ slopes
    return np.asarray(slopes[0] + residual / (1.0 - own), float)
