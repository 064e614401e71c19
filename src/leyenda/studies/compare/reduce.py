"""A world in all its arms as yearly numbers: the outcomes themselves are let go at once, so that memory stays flat."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.engine.outcome import Outcome
from leyenda.results.dates import YEAR
from leyenda.scenario import Scenario
from leyenda.studies.compare.outputs import OUTPUTS, PLACED

Values = npt.NDArray[np.float64]
ALL = "all"


@dataclass(frozen=True)
class Reduced:
    """One world. values: (arm, row, year) as `rows` and `years_before` say; error: what stopped one of its arms, if any."""

    world: int
    error: str
    values: Values


def rows(scenario: Scenario) -> list[tuple[str, str]]:
    """What each row is: an output, and a plaza or all."""
    return [(name, ALL) for name in OUTPUTS] + [(name, plaza.name) for name in PLACED for plaza in scenario.plazas]


def years_before(start: int) -> int:
    """How many whole years lie before the start."""
    return start // YEAR


def yearly(weekly: npt.NDArray[Any], start: int, flow: bool) -> Values:
    """Whole years counted from the week `start`, both ways: sums of flows, means of states. (week, ...) to (year, ...)."""
    first = start % YEAR
    years = (len(weekly) - first) // YEAR
    blocks = weekly[first : first + years * YEAR].reshape(years, YEAR, *weekly.shape[1:])
    return np.asarray(blocks.sum(axis=1) if flow else blocks.mean(axis=1), float)


def table(outcome: Outcome, start: int) -> Values:
    """One arm of one world: (row, year)."""
    whole = [yearly(outcome.series[name], start, output.flow) for name, output in OUTPUTS.items()]
    placed = [yearly(outcome.by_plaza[name], start, OUTPUTS[name].flow).T for name in PLACED]
    return np.vstack([np.array(whole), *placed])


def reduced(outcomes: Sequence[Outcome], start: int) -> Reduced:
    """One world in all its arms; if any of them was stopped, none is of use."""
    error = next((outcome.error for outcome in outcomes if outcome.error), "")
    values = np.empty((0, 0, 0)) if error else np.array([table(outcome, start) for outcome in outcomes])
    return Reduced(outcomes[0].world, error, values)
