"""What pictures of a family show: panels as data in pictures/pictures.toml, and what worlds have to be asked to fill them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from leyenda.scenario import Scenario
from leyenda.studies.validate.cases import CASES
from leyenda.studies.validate.facts import Fact
from leyenda.studies.validate.lived import YEAR
from leyenda.studies.validate.run import Point

YEARS, STRIP = "years", "strip"


@dataclass(frozen=True)
class Panel:
    """One panel; see the top of pictures.toml."""

    kind: str
    at: tuple[int, int, int]
    title: str
    role: str
    measure: str = ""
    lag: int = 0
    until: int = 0
    series: Sequence[str] = ()
    also: Sequence[str] = ()
    pooled: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)

    def points(self, scenario: Scenario) -> list[Point]:
        """What a panel over years asks, year by year, as far as the scenario goes."""
        last = min(self.until, last_year(scenario))
        return [(self.measure, (year - self.lag, year)) for year in range(scenario.start + self.lag, last + 1)]


@dataclass(frozen=True)
class Picture:
    """One family's picture."""

    family: str
    title: str
    plain: str
    subtitle: str
    says: Sequence[str]
    panels: Sequence[Panel]
    rows: int = 2


@cache
def pictures() -> dict[str, Picture]:
    """All pictures by family."""
    text = files("leyenda.studies.validate").joinpath("pictures/pictures.toml").read_text("utf-8")
    rows = tomllib.loads(text)["picture"]
    return {row["family"]: Picture(**row | {"panels": [Panel(**panel) for panel in row["panels"]]}) for row in rows}


def last_year(scenario: Scenario) -> int:
    """The last whole year a scenario lives."""
    return scenario.start + scenario.weeks // YEAR - 1


def wanted(chosen: Sequence[Fact], scenario: Scenario) -> tuple[list[Point], tuple[str, ...]]:
    """Points and cases that the pictures of these facts show of their scenario, as far as it goes."""
    shown = [pictures()[family] for family in dict.fromkeys(fact.family for fact in chosen if fact.statistics)]
    panels = [panel for picture in shown for panel in picture.panels]
    points = [point for panel in panels if panel.kind == YEARS for point in panel.points(scenario)]
    return points, tuple(panel.kind for panel in panels if panel.kind in CASES and CASES[panel.kind][1] <= last_year(scenario))
