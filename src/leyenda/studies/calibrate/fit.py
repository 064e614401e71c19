"""Fitting the rules' parameters to facts of the record, a wave at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from leyenda.results.loading import load
from leyenda.results.progress import shown
from leyenda.results.simulate import MOST, announce, check
from leyenda.scenario import Scenario
from leyenda.studies.calibrate.distance import distances, table, weights
from leyenda.studies.calibrate.priors import priors
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.calibrate.waves import Scheme, Wave, waves
from leyenda.studies.validate.facts import Fact, for_fitting
from leyenda.studies.validate.plan import long_enough

Values = npt.NDArray[np.float64]
REPEATS = {"guadalajara-1985": 3}  # worlds a point, one where not said: its facts are weeks in the life of one patron, if there is one
FEWEST = 20  # points of the first wave: fewer teach nothing


@dataclass(frozen=True)
class Plan:
    """A fit: facts, how the waves go, and where what was simulated is kept."""

    facts: tuple[Fact, ...]
    scheme: Scheme
    threads: int
    folder: Path
    progress: bool = False

    @cached_property
    def simulator(self) -> Simulator:
        """What simulates its points."""
        scenarios = {name: needed(name, self.facts) for name in dict.fromkeys(fact.scenario for fact in self.facts)}
        repeats = {name: REPEATS.get(name, 1) for name in scenarios}
        return Simulator(self.facts, scenarios, repeats, self.scheme.seed, self.threads, self.folder)

    def say(self, points: Values, first: int) -> Values:
        """What the worlds of points say, with a bar; shape (points, statistics)."""
        words = f"points {first + 1}-{first + len(points)}"
        return np.array(list(shown(self.simulator.many(points, first), len(points), self.progress, words)))

    def apart(self, said: Values) -> Values:
        """What worlds said in units of tolerance, the record at 0."""
        return table(self.facts, said)

    def distance(self, said: Values) -> Values:
        """How far from the record; shape (points,)."""
        return distances(self.apart(said), weights(self.facts))


def planned(
    numbers: Sequence[int], points: int, most: int, seed: int, threads: int, folder: Path, progress: bool = False
) -> Plan:
    """A plan from what was asked for, checked; no numbers: all facts that a fit may use. Raises InputError."""
    facts = for_fitting(sorted(set(numbers)) or None)
    check("points", points, FEWEST <= points < MOST, f"at least {FEWEST}, below {MOST:,}")
    check("waves", most, most >= 2, "at least 2: one from the priors, one from what it says")
    return Plan(tuple(facts), Scheme(points, most, seed, len(priors())), threads, folder, progress)


def needed(name: str, facts: Sequence[Fact]) -> Scenario:
    """A scenario only as long as its facts need it."""
    return long_enough(load(name), [fact for fact in facts if fact.scenario == name])


def fit(plan: Plan) -> Iterator[Wave]:
    """Each wave; the points of the last are the fit. Raises OutputError."""
    if plan.progress:
        for scenario in plan.simulator.scenarios.values():
            announce(scenario)
    yield from waves(plan.say, plan.apart, plan.scheme)
