"""Fitting in waves: simulate points, learn from all of them where the record is likely, draw the next there.

Source  Craig, Goldstein, Seheult & Smith (1997) for waves that come ever nearer to the record; Wood (2010) for the likelihood.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.studies.calibrate.chains import drawn
from leyenda.studies.calibrate.emulator import learned

Values = npt.NDArray[np.float64]
Say = Callable[[Values, int], Values]
Apart = Callable[[Values], Values]
ACCEPTED = 100  # points of the last wave
BROAD = 0.5  # power of the likelihood from which waves between are drawn, so that they surround what the last one is drawn from


@dataclass(frozen=True)
class Scheme:
    """How a fit goes: points of the first wave, which is drawn from the prior; half as many in each later one; ACCEPTED in the last."""

    number: int
    most: int
    seed: int
    dimensions: int

    def size(self, wave: int) -> int:
        """How many points a wave simulates; the first is 0."""
        if wave == self.most - 1:
            return ACCEPTED
        return self.number if wave == 0 else self.number // 2

    @property
    def whole(self) -> int:
        """How many points all waves simulate."""
        return sum(self.size(wave) for wave in range(self.most))

    def chance(self, wave: int) -> np.random.Generator:
        """The chance of a wave."""
        return np.random.default_rng([self.seed, wave])

    def first(self) -> Values:
        """The points of the first wave: a Latin hypercube (McKay, Beckman & Conover 1979)."""
        chance = self.chance(0)
        axes = [(chance.permutation(self.number) + chance.random(self.number)) / self.number for _ in range(self.dimensions)]
        return np.array(axes).T


@dataclass(frozen=True)
class Wave:
    """The points of a wave, what they said, how many were simulated so far, and how far the chains they come from are apart (1: not)."""

    points: Values
    said: Values
    simulated: int
    apart: float


def waves(say: Say, apart: Apart, scheme: Scheme) -> Iterator[Wave]:
    """Every wave. say(points, first): what worlds of points say, `first` numbering points through the fit; apart(said): in tolerances."""
    points = scheme.first()
    said = say(points, 0)
    yield Wave(points, said, len(points), 1.0)
    for wave in range(1, scheme.most):
        emulator = learned(points, apart(said), scheme.size(wave - 1))
        power = 1.0 if wave == scheme.most - 1 else BROAD
        record = np.zeros(said.shape[1])
        found = drawn(lambda at: power * emulator.likely(at, record), scheme.size(wave), scheme.dimensions, scheme.chance(wave))  # noqa: B023
        new = say(found.points, len(points))
        points, said = np.vstack([points, found.points]), np.vstack([said, new])
        yield Wave(found.points, new, len(points), found.apart)
