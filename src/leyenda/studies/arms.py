"""Arms of small studies: the same worlds with something changed, reduced to yearly outcomes at once so that memory stays flat."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from leyenda.engine.ensemble import Act, run_worlds
from leyenda.engine.outcome import Outcome
from leyenda.scenario import Scenario

Values = npt.NDArray[np.float64]
SUMS = ("deaths", "exports", "bribes", "arrests", "recruits")
STATES = ("price", "organisations", "organisations_major", "concentration", "members", "corruption", "heat_abroad", "seat_held")
OUTPUTS = (*SUMS, *STATES)
YEAR = 52


def yearly(outcome: Outcome, name: str) -> Values:
    """One series by year: sums of flows, means of states."""
    weekly = outcome.series[name]
    years = len(weekly) // YEAR
    blocks = weekly[: years * YEAR].reshape(years, YEAR)
    return np.asarray(blocks.sum(axis=1) if name in SUMS else blocks.mean(axis=1))


def arm(
    scenario: Scenario, worlds: Sequence[int], seed: int, threads: int, act: Act | None = None, names: Sequence[str] = OUTPUTS
) -> dict[str, Values]:
    """Yearly outcomes (world, year) of one arm, worlds in their order; worlds that a full table stopped are left out."""
    rows: dict[int, dict[str, Values]] = {}
    for outcome in run_worlds(scenario, worlds, seed, threads, acts=[act] if act else []):
        if not outcome.error:
            rows[outcome.world] = {name: yearly(outcome, name) for name in names}
    return {name: np.array([rows[world][name] for world in sorted(rows)]) for name in names}
