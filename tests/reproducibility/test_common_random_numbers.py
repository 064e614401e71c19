"""Common random numbers: what is not touched differs by exactly nothing, and people keep their keys whoever comes and goes."""

from typing import Any

import numpy as np
import pytest
from blocks import different
from islands import islands

import leyenda
from leyenda.engine import compiled, plain
from leyenda.engine.build import first
from leyenda.scenario import Scenario
from leyenda.world.custody import jail
from leyenda.world.log import BY_PLAZA
from leyenda.world.names import FREE, LIEUTENANT


def run(
    scenario: Scenario, world: int, weeks: int, change: Any = None, at: int = 0, arrests: float | None = None
) -> tuple[Any, dict[str, np.ndarray]]:
    """The block at the end and every by_plaza series; `change` is made to the unpacked world at the start of week `at`.

    arrests: of members, if another rate than the scenario's; 0 lies below its range.
    """
    block, years = first(scenario, world, 1), []
    if arrests is not None:
        block["par"]["recruit"]["arrests"] = arrests
    compiled.start(block)
    for week in range(weeks):
        if change is not None and week == at:
            space = plain.unpack(block)
            with np.errstate(over="ignore"):
                change(space, week)
            plain.pack(space)
        compiled.advance(block, week, week + 1)
        years.append({name: block["by_plaza"][name][week % 52].copy() for name in BY_PLAZA.fields})
    return block, {name: np.array([year[name] for year in years]) for name in BY_PLAZA.fields}


def lock_up_a_lieutenant(space: Any, week: int) -> None:
    """The first lieutenant who is free goes to prison."""
    people = space.people
    i = int(np.flatnonzero((people.role == LIEUTENANT) & (people.status == FREE) & (people.organisation == 0))[0])
    jail(space, week, i, -1, 0.0)


def nothing(space: Any, week: int) -> None:
    """Unpacking and packing a world is no change."""


@pytest.mark.parametrize("world", range(3))
def test_a_change_that_changes_nothing_leaves_every_bit(world: int) -> None:
    two = leyenda.load("two-plazas")
    usual = run(two, world, 120)[0]
    assert different(usual, run(two, world, 120, nothing, 40)[0]) == []
    same = two.with_({"rules.tribute.accustoming": two.rules["tribute"]["accustoming"]})
    assert different(usual, run(same, world, 120)[0]) == []


def born(block: Any) -> dict[int, tuple[float, ...]]:
    """By key: the traits that no rule ever changes, and where somebody comes from."""
    people, n = block["people"], int(block["people"]["count"])
    return {int(people["key"][i]): (people["ambition"][i], people["caution"][i], people["side"][i]) for i in range(n)}


def test_people_keep_their_keys_and_what_they_are_born_with() -> None:
    moved = shared = later = 0
    two = leyenda.load("two-plazas")
    for world in range(12):
        (a, _), (b, _) = run(two, world, 156), run(two, world, 156, lock_up_a_lieutenant, 20)
        with_him, without = born(a), born(b)
        both = set(with_him) & set(without)
        assert all(with_him[key] == without[key] for key in both)
        start = int(first(two, world, 1)["people"]["count"])
        assert (a["people"]["key"][:start] == b["people"]["key"][:start]).all()
        slots = {int(key): i for i, key in enumerate(a["people"]["key"][: a["people"]["count"]])}
        moved += sum(slots.get(int(key), i) != i for i, key in enumerate(b["people"]["key"][: b["people"]["count"]]))
        shared, later = shared + len(both) - start, later + len(with_him) - start
    assert shared > 0.5 * later > 0
    assert moved > 0  # the same person in another row, so the key is no row


def test_nothing_changes_before_the_act() -> None:
    two = leyenda.load("two-plazas")
    (_, before), (_, after) = run(two, 1, 208), run(two, 1, 208, lock_up_a_lieutenant, 50)
    for name in BY_PLAZA.fields:
        assert (before[name][:50] == after[name][:50]).all()
    assert any((before[name] != after[name]).any() for name in BY_PLAZA.fields)


def shake_the_east(space: Any, week: int) -> None:
    """Alarm, a fallen lieutenant and half of the members gone, in the east alone."""
    space.plazas.heat[0] = 4.0
    space.presences.members[0, 0] //= 2
    space.people.evidence[0] = 1.5
    lock_up_a_lieutenant(space, week)


@pytest.mark.parametrize("world", range(8))
def test_an_unconnected_plaza_is_left_exactly_alone(world: int) -> None:
    """Without arrests of members: the state's capacity for them is shared by the whole country."""
    (_, before), (_, after) = run(islands(), world, 260, arrests=0.0), run(islands(), world, 260, shake_the_east, 30, arrests=0.0)
    east, west = slice(0, 2), slice(2, 4)
    for name in BY_PLAZA.fields:
        assert (before[name][:, west] == after[name][:, west]).all(), name
    assert any((before[name][30:, east] != after[name][30:, east]).any() for name in BY_PLAZA.fields)


def test_with_a_common_market_it_is_not() -> None:
    shared = islands(off=())
    (_, before), (_, after) = run(shared, 0, 260), run(shared, 0, 260, shake_the_east, 30)
    assert (before["exports"][:30] == after["exports"][:30]).all()
    assert (before["exports"][31:, 2] != after["exports"][31:, 2]).any()
