"""What is run: the scenario to its last year in worlds that take the accepted points in turn, and some at the first point alone."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from leyenda.results.loading import load
from leyenda.results.manifest import PACKAGE
from leyenda.scenario import Scenario
from leyenda.scenario.files import read_text
from leyenda.scenario.posterior import read_points, shipped
from leyenda.studies.predict.series import SCENARIO, YEARS, series
from leyenda.studies.predict.states import RATES
from leyenda.studies.validate import run
from leyenda.studies.validate.plan import ALIKE

FITTED = "# model:"  # what a fit writes above its points


class Job(run.Job):
    """Worlds that are also asked for the rates of single states."""

    def identity(self, batch: range) -> str:
        """A hash of all that the values depend on, the way states are counted included."""
        own = (PACKAGE / "studies" / "predict" / "states.py").read_bytes()
        return hashlib.sha256(super().identity(batch).encode() + own).hexdigest()[:24]


@dataclass(frozen=True)
class Plan:
    """The scenario with its accepted points; folder: where all is kept; posterior: the file or set that the points come from."""

    scenario: Scenario
    worlds: int
    seed: int
    folder: Path
    posterior: Path

    @cached_property
    def job(self) -> Job:
        """The worlds that predict: each takes the next accepted point."""
        points = tuple(one.point(year) for one in series() for year in YEARS)
        return Job(SCENARIO, self.scenario, points, (RATES,), self.worlds, self.seed)

    @cached_property
    def alike(self) -> Job:
        """Worlds of the same parameters, those of the first point: what chance does by itself."""
        first = {rule: {key: values[:1] for key, values in named.items()} for rule, named in self.scenario.posterior.items()}
        scenario = self.scenario.with_({"posterior": first})
        return Job(f"{SCENARIO}-one-point", scenario, self.job.points, (), min(self.worlds, ALIKE), self.seed)

    @property
    def points(self) -> int:
        """How many accepted points there are."""
        return next(len(values) for named in self.scenario.posterior.values() for values in named.values())

    @property
    def fitted_with(self) -> str:
        """The model that the points were fitted with, as their file says; nothing if it does not say."""
        lines = read_text(shipped(self.posterior)).splitlines()
        return next((line.removeprefix(FITTED).strip() for line in lines if line.startswith(FITTED)), "")


def planned(posterior: Path, worlds: int, seed: int, folder: Path) -> Plan:
    """A plan from what was typed. Raises InputError for points that cannot be read or that no rule has."""
    scenario = load(SCENARIO).with_({"posterior": read_points(posterior)})
    return Plan(scenario, worlds, seed, folder, posterior)
