"""Adaptive population Monte Carlo for approximate Bayesian computation: simulate, keep the nearest, propose around them, again.

Source  Beaumont, Cornuet, Marin & Robert (2009); Lenormand, Jabot & Deffuant (2013) for what is kept and the rule that ends it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.studies.calibrate.proposals import Proposal, around, drawn, worth

Values = npt.NDArray[np.float64]
Say = Callable[[Values, int], Values]
Distance = Callable[[Values], Values]


@dataclass(frozen=True)
class Scheme:
    """How a fit goes: points of the first wave, the share of them that is kept, and when it ends.

    In each later wave as many points are simulated as were dropped. It ends after `most` waves, or when fewer than `least` of a wave's
    new points come among the nearest.
    """

    number: int
    keep: float
    most: int
    seed: int
    dimensions: int
    least: float = 0.05

    @property
    def kept(self) -> int:
        """How many points are kept."""
        return round(self.keep * self.number)

    @property
    def fresh(self) -> int:
        """How many points each wave but the first simulates."""
        return self.number - self.kept

    def chance(self, wave: int) -> np.random.Generator:
        """The chance of a wave."""
        return np.random.default_rng([self.seed, wave])

    def first(self) -> Values:
        """The points of the first wave, from the prior."""
        return drawn(self.number, self.dimensions, self.chance(0))


@dataclass(frozen=True)
class Kept:
    """The points kept after a wave: places in the unit cube, what they said, distances and weights (sum 1).

    points (kept, dimensions), said (kept, statistics), distance and weight (kept,). entered: share of the wave's new points among them.
    """

    points: Values
    said: Values
    distance: Values
    weight: Values
    simulated: int
    entered: float

    @property
    def effective(self) -> float:
        """How many equally weighted points they are worth."""
        return float(1.0 / (self.weight**2).sum())

    def chosen(self, number: int, chance: np.random.Generator) -> npt.NDArray[np.intp]:
        """Rows drawn by weight, systematically (Kitagawa 1996); shape (number,)."""
        marks = (np.arange(number) + chance.random()) / number
        return np.minimum(np.searchsorted(np.cumsum(self.weight), marks), len(self.weight) - 1)


def waves(say: Say, distance: Distance, scheme: Scheme) -> Iterator[Kept]:
    """One Kept after every wave. say(points, first) gives what the worlds of points say; `first` numbers them through the whole fit."""
    points = scheme.first()
    proposals: list[Proposal] = []
    kept = nearest(points, say(points, 0), distance, scheme, proposals, 1.0)
    yield kept
    for wave in range(1, scheme.most):
        proposals.append(around(kept.points, kept.weight, scheme.fresh))
        fresh = proposals[-1].points(scheme.chance(wave))
        said = say(fresh, kept.simulated)
        entered = float((distance(said) < kept.distance.max()).mean())
        together = np.vstack([kept.points, fresh]), np.vstack([kept.said, said])
        kept = nearest(*together, distance, scheme, proposals, entered)
        yield kept
        if entered < scheme.least:
            return


def nearest(points: Values, said: Values, distance: Distance, scheme: Scheme, proposals: list[Proposal], entered: float) -> Kept:
    """The points that came nearest, with their weights."""
    apart = distance(said)
    best = np.argsort(apart, kind="stable")[: scheme.kept]
    weight = worth(points[best], scheme.number, proposals)
    simulated = scheme.number + scheme.fresh * len(proposals)
    return Kept(points[best], said[best], apart[best], weight, simulated, entered)
