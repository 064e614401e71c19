"""Inclinations summed up: a chance a year cut to weeks, only of the group, only while it is there."""

import pytest
from made import PATRON, outcome, ring

import leyenda
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.studies.claims import inclination

BEFORE = ring((1, 0, PATRON, 0.5), (2, 0, 1, 0.5), (3, 0, PATRON, 0.0), (4, 1, 9, 0.9))
AFTER = ring((1, 1, -1, 0.5), (2, 0, PATRON, 0.75), (3, 0, PATRON, 0.0))


def test_a_group_is_who_belonged_but_for_some() -> None:
    assert inclination.members(BEFORE, 0) == {1, 2, 3}
    assert inclination.members(BEFORE, 0, {1, 9}) == {2, 3}
    assert inclination.followers(BEFORE, 1) == {2}


def test_expected_betrayals_of_a_year_in_two_halves() -> None:
    some = outcome(notes=[(100, BEFORE), (126, AFTER)])
    half, most = 1.0 - 0.5**0.5, 1.0 - 0.25**0.5
    assert inclination.expected(some, 0, {1, 2, 3}, 100, 126, 26) == pytest.approx(2 * half)
    assert inclination.expected(some, 0, {1, 2, 3}, 100, 152, 26) == pytest.approx(2 * half + most)  # 1 has left by then
    assert inclination.expected(some, 0, {3}, 100, 152, 26) == 0.0


def test_betrayals_counted_are_of_the_organisation_by_the_group_in_time() -> None:
    some = outcome((100, "secede", 1, PATRON), (110, "inform", 2, 1), (111, "leave", 3, PATRON), (130, "coup", 3, PATRON))
    assert inclination.counted(some, 0, {1, 2, 3}, 100, 130) == 2
    assert inclination.counted(some, 0, {2, 3}, 100, 131) == 2
    assert inclination.counted(some, 1, {1, 2, 3}, 100, 131) == 0


def test_the_ring_is_everybody_free_with_a_superior() -> None:
    block = first(leyenda.load("two-plazas"), 0, 1)
    plain.start(block)
    block["people"]["status"][1] = 1
    noted = inclination.ring(block, 0)
    assert 1 not in noted["who"] and {3, 4, 5} <= set(noted["who"].tolist())
    assert (noted["superior"] >= 0).all()
