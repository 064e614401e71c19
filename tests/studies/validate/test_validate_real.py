"""A few real years of the real scenario: what worlds say is finite, the same again, and the same by either way of asking."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from leyenda.engine.ensemble import run_worlds
from leyenda.results.loading import load
from leyenda.scenario import Scenario
from leyenda.studies.validate.facts import Fact, for_fitting
from leyenda.studies.validate.judged import judged, says, statistics
from leyenda.studies.validate.lived import Lived
from leyenda.studies.validate.plan import planned
from leyenda.studies.validate.result import carried_out

Table = np.ndarray[Any, np.dtype[np.float64]]
FACT = 8  # the one that needs fewest years
WORLDS = range(2)


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """Six years."""
    return load("mexico-2006").with_({"weeks": 312})


def measured(scenario: Scenario, facts: Sequence[Fact], worlds: Sequence[int]) -> Table:
    """What worlds say of the statistics of facts, asked one by one; shape (worlds, statistics)."""
    return np.array([says(scenario, Lived(scenario, outcome), statistics(facts)) for outcome in run_worlds(scenario, worlds, 1, 1)])


def test_two_worlds_say_something_and_the_same_again(scenario: Scenario, tmp_path: Path) -> None:
    facts = for_fitting([FACT])
    said = measured(scenario, facts, WORLDS)
    assert said.shape == (2, 2) and np.isfinite(said).all() and (said >= 0).all() and (said[:, 1] > 0).all()
    found = carried_out(planned((), (FACT,), 2, 1, (), tmp_path), 1, False)
    assert [one.values.tolist() for one in found.judged] == [one.values.tolist() for one in judged(facts, {"mexico-2006": said})]


def test_years_that_were_not_lived_say_nothing(scenario: Scenario) -> None:
    facts = for_fitting([1, FACT])
    said = measured(scenario.with_({"weeks": 208}), facts, [0])[0]
    assert np.isfinite(said[0]) and np.isnan(said[1:3]).all() and np.isfinite(said[3]) and np.isnan(said[4])


def test_a_world_is_counted_as_the_record_counts_it(scenario: Scenario) -> None:
    lived = Lived(scenario, next(run_worlds(scenario, [0], 1)))
    assert lived.years == 6 and len(lived.names) == 32 and lived.at(2005) == 5 and lived.homicides.shape == lived.population.shape == (6, 32)
    assert (lived.homicides >= lived.conflict).all() and lived.homicides.sum() == pytest.approx(lived.series("homicides").sum())
    assert 9e7 < lived.population[0].sum() < 1.1e8 and len(lived.dyads) == 6
    kills = lived.events("kill")
    assert set(np.unique(kills["amount"])) <= {1.0, 2.0}  # what leaders.py tells the state's killings by
