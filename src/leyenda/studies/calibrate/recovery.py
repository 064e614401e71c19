"""Whether the facts could find the parameters at all: each row of the table taken as if it were the record.

How     Leave-one-out: fresh worlds of a row's point, averaged, with a record's own error, are fitted by an emulator learned from all
        other rows of the first wave, which is drawn from the prior. If the method is honest, the true value is equally likely to lie
        at any rank among the points it draws (Cook, Gelman & Rubin 2006; Talts et al. 2018).
Source  Bands for all ranks at once: Dvoretzky, Kiefer & Wolfowitz (1956) with the constant of Massart (1990).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.results.progress import shown
from leyenda.results.simulate import check
from leyenda.studies.calibrate import emulator
from leyenda.studies.calibrate.chains import FEWEST, drawn
from leyenda.studies.calibrate.fit import Plan
from leyenda.studies.calibrate.priors import priors

Values = npt.NDArray[np.float64]
ERROR = 0.05  # chance that any parameter leaves its band though every rank is uniform
INSIDE = (0.05, 0.95)
LEAST = 100  # rows: with fewer, bands are so wide that nothing leaves them


@dataclass(frozen=True)
class Recovered:
    """One parameter: true places, estimates (medians) and ranks of the truth in its posterior, all (rows,) and from 0 to 1."""

    parameter: str
    truth: Values
    estimate: Values
    rank: Values
    tests: int

    @property
    def correlation(self) -> float:
        """Of estimates with truth: 0 if the facts say nothing of it."""
        return float(np.corrcoef(self.truth, self.estimate)[0, 1]) if self.estimate.std() > 0.0 else 0.0

    @property
    def coverage(self) -> float:
        """Share of rows whose truth lies in the 90 % interval."""
        return float(((self.rank >= INSIDE[0]) & (self.rank <= INSIDE[1])).mean())

    @property
    def farthest(self) -> float:
        """Largest distance of the ranks' distribution from a uniform one (Kolmogorov-Smirnov)."""
        rank, number = np.sort(self.rank), len(self.rank)
        return float(np.max(np.maximum(np.arange(1, number + 1) / number - rank, rank - np.arange(number) / number)))

    @property
    def band(self) -> float:
        """How large that may be by chance, for all parameters at once."""
        return float(np.sqrt(np.log(2.0 * self.tests / ERROR) / (2.0 * len(self.rank))))

    @property
    def p(self) -> float:
        """Chance that uniform ranks lie as far away, for this parameter alone; at most."""
        return float(min(1.0, 2.0 * np.exp(-2.0 * len(self.rank) * self.farthest**2)))

    @property
    def uniform(self) -> bool:
        """Whether the ranks stay within the band."""
        return self.farthest <= self.band


def recovered(
    points: Values, apart: Values, records: Values, names: Sequence[str], seed: int, progress: bool = False
) -> list[Recovered]:
    """Every parameter, from records that the first rows are known to have made.

    points (rows, parameters) drawn from the prior, in the unit cube; apart (rows, statistics) in units of tolerance, NaN for silence;
    records (tried, statistics) averages of TYPICAL worlds of the first rows.
    """
    number = len(records)
    rows = (left_out(points, apart, records, row, np.random.default_rng([seed, number, row])) for row in range(number))
    found = list(shown(rows, number, progress, "recovery"))
    estimate, rank = (np.array(part) for part in zip(*found, strict=True))
    return [Recovered(name, points[:number, k], estimate[:, k], rank[:, k], len(names)) for k, name in enumerate(names)]


def left_out(points: Values, apart: Values, records: Values, row: int, chance: np.random.Generator) -> tuple[Values, Values]:
    """Median and rank of the truth of each parameter of a row, from all others."""
    others = np.arange(len(points)) != row
    learned = emulator.learned(points[others], apart[others], len(points) - 1)
    record = records[row] + emulator.ERROR * chance.standard_normal(apart.shape[1])
    found = drawn(lambda at: learned.likely(at, record), FEWEST, points.shape[1], chance).points
    below = (found < points[row]).sum(axis=0)  # the truth counts as one more of so many equally likely points
    return np.median(found, axis=0), (below + chance.random(points.shape[1])) / (FEWEST + 1)


def check_rows(plan: Plan, number: int) -> None:
    """Raises InputError if the first wave is too small for so many rows, or they are too few to say anything."""
    check("recover", number, number >= LEAST, f"at least {LEAST} points")
    check("points", plan.scheme.number, plan.scheme.number >= number, f"at least {number} to recover {number} of them")


def recover(plan: Plan, number: int) -> list[Recovered]:
    """Every parameter of a fit, from the points of its first wave. Raises InputError, OutputError."""
    check_rows(plan, number)
    points = plan.scheme.first()
    apart = plan.apart(plan.say(points, 0))
    fresh = emulator.plain(plan.apart(plan.say(np.repeat(points[:number], emulator.TYPICAL, axis=0), plan.scheme.whole)))
    records = fresh.reshape(number, emulator.TYPICAL, -1).mean(axis=1)
    return recovered(points, apart, records, [prior.parameter for prior in priors()], plan.scheme.seed, plan.progress)
