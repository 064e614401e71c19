"""Running the record's scenarios and judging each fact: median, 90 % interval, hit or miss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from leyenda.scenario import Scenario
from leyenda.studies.validate.facts import CALIBRATE, Fact, Statistic
from leyenda.studies.validate.lived import Lived
from leyenda.studies.validate.measures import measure

Values = npt.NDArray[np.float64]
SPEAKING = 0.5  # of the worlds have to say something, or there is no median world to speak of
SILENT, OUTSIDE, FAR, BOUND = "most worlds say nothing", "outside the interval", "median too far", "bound not kept"


@dataclass(frozen=True)
class Judged:
    """A statistic of a fact beside what the worlds say; `values` one a world, NaN where a world says nothing."""

    fact: Fact
    statistic: Statistic
    values: Values

    @cached_property
    def seen(self) -> Values:
        """The values of the worlds that say something."""
        return self.values[np.isfinite(self.values)]

    @cached_property
    def interval(self) -> tuple[float, float, float]:
        """5 %, 50 % and 95 % quantiles over the worlds that say something."""
        low, middle, high = np.quantile(self.seen, (0.05, 0.5, 0.95)) if len(self.seen) else (np.nan,) * 3
        return float(low), float(middle), float(high)

    @property
    def speaks(self) -> bool:
        """Whether at least half of the worlds say something."""
        return len(self.seen) >= SPEAKING * len(self.values) and len(self.seen) > 0

    @property
    def inside(self) -> bool:
        """Whether the record lies in the 90 % interval; a bound has to be kept by the median alone."""
        low, _, high = self.interval
        return low <= self.statistic.record <= high if self.statistic.value is not None else self.tolerated

    @property
    def tolerated(self) -> bool:
        """Whether the median is as near as the target demands."""
        return bool(np.isfinite(self.interval[1]) and self.statistic.tolerates(self.interval[1]))

    @property
    def hit(self) -> bool:
        """Both, in worlds that speak."""
        return self.speaks and self.inside and self.tolerated

    @property
    def misses(self) -> tuple[str, ...]:
        """Why it is no hit; nothing if it is one."""
        if not self.speaks:
            return (SILENT,)
        if self.statistic.value is None:
            return () if self.tolerated else (BOUND,)
        return tuple(why for why, well in ((OUTSIDE, self.inside), (FAR, self.tolerated)) if not well)


def statistics(facts: Iterable[Fact]) -> list[tuple[Fact, Statistic]]:
    """Every statistic of these facts, in order."""
    return [(fact, statistic) for fact in facts for statistic in fact.statistics]


def says(scenario: Scenario, outcome_of: Lived, asked: Sequence[tuple[Fact, Statistic]]) -> Values:
    """What one world says of each statistic; NaN where it says nothing or did not live the years."""
    last = scenario.start + scenario.weeks // 52 - 1
    found = [measure(s.measure)(outcome_of, s.years) if s.years[1] <= last else np.nan for _, s in asked]
    return np.array(found, float)


def judged(facts: Sequence[Fact], tables: Mapping[str, Values]) -> list[Judged]:
    """Each statistic beside what the worlds of its scenario said; `tables` by scenario, a row a world and a column a statistic."""
    found: list[Judged] = []
    for name, table in tables.items():
        own = [fact for fact in facts if fact.scenario == name]
        found += [Judged(fact, statistic, table[:, k]) for k, (fact, statistic) in enumerate(statistics(own))]
    return sorted(found, key=lambda one: one.fact.number)


def hits(found: Iterable[Judged]) -> dict[int, bool]:
    """By number of a fact: whether all of its statistics are hit."""
    result: dict[int, bool] = {}
    for one in found:
        result[one.fact.number] = result.get(one.fact.number, True) and one.hit
    return result


def score(facts: Iterable[Fact], found: Iterable[Judged]) -> tuple[int, int]:
    """How many of the facts that the record marks calibrate are hit, and how many of them there are; an input is never hit."""
    hit = hits(found)
    marked = [fact for fact in facts if fact.record == CALIBRATE]
    return sum(fact.use == CALIBRATE and hit.get(fact.number, False) for fact in marked), len(marked)
