"""What a fit leaves: accepted points, what they make of each parameter, and what they say of each fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import leyenda
from leyenda.results.manifest import model_hash
from leyenda.studies.calibrate.priors import Prior, priors
from leyenda.studies.calibrate.waves import ACCEPTED, Wave
from leyenda.studies.validate.facts import Fact
from leyenda.studies.validate.judged import Judged, statistics

Values = npt.NDArray[np.float64]
ENDS = (0.05, 0.5, 0.95)
PINNED = 0.5  # a 90 % interval that covers at most so much of the prior's width; a prior's own covers 0.9
AGREE = 1.2  # chains that differ by more have not found the same posterior


@dataclass(frozen=True)
class Posterior:
    """What accepted points make of a parameter. places: theirs in the prior, from 0 to 1; agreed: whether the chains they come from do."""

    prior: Prior
    places: Values
    agreed: bool

    @cached_property
    def ends(self) -> Values:
        """Places of the 5 %, 50 % and 95 % quantiles."""
        return np.asarray(np.quantile(self.places, ENDS), float)

    @property
    def interval(self) -> tuple[float, float, float]:
        """Values of the same."""
        low, middle, high = (self.prior.at(float(end)) for end in self.ends)
        return low, middle, high

    @property
    def covers(self) -> float:
        """Share of the prior's width (on its own scale) that the 90 % interval covers."""
        return float(self.ends[2] - self.ends[0])

    @property
    def pinned(self) -> bool:
        """Whether the facts say where it lies."""
        return self.agreed and self.covers <= PINNED

    @property
    def word(self) -> str:
        """The same in a word or two."""
        return "pinned" if self.pinned else "not identified" if self.agreed else "unsure"


@dataclass(frozen=True)
class Fitted:
    """A fit: facts, method, seed, and its last wave, whose points are the accepted ones, equally likely and in no order."""

    facts: tuple[Fact, ...]
    method: str
    seed: int
    last: Wave

    @cached_property
    def values(self) -> Values:
        """Values of the parameters; shape (accepted, priors)."""
        return np.array([[one.at(float(x)) for one, x in zip(priors(), row, strict=True)] for row in self.last.points])

    @cached_property
    def posteriors(self) -> list[Posterior]:
        """Each parameter, in the order of the priors."""
        agreed = self.last.apart <= AGREE
        return [Posterior(prior, self.last.points[:, k], agreed) for k, prior in enumerate(priors())]

    @cached_property
    def statistics(self) -> list[Judged]:
        """Each statistic beside what the accepted points said of it."""
        return [Judged(fact, statistic, self.last.said[:, k]) for k, (fact, statistic) in enumerate(statistics(self.facts))]

    @property
    def answer(self) -> str:
        """How many parameters are pinned, in one sentence."""
        if not self.posteriors[0].agreed:
            return f"The chains that drew the points differ by {self.last.apart:.2f}, more than {AGREE:g}: this is no fit yet"
        pinned = sum(one.pinned for one in self.posteriors)
        facts = "1 fact" if len(self.facts) == 1 else f"{len(self.facts)} facts"
        return f"{pinned} of {len(self.posteriors)} parameters are pinned by {facts} of the record"

    def made(self) -> dict[str, Any]:
        """What it is and what it depends on."""
        return {
            "version": leyenda.__version__, "model": model_hash(), "method": self.method, "seed": self.seed,
            "facts": [fact.number for fact in self.facts], "simulated": self.last.simulated,
            "chains": round(self.last.apart, 3), "accepted": ACCEPTED,
        }  # fmt: skip

    def document(self) -> dict[str, Any]:
        """The same for machines, with every parameter and statistic."""
        return {**self.made(), "parameters": parameter_rows(self.posteriors), "statistics": statistic_rows(self.statistics)}

    def save(self, folder: Path) -> list[Path]:
        """Write accepted.csv, table.csv and the picture. Raises OutputError."""
        from leyenda.studies.calibrate.save import save

        return save(self, folder)


def parameter_rows(posteriors: Sequence[Posterior]) -> list[dict[str, Any]]:
    """Parameters as rows: prior, median, 90 % interval, what it covers."""
    return [
        {
            "parameter": one.prior.parameter, "prior_low": one.prior.low, "prior_high": one.prior.high,
            "median": one.interval[1], "low": one.interval[0], "high": one.interval[2], "covers": one.covers, "word": one.word,
        }
        for one in posteriors
    ]  # fmt: skip


def statistic_rows(found: Sequence[Judged]) -> list[dict[str, Any]]:
    """Statistics as rows: record, what is tolerated, what the accepted points said; None is no number."""
    rows = []
    for one in found:
        (low, middle, high), (least, most) = one.interval, one.statistic.zone
        numbers = {"record": one.statistic.record, "least": least, "most": most, "median": middle, "low": low, "high": high}
        about = {"fact": one.fact.number, "measure": one.statistic.measure, "from": one.statistic.years[0], "to": one.statistic.years[1]}
        rest = {"tolerated": one.tolerated, "silent": len(one.values) - len(one.seen)}
        rows.append({**about, "unit": one.statistic.unit, **{k: v if np.isfinite(v) else None for k, v in numbers.items()}, **rest})
    return rows
