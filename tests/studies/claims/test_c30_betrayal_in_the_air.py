"""C30: what others are inclined to after a first defection, and only until he falls, in worlds made by hand."""

import math
from typing import Any

import pytest
from made import PATRON, outcome, ring

from leyenda.studies.claims.c30_betrayal_in_the_air import EVERY, WEEK, measure

FIRST = (WEEK, "secede", 1, PATRON)


def world(chance: float, *rows: tuple[int, str, int, int]) -> Any:
    """1 is the first capo, 2 stands under him, 3 and 4 under the patron; watched twice after the first week."""
    later = ring((3, 0, PATRON, chance), (4, 0, PATRON, chance), (2, 0, 1, 0.9), (9, 0, PATRON, 0.9))
    before = ring((1, 0, PATRON, 0.9), (2, 0, 1, 0.9), (3, 0, PATRON, 0.1), (4, 0, PATRON, 0.1))
    return outcome(*rows, notes=[(WEEK, before), (WEEK + EVERY, later), (WEEK + 2 * EVERY, later)])


def once(chance: float) -> float:
    """Chance between two looks."""
    return 1.0 - (1.0 - chance) ** (EVERY / 52)


def test_the_others_are_neither_the_first_nor_his_people_nor_newcomers() -> None:
    found = measure({"defected": world(0.3, FIRST, (WEEK + 5, "inform", 3, PATRON), (WEEK + 5, "inform", 2, 1)), "stayed": world(0.1)})
    assert found["effect"] == pytest.approx(4 * (once(0.3) - once(0.1))) and found["calm"] == pytest.approx(4 * once(0.1))
    assert found["came"] == 1 and (found["chance"], found["calm_chance"]) == pytest.approx((0.3, 0.1))


def test_after_his_fall_nothing_counts() -> None:
    fallen = world(0.3, FIRST, (WEEK + 3, "arrest", -1, PATRON), (WEEK + 5, "inform", 3, PATRON))
    found = measure({"defected": fallen, "stayed": world(0.1)})
    assert found["effect"] == pytest.approx(2 * once(0.3) - 4 * once(0.1)) and found["came"] == 0


def test_a_world_without_a_defection_says_nothing() -> None:
    assert math.isnan(measure({"defected": world(0.3), "stayed": world(0.1)})["effect"])
