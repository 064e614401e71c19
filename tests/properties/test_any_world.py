"""Any small scenario, any switches, any parameters in their ranges: the invariants hold, and the auditor finds nothing."""

from typing import Any

import invariants
import numpy as np
import positions
import pytest
from audited import findings
from federation import Shape, random_federation, shapes
from hypothesis import given, settings
from invariants import violations

import leyenda
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.engine.outcome import YEAR, Past, drain, holdings, outcome
from leyenda.world.names import DEAD, HEAD, JAILED_HOME

WEEKS, LOOK = 100, 13
quick = settings(max_examples=300, derandomize=True, deadline=None, database=None)
thorough = settings(max_examples=10_000, derandomize=False, deadline=None, database=None, print_blob=True)


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
    assert findings(outcome(scenario, 0, Past(block, opening, years))) == []


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
            assert not block["error"] and violations(block) == [], week


def broken(check: Any, table: str, column: str, at: Any, value: float) -> list[str]:
    """What a check finds when one number of a sound world is wrong."""
    block = first(leyenda.load("two-plazas"), 0, 1)
    compiled.start(block)
    compiled.advance(block, 0, 30)
    assert violations(block) == []
    block[table][column][at] = value
    return list(check(block))


WRONG = [
    (invariants.ranges, "people", "ego", 0, 1.5, "people.ego is 1.5"),
    (invariants.ranges, "people", "age", 3, np.nan, "people.age is nan"),
    (invariants.ranges, "presences", "members", (0, 0), -2, "presences.members is -2"),
    (invariants.references, "people", "superior", 1, 900, "people.superior points at 900"),
    (invariants.references, "events", "whom", 0, 1020, "events.whom points at 1020"),
    (invariants.control, "presences", "control", (0, 0), 0.99, "control of a plaza sums to"),
    (invariants.conflicts, "organisations", "at_war", (0, 1), 1, "at_war is not mutual"),
    (invariants.conflicts, "organisations", "at_war", (slice(2), slice(2)), 1, "two are at war and have a pact"),
    (invariants.conflicts, "organisations", "at_war", (0, 1), 1, "at war in 0 open wars"),
    (invariants.conflicts, "organisations", "pact", (1, 1), 1, "with itself"),
    (invariants.conflicts, "wars", "count", (), 1, "war 0 is open and -1 and -1 do not know"),
    (invariants.purses, "people", "status", 0, DEAD, "owns"),
    (invariants.purses, "people", "status", 0, JAILED_HOME, "was never arrested"),
    (invariants.purses, "organisations", "ended", 1, 20, "organisation 1 has ended and owns"),
    (invariants.purses, "organisations", "ended", 1, 20, "organisation 1 has ended and has members or control"),
    (positions.heads, "organisations", "head", 0, 2, "head 2 of organisation 0 is"),
    (positions.heads, "organisations", "head", 0, 2, "person 2 heads 0 and 1"),
    (positions.heads, "people", "role", 1, HEAD, "nobody is led by person 1"),
    (positions.heads, "organisations", "ended", 1, 20, "organisation 1 has ended and person 2 heads it"),
    (positions.members, "people", "organisation", 8, 1, "an organisation has person 8"),
    (positions.members, "people", "organisation", 1, -1, "stands alone: person 1"),
    (positions.members, "organisations", "ended", 1, 20, "organisation 1 has ended and has person 2"),
    (positions.superiors, "people", "superior", 4, 2, "answers to person 2"),
    (positions.superiors, "people", "superior", 0, 6, "answers to himself in the end: person 0"),
    (positions.plazas_run, "presences", "capo", (0, 1), 8, "plaza 1 of organisation 0 is run by person 8"),
    (positions.plazas_run, "organisations", "ended", 1, 20, "organisation 1 has ended and person 2 runs its plaza"),
    (positions.capos, "presences", "capo", (0, 1), -1, "runs nothing"),
    (positions.posts, "offices", "holder", 6, 9, "somebody holds two posts"),
    (positions.posts, "offices", "holder", 0, 1, "post 0 is held by person 1"),
    (positions.posts, "offices", "price", 1, 1.0, "post 1 is paid by nobody"),
    (positions.posts, "organisations", "ended", 0, 20, "protects organisation 0, which has ended"),
    (positions.posts, "people", "office", 0, 1, "says he holds post 1"),
]


@pytest.mark.parametrize(("check", "table", "column", "at", "value", "says"), WRONG)
def test_the_checks_see_what_is_wrong(check: Any, table: str, column: str, at: Any, value: float, says: str) -> None:
    found = broken(check, table, column, at, value)
    assert any(says in finding for finding in found), found


def test_every_check_is_seen_to_see() -> None:
    assert {check for check, *_ in WRONG} == set(invariants.CHECKS)
