"""Where new points come from, and what each point is therefore worth.

How     The first points are drawn from the prior. Later ones come from normals around the kept points, in normal scores, in which a
        parameter that nothing is known of is exactly normal: the cube's walls push nothing away. A point is worth the prior over the
        mixture of all that points were drawn from so far, so no single early point can outweigh the rest.
Source  McKay, Beckman & Conover (1979) for the first points; West (1993) for kernels drawn to the mean; Schaefer & Strimmer (2005) for
        correlations from few points; Owen & Zhou (2000) and Cornuet, Marin, Mira & Robert (2012) for the weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
KERNEL = 0.9  # share of the variance that lies within kernels: with 25 parameters, narrower ones leave all weight to a few points
WIDER = 1.15  # the proposals' variance over that of the kept points, as the latter is known from few
EDGE = 1e-9  # no point comes nearer to a wall: its score would be infinite
LEAST = 1e-6  # variance of scores below which a parameter is not narrowed further

_scores = np.vectorize(NormalDist().inv_cdf, otypes=[float])
_places = np.vectorize(NormalDist().cdf, otypes=[float])


def scores(points: Values) -> Values:
    """Normal scores of places in the unit cube."""
    found: Values = _scores(np.clip(points, EDGE, 1.0 - EDGE))
    return found


def places(scores: Values) -> Values:
    """Places in the unit cube of normal scores."""
    found: Values = np.clip(_places(scores), EDGE, 1.0 - EDGE)
    return found


def drawn(number: int, dimensions: int, chance: np.random.Generator) -> Values:
    """Points of the unit cube, one in each slice of each axis (a Latin hypercube); shape (number, dimensions)."""
    axes = [(chance.permutation(number) + chance.random(number)) / number for _ in range(dimensions)]
    return np.array(axes).T


@dataclass(frozen=True)
class Proposal:
    """Normals of one shape: centres (kept, dimensions) in scores, their weights (sum 1), root of their covariance; how many were drawn."""

    centres: Values
    weight: Values
    root: Values
    number: int

    def points(self, chance: np.random.Generator) -> Values:
        """The points drawn; shape (number, dimensions)."""
        at = self.centres[chance.choice(len(self.centres), self.number, p=self.weight)]
        return places(at + chance.standard_normal(at.shape) @ self.root.T)

    def over_prior(self, points: Values) -> Values:
        """Logarithm of its density over that of the prior at some points; shape (points,)."""
        at, inverse = scores(points), np.linalg.inv(self.root)
        steps = (at[:, None, :] - self.centres[None, :, :]) @ inverse.T
        heights = -0.5 * (steps**2).sum(axis=2) + np.log(self.weight)
        found: Values = np.logaddexp.reduce(heights, axis=1) - np.log(np.diag(self.root)).sum() + 0.5 * (at**2).sum(axis=1)
        return found


def around(points: Values, weight: Values, number: int) -> Proposal:
    """A proposal of so many points around weighted ones (weights sum to 1), with their mean and nearly their covariance."""
    at = scores(points)
    mean = weight @ at
    stays = (1.0 - KERNEL) ** 0.5
    root = np.asarray(np.linalg.cholesky(KERNEL * WIDER * covariance(at, weight)), float)
    return Proposal(stays * at + (1.0 - stays) * mean, weight, root, number)


def covariance(at: Values, weight: Values) -> Values:
    """Covariance of weighted points, correlations drawn to zero by as much as they may be chance."""
    apart = at - weight @ at
    sd = np.sqrt(np.maximum(weight @ apart**2, LEAST))
    correlation = (apart / sd).T @ ((apart / sd) * weight[:, None])
    np.fill_diagonal(correlation, 0.0)
    worth = max(1.0, 1.0 / float((weight**2).sum()) - 1.0)
    by_chance = ((1.0 - correlation**2) ** 2).sum() - len(sd)
    shrunk = min(1.0, by_chance / worth / max(float((correlation**2).sum()), 1e-12))
    return np.asarray(((1.0 - shrunk) * correlation + np.eye(len(sd))) * np.outer(sd, sd), float)


def worth(points: Values, first: int, proposals: Sequence[Proposal]) -> Values:
    """Weight of each point, sum 1: the prior over the mixture of the prior (`first` points) and all proposals."""
    drawn_from = [np.log(first) + np.zeros(len(points)), *(np.log(one.number) + one.over_prior(points) for one in proposals)]
    light = -np.logaddexp.reduce(np.array(drawn_from), axis=0)
    weight = np.exp(light - light.max())
    return np.asarray(weight / weight.sum(), float)
