"""Any small scenario, any switches, any parameters in their ranges: the invariants hold, and the auditor finds nothing."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from federation import Shape, random_federation, shapes
from hypothesis import given, settings
from invariants import CHECKS, violations

import leyenda
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.engine.ensemble import YEAR, Outcome, drain, holdings, outcome
from leyenda.results import audit, tables

WEEKS, LOOK = 100, 13
quick = settings(max_examples=300, derandomize=True, deadline=None, database=None)
thorough = settings(max_examples=10_000, derandomize=False, deadline=None, database=None, print_blob=True)


class Kept:
    """What the auditor reads of a batch, without the disk."""

    def __init__(self, left: Outcome) -> None:
        self.left = left
        self.read = cache(self.load)

    def load(self, table: str) -> dict[str, np.ndarray]:
        """A table as it would be saved."""
        found = tables.TABLES[table](self.left, True)
        return {name: found[name].to_numpy() for name in found.column_names}


def lives_soundly(shape: Shape, weeks: int) -> None:
    """A world of this shape breaks no invariant at the start nor at any look at it, and leaves sound tables."""
    scenario = random_federation(shape, weeks)
    block = first(scenario, 0, 1)
    opening, years = holdings(block), []
    compiled.start(block)
    assert violations(block) == []
    for week in range(0, weeks, LOOK):
        compiled.advance(block, week, min(week + LOOK, weeks))
        assert violations(block) == [], f"after week {min(week + LOOK, weeks) - 1}"
        if (week + LOOK) % YEAR == 0 or week + LOOK >= weeks:
            years.append(drain(block, min(week + LOOK, weeks) - YEAR * len(years)))
        if block["error"]:  # a full table stops the world, and says so
            return
    part: Any = Kept(outcome(scenario, 0, block, years, opening))
    assert [finding for check in audit.CHECKS for finding in check(part)] == []


@quick
@given(shapes())
def test_any_world_is_sound(shape: Shape) -> None:
    lives_soundly(shape, WEEKS)


@pytest.mark.slow
@thorough
@given(shapes())
def test_any_world_is_sound_for_three_years(shape: Shape) -> None:
    lives_soundly(shape, 156)


@pytest.mark.parametrize("name", leyenda.scenario.names())
def test_the_scenarios_that_come_with_it_are_sound(name: str) -> None:
    for world in range(6):
        block = first(leyenda.load(name), world, 1)
        compiled.start(block)
        for week in range(0, 520, 26):
            compiled.advance(block, week, week + 26)
            assert violations(block) == [], week


def broken(table: str, column: str, at: Any, value: float) -> list[str]:
    """What is found when one number of a sound world is wrong."""
    block = first(leyenda.load("two-plazas"), 0, 1)
    compiled.start(block)
    compiled.advance(block, 0, 30)
    assert violations(block) == []
    block[table][column][at] = value
    return violations(block)


@pytest.mark.parametrize(
    ("table", "column", "at", "value"),
    [
        ("people", "ego", 0, 1.5), ("people", "age", 3, np.nan), ("presences", "members", (0, 0), -2), ("presences", "control", (0, 0), 0.99),
        ("people", "superior", 1, 900), ("organisations", "head", 0, 2), ("people", "organisation", 0, 1), ("people", "role", 1, 0),
        ("presences", "capo", (0, 1), 8), ("offices", "holder", 0, 1), ("offices", "price", 1, 1.0), ("organisations", "at_war", (0, 1), 1),
        ("organisations", "ended", 1, 20), ("people", "status", 0, 3), ("people", "superior", 4, 2), ("events", "whom", 0, 1020),
    ],
)
def test_the_checks_see_what_is_wrong(table: str, column: str, at: Any, value: float) -> None:
    assert broken(table, column, at, value) != []


def test_there_are_as_many_checks_as_invariants() -> None:
    assert len(CHECKS) == len(set(CHECKS)) == 11
