"""What is asked: which facts, of which scenarios, in how many worlds, and what else the pictures need of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from leyenda.results.loading import load
from leyenda.scenario import InputError, Scenario
from leyenda.scenario.errors import nearest, shown
from leyenda.scenario.posterior import read_points
from leyenda.studies.validate.facts import Fact, facts, numbered
from leyenda.studies.validate.frozen import frozen, shapes
from leyenda.studies.validate.lived import YEAR
from leyenda.studies.validate.run import Job, Point
from leyenda.studies.validate.wanted import wanted

ALIKE = 40  # worlds are enough for a standard deviation


@dataclass(frozen=True)
class Plan:
    """Facts and the scenarios they need, by name and as long as they need them.

    freeze: drivers. folder: where all is kept. posterior: the file that the parameters of the worlds were taken from.
    """

    facts: tuple[Fact, ...]
    scenarios: Mapping[str, Scenario]
    worlds: int
    seed: int
    freeze: tuple[str, ...]
    folder: Path
    posterior: Path | None = None

    @cached_property
    def jobs(self) -> dict[str, Job]:
        """What has to run for the facts, by scenario."""
        return {name: self.job(name) for name in self.scenarios}

    @cached_property
    def frozen(self) -> dict[str, Job]:
        """What has to run with a driver frozen, by driver."""
        own = shapes(self.facts)
        return {driver: self.without(driver, own) for driver in self.freeze}

    @cached_property
    def alike(self) -> dict[str, Job]:
        """Where worlds differ in their parameters: the same worlds at the first accepted point alone, to see what chance does by itself."""
        return {name: self.at_one_point(name) for name, scenario in self.scenarios.items() if scenario.posterior}

    def at_one_point(self, name: str) -> Job:
        """A scenario with the parameters of its first accepted point in every world."""
        first = {rule: {key: values[:1] for key, values in named.items()} for rule, named in self.scenarios[name].posterior.items()}
        own = [fact for fact in self.facts if fact.scenario == name]
        scenario = self.scenarios[name].with_({"posterior": first})
        return Job(f"{name}-one-point", scenario, tuple(points_of(own)), (), min(self.worlds, ALIKE), self.seed)

    def job(self, name: str) -> Job:
        """A scenario as it is: the statistics of its facts, and what their pictures show."""
        own = [fact for fact in self.facts if fact.scenario == name]
        scenario = self.scenarios[name]
        points, cases = wanted(own, scenario)
        return Job(name, scenario, (*dict.fromkeys([*points_of(own), *points]),), cases, self.worlds, self.seed)

    def without(self, driver: str, own: Sequence[Fact]) -> Job:
        """The scenario of the shapes with a driver frozen, as long as they need."""
        name = own[0].scenario
        scenario = frozen(long_enough(self.scenarios[name], own), driver)
        return Job(f"{name}-without-{driver}", scenario, tuple(points_of(own)), (), self.worlds, self.seed)


def planned(
    names: Sequence[str],
    numbers: Sequence[int],
    worlds: int,
    seed: int,
    freeze: Sequence[str],
    folder: Path,
    posterior: Path | None = None,
) -> Plan:
    """A plan from what was typed: scenarios and facts, all if none. Raises InputError for what there is not."""
    chosen = sorted(numbered(list(numbers)) if numbers else facts(), key=lambda fact: fact.number)
    recorded = scenarios_of(facts())
    asked = [known(name, recorded) for name in names] or recorded
    own = tuple(fact for fact in chosen if fact.scenario in asked)
    if not own:
        raise InputError(key="facts", found=f"are none of {' and '.join(asked)}", expected=f"facts of it: {', '.join(of(asked))}")
    if freeze and not shapes(own):
        expected = f"one of facts {', '.join(str(fact.number) for fact in shapes(facts()))}"
        raise InputError(key="freeze", found="finds no national shape among the facts asked for", expected=expected)
    running = [name for name in asked if any(fact.scenario == name and fact.statistics for fact in own)]
    fitted = {"posterior": read_points(posterior)} if posterior else {}
    scenarios = {name: long_enough(load(name).with_(fitted), [fact for fact in own if fact.scenario == name]) for name in running}
    return Plan(own, scenarios, worlds, seed, tuple(dict.fromkeys(freeze)), folder, posterior)


def known(name: str, recorded: Sequence[str]) -> str:
    """A scenario that the record has facts of. Raises InputError for any other."""
    if name not in recorded:
        close = nearest(name, recorded)
        expected = "" if close else f"one of {', '.join(recorded)}"
        raise InputError(key=shown(name), found="has no record to be put beside", expected=expected, nearest=close)
    return name


def scenarios_of(chosen: Sequence[Fact]) -> list[str]:
    """The scenarios that facts need, in their order."""
    return list(dict.fromkeys(fact.scenario for fact in chosen))


def of(names: Sequence[str]) -> list[str]:
    """Numbers of the facts of these scenarios."""
    return [str(fact.number) for fact in facts() if fact.scenario in names]


def points_of(chosen: Sequence[Fact]) -> list[Point]:
    """Measure and years of every statistic of these facts."""
    return [(statistic.measure, statistic.years) for fact in chosen for statistic in fact.statistics]


def long_enough(scenario: Scenario, chosen: Sequence[Fact]) -> Scenario:
    """A scenario only as long as these facts need it."""
    last = max((statistic.years[1] for fact in chosen for statistic in fact.statistics), default=scenario.start)
    weeks = min(scenario.weeks, (last - scenario.start + 1) * YEAR)
    return scenario if weeks == scenario.weeks else scenario.with_({"weeks": weeks})
