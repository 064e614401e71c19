"""What is asked about: a weekly series by the year, as a comparison measures it, over all years or some."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.engine.outcome import Outcome
from leyenda.results.dates import YEAR
from leyenda.scenario import InputError, Scenario
from leyenda.scenario.errors import nearest, shown
from leyenda.studies.compare.outputs import OUTPUTS, Output
from leyenda.studies.compare.reduce import yearly
from leyenda.world.log import SERIES

Values = npt.NDArray[np.float64]
WHO = "person"  # the unit of a series that says who somebody is: there is no more or less of that
NAMES = tuple(name for name, field in SERIES.fields.items() if field.unit != WHO)


def output(name: str) -> Output:
    """An output by its name: any series that is a number. Raises InputError with the nearest name."""
    if name in OUTPUTS:
        return OUTPUTS[name]
    if name not in NAMES:
        close = nearest(name, NAMES)
        raise InputError(key=shown(name), found="is no output", expected="" if close else "one of " + ", ".join(NAMES), nearest=close)
    return Output(name, SERIES.fields[name].meaning, name.replace("_", " "), "lower", "higher", "", "state")


def table(outcome: Outcome) -> Values:
    """Every output of one world by the year, sums of flows and means of states: (output in the order of NAMES, year)."""
    return np.array([yearly(outcome.series[name], 0, output(name).flow) for name in NAMES])


@dataclass(frozen=True)
class Window:
    """Calendar years from first to last, both counted."""

    start: int
    first: int
    last: int

    def mean(self, years: Values) -> Values:
        """The mean over its years; the last axis counts them from the start of the scenario."""
        inside = years[..., self.first - self.start : self.last - self.start + 1]
        return np.asarray(inside.mean(axis=-1))


def window(scenario: Scenario, first: int | None, last: int | None) -> Window:
    """The years asked for, or all whole ones. Raises InputError."""
    begin, end = scenario.start, scenario.start + scenario.weeks // YEAR - 1
    if end < begin:
        raise InputError(key="weeks", found=f"is {scenario.weeks}", expected=f"a whole year to measure, {YEAR} weeks or more")
    chosen = Window(begin, begin if first is None else first, end if last is None else last)
    for key, year in (("from", chosen.first), ("to", chosen.last)):
        if not begin <= year <= end:
            raise InputError(key=key, found=f"is {year}", expected=f"a year of the scenario, {begin} to {end}")
    if chosen.first > chosen.last:
        raise InputError(key="from", found=f"is {chosen.first}, after {chosen.last}", expected="a year no later than the last")
    return chosen
