"""What came out: every statistic beside the record, what remains with a driver frozen, and both as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from leyenda.results.simulate import check, cores
from leyenda.studies.validate.facts import Statistic
from leyenda.studies.validate.frozen import shapes
from leyenda.studies.validate.judged import Judged, hits, judged, score, statistics
from leyenda.studies.validate.plan import Plan, points_of
from leyenda.studies.validate.run import Answers, answers
from leyenda.studies.validate.skill import noise


@dataclass(frozen=True)
class Remains:
    """A statistic as it is and with each driver frozen: medians over worlds."""

    statistic: Statistic
    median: float
    frozen: Mapping[str, float]

    def share(self, driver: str) -> float:
        """What remains of the median; none of a year."""
        return self.frozen[driver] / self.median if self.median and self.statistic.unit != "year" else float("nan")


@dataclass(frozen=True)
class Validation:
    """A plan and what its worlds said: by scenario, by frozen driver, and by scenario with the same parameters in every world."""

    plan: Plan
    answers: Mapping[str, Answers]
    frozen: Mapping[str, Answers]
    alike: Mapping[str, Answers]

    @cached_property
    def judged(self) -> list[Judged]:
        """Every statistic beside the record."""
        tables = {}
        for name, said in self.answers.items():
            tables[name] = said.table(points_of([fact for fact in self.plan.facts if fact.scenario == name]))
        return judged(self.plan.facts, tables)

    @cached_property
    def hits(self) -> dict[int, bool]:
        """By number of a fact with statistics: whether all are hit."""
        return hits(self.judged)

    @property
    def score(self) -> tuple[int, int]:
        """How many facts the record marks calibrate are hit, and how many there are."""
        return score(self.plan.facts, self.judged)

    def find(self, key: str) -> Judged | None:
        """A statistic by its key, if it was asked."""
        return next((one for one in self.judged if one.statistic.key == key), None)

    def noise(self, one: Judged) -> float:
        """How much worlds of the same parameters differ in a statistic, in tolerances."""
        alike = self.alike.get(one.fact.scenario)
        return noise(one.statistic, alike.points[one.statistic.key] if alike else one.values)

    @cached_property
    def remains(self) -> list[Remains]:
        """The national shapes with each driver frozen; nothing if none was."""
        if not self.frozen:
            return []
        own = statistics(shapes(self.plan.facts))
        medians = {driver: middles(said, [statistic for _, statistic in own]) for driver, said in self.frozen.items()}
        now = {one.statistic.key: one.interval[1] for one in self.judged}
        return [
            Remains(statistic, now[statistic.key], {driver: found[k] for driver, found in medians.items()})
            for k, (_, statistic) in enumerate(own)
        ]


def middles(said: Answers, chosen: list[Statistic]) -> list[float]:
    """Median worlds."""
    found = [said.points[statistic.key] for statistic in chosen]
    return [float(np.median(values[np.isfinite(values)])) if np.isfinite(values).any() else float("nan") for values in found]


def carried_out(plan: Plan, threads: int | None, progress: bool) -> Validation:
    """Run what is missing of a plan. Raises OutputError if what was run cannot be kept."""
    count = cores() if threads is None else threads
    check("threads", count, count >= 1, "at least 1")
    kept = plan.folder / "said"
    found = {name: answers(job, kept, count, progress) for name, job in plan.jobs.items()}
    frozen = {driver: answers(job, kept, count, progress) for driver, job in plan.frozen.items()}
    alike = {name: answers(job, kept, count, progress) for name, job in plan.alike.items()}
    return Validation(plan, found, frozen, alike)
