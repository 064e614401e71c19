"""C28: whom the patron trusts and who is his equal; and inclinations after either death, in worlds made by hand."""

import math
from typing import Any

import pytest
from made import PATRON, do, outcome, ring

import leyenda
from leyenda.engine import plain
from leyenda.studies.claims.c28_purge import MONTH, WEEK, Purge, measure, pair
from leyenda.world.names import CAPO, DEAD, LIEUTENANT


def federation() -> plain.World:
    """The default scenario before its first week."""
    return plain.build(leyenda.load("guadalajara-1985"))


def test_the_trusted_one_has_the_strongest_tie_and_the_stranger_is_his_like() -> None:
    world = federation()
    trusted, stranger = pair(world, 0)
    people = world.people
    assert trusted == 10 and people.role[trusted] == people.role[stranger] == LIEUTENANT
    assert people.plaza[stranger] == people.plaza[trusted] and people.superior[stranger] == people.superior[trusted]
    people.status[trusted] = DEAD
    trusted, stranger = pair(world, 0)
    assert trusted == 1 and people.role[stranger] == CAPO and stranger not in (2, 3, 9)  # those are tied to him too


def test_the_pair_is_the_same_with_ties_off_and_none_without_ties() -> None:
    world = federation()
    found = pair(world, 0)
    world.on.ties = 0
    assert pair(world, 0) == found
    world.ties.count = 0
    assert pair(world, 0) == (-1, -1)


def test_one_of_them_dies() -> None:
    world = federation()
    world.seat.holder = 0
    trusted, stranger = pair(world, 0)
    do(Purge(victim="stranger", week=0), world)
    assert world.people.status[stranger] == DEAD and world.people.status[trusted] != DEAD
    with pytest.raises(ValueError, match="victim"):
        Purge(victim="anybody", week=0)


def world(victim: int, chance: float, seen: float = 0.0, came: int = 0) -> Any:
    """Four are left, one of them with this chance; 3 and 4 are the victims."""
    people = tuple((i, 0, PATRON, chance if i == 1 else 0.9 if i in (3, 4) else 0.0) for i in range(1, 6) if i != victim)
    purged = ((WEEK, "purge", PATRON, victim),) if victim else ()
    rows = tuple((WEEK + 9, "inform", 5, PATRON) for _ in range(came))
    return outcome(*purged, *rows, notes=[(WEEK, ring(*people)), (WEEK + MONTH, ring(*people, seen=seen))])


def test_inclinations_of_the_rest_are_compared_without_either_victim() -> None:
    found = measure({"trusted": world(3, 0.5, seen=0.2, came=1), "stranger": world(4, 0.25), "nobody": world(0, 0.0)})
    half, quarter = 1.0 - 0.5 ** (MONTH / 52), 1.0 - 0.75 ** (MONTH / 52)
    assert found["effect"] == pytest.approx(half - quarter) and found["purge"] == pytest.approx(quarter)
    assert found["came"] == 1
    assert found["error"] == pytest.approx((0.3 + 0.2 + 0.2) / 3 - 0.25 / 3)


def test_a_world_without_a_pair_says_nothing() -> None:
    assert math.isnan(measure(dict.fromkeys(("trusted", "stranger", "nobody"), world(0, 0.5)))["effect"])
