"""What each statistic is on average at any point, learned from simulated points, and how worlds scatter around it.

How     Every statistic is a smooth function of the parameters, of second degree, and chance. Ridge regression finds the function; how
        much it is smoothed is chosen for each statistic by the error of points left out. The scatter is the covariance of those
        errors, so that what the function misses counts as chance. The record is taken to be as typical as the average of TYPICAL
        worlds: this is a choice, and docs/calibration.md says what it costs.
Source  Craig, Goldstein, Seheult & Smith (1997) for emulators in matching a record; Hoerl & Kennard (1970) for ridge regression and
        Allen (1974) for errors of what is left out; Wood (2010) for the normal likelihood of statistics; Schaefer & Strimmer (2005)
        for correlations from few points.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from leyenda.studies.calibrate.distance import FAR, SILENT

Values = npt.NDArray[np.float64]
CURVED = 0.5  # an effect of second degree is expected to be half as large as one of first
RIDGES = 10.0 ** np.arange(-3.0, 3.5, 0.5)  # smoothing that is tried, over the number of points
TYPICAL = 30  # worlds
ERROR = 0.5  # a record's own standard error, in tolerances: a tolerance is taken as twice that
LEAST = 1e-6  # variance of a statistic that never moves


def features(points: Values) -> Values:
    """Legendre polynomials of places in the unit cube to the second degree, without the constant; shape (points, features)."""
    at = 2.0 * points - 1.0
    i, j = np.triu_indices(at.shape[1], 1)
    curved = [5.0**0.5 * (1.5 * at**2 - 0.5), 3.0 * at[:, i] * at[:, j]]
    return np.column_stack([3.0**0.5 * at, *(CURVED * part for part in curved)])


@dataclass(frozen=True)
class Emulator:
    """constant (statistics,), slopes (features, statistics), scatter of worlds (statistics, statistics); all in units of tolerance.

    own: variance of the average at a point, over that of worlds, in the mean over the points it was learned from.
    """

    constant: Values
    slopes: Values
    scatter: Values
    own: float

    def mean(self, points: Values) -> Values:
        """What the worlds of points say on average; shape (points, statistics)."""
        return np.asarray(self.constant + features(points) @ self.slopes, float)

    @cached_property
    def precision(self) -> Values:
        """Inverse covariance of a record around that: of TYPICAL worlds, of what is not known of the average, and its own error."""
        return np.asarray(np.linalg.inv((1.0 / TYPICAL + self.own) * self.scatter + ERROR**2 * np.eye(len(self.scatter))), float)

    def likely(self, points: Values, record: Values) -> Values:
        """Logarithm of the likelihood of a record (statistics,) at points, but for a constant; shape (points,)."""
        off = self.mean(points) - record
        return np.asarray(-0.5 * np.einsum("ps,st,pt->p", off, self.precision, off, optimize=True), float)


def plain(apart: Values) -> Values:
    """What worlds said, as it is learned: beyond FAR further does not count, so that few wild worlds make no average; silence is SILENT."""
    return np.clip(np.nan_to_num(apart, nan=SILENT), -FAR, FAR)


def learned(points: Values, apart: Values, last: int) -> Emulator:
    """An emulator of what points said. last: of how many of the last points errors make the scatter.

    points (points, parameters) in the unit cube; apart (points, statistics) in units of tolerance, NaN for silence.
    """
    said, seen = plain(apart), features(points)
    constant, middle = said.mean(axis=0), seen.mean(axis=0)
    left, size, right = np.linalg.svd(seen - middle, full_matrices=False)
    turned = left.T @ (said - constant)
    slopes, least = np.zeros((seen.shape[1], said.shape[1])), np.full(said.shape[1], np.inf)
    errors, freedom = np.zeros_like(said), np.zeros(said.shape[1])
    for ridge in RIDGES * len(points):
        kept = (size**2 / (size**2 + ridge))[:, None]
        own = np.minimum(1.0 - 1e-9, left**2 @ kept + 1.0 / len(points))
        missed = (said - constant - left @ (kept * turned)) / (1.0 - own)
        better = (missed**2).mean(axis=0) < least
        least = np.where(better, (missed**2).mean(axis=0), least)
        errors[:, better], freedom[better] = missed[:, better], own.mean()
        slopes[:, better] = (right.T @ ((size / (size**2 + ridge))[:, None] * turned))[:, better]
    return Emulator(constant - middle @ slopes, slopes, covariance(errors[-last:]), float(freedom.mean()))


def covariance(errors: Values) -> Values:
    """Covariance of errors around 0 (points, statistics), correlations drawn to zero by as much as they may be chance."""
    sd = np.sqrt(np.maximum((errors**2).mean(axis=0), LEAST))
    correlation = (errors / sd).T @ (errors / sd) / len(errors)
    np.fill_diagonal(correlation, 0.0)
    by_chance = ((1.0 - correlation**2) ** 2).sum() - len(sd)
    shrunk = min(1.0, by_chance / len(errors) / max(float((correlation**2).sum()), 1e-12))
    return np.asarray(((1.0 - shrunk) * correlation + np.eye(len(sd))) * np.outer(sd, sd), float)
