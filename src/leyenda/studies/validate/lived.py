"""One world's years, counted as the record counts them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.engine.outcome import Outcome
from leyenda.scenario import Scenario
from leyenda.studies.validate.people import population
from leyenda.world.names import EVENTS

Values = npt.NDArray[np.float64]
YEAR = 52


@dataclass(frozen=True)
class Lived:
    """A world and its scenario. Arrays by year have one row a year from `scenario.start`; by state, one column a plaza at home."""

    scenario: Scenario
    outcome: Outcome

    @cached_property
    def home(self) -> list[int]:
        """Plazas at home."""
        return [p for p, plaza in enumerate(self.scenario.plazas) if plaza.side == "home"]

    @cached_property
    def names(self) -> list[str]:
        """Their names."""
        return [self.scenario.plazas[p].name for p in self.home]

    @property
    def years(self) -> int:
        """Whole years lived."""
        return self.scenario.weeks // YEAR

    def at(self, year: int) -> int:
        """Row of a calendar year. Raises ValueError if the world did not live it."""
        row = year - self.scenario.start
        if not 0 <= row < self.years:
            raise ValueError(f"{year} lies outside {self.scenario.start} to {self.scenario.start + self.years - 1}")
        return row

    def span(self, years: tuple[int, int]) -> slice:
        """Rows of calendar years, both ends included."""
        return slice(self.at(years[0]), self.at(years[1]) + 1)

    def by_year(self, weekly: npt.NDArray[Any]) -> Values:
        """Sums over the weeks of each year."""
        whole = np.asarray(weekly[: self.years * YEAR], float)
        sums: Values = whole.reshape(self.years, YEAR, *whole.shape[1:]).sum(axis=1)
        return sums

    def series(self, name: str) -> Values:
        """A national series as yearly sums."""
        return self.by_year(self.outcome.series[name])

    @cached_property
    def homicides(self) -> Values:
        """All homicides by year and state."""
        return self.by_year(self.outcome.by_plaza["homicides"][:, self.home])

    @cached_property
    def conflict(self) -> Values:
        """Deaths in the conflict by year and state: what the record calls organised-crime homicides."""
        return self.by_year(self.outcome.by_plaza["deaths"][:, self.home])

    @cached_property
    def population(self) -> Values:
        """People by year and state, as recorded."""
        return population(self.names, self.scenario.start, self.years)

    @cached_property
    def rates(self) -> Values:
        """Homicides per 100,000 by year and state."""
        return 1e5 * self.homicides / self.population

    @cached_property
    def dyads(self) -> list[dict[tuple[int, int], float]]:
        """By year, deaths between two organisations, bystanders included: what UCDP counts."""
        wars, found = self.outcome.wars, [dict[tuple[int, int], float]() for _ in range(self.years)]
        if not wars:
            return found
        dead = wars["deaths_a"] + wars["deaths_b"] + wars["bystanders"]
        for a, b, year, number in zip(wars["a"], wars["b"], wars["year"], dead, strict=True):
            row, pair = int(year) - self.scenario.start, (min(int(a), int(b)), max(int(a), int(b)))
            if row < self.years:
                found[row][pair] = found[row].get(pair, 0.0) + float(number)
        return found

    def events(self, kind: str) -> dict[str, npt.NDArray[Any]]:
        """The events of a kind, column by column."""
        log = self.outcome.events
        chosen = log["kind"] == EVENTS.index(kind)
        return {name: column[chosen] for name, column in log.items()}

    def sizes(self, year: int) -> Values:
        """Members of each organisation that lives at the end of a year, largest first."""
        members = self.outcome.by_organisation["members"][(self.at(year) + 1) * YEAR - 1]
        return np.sort(members[members > 0])[::-1].astype(float)
