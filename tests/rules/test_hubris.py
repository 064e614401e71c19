"""Hubris: deeds unpunished raise the ego, setbacks lower it, and people stay different."""

import numpy as np
import pytest
from small import HOUSE, PATRON, fresh, step

from leyenda.world.measures import felt_ego


def ego_after(fortunes: float, defeat: float = 0.0) -> float:
    """The patron's ego after a year of such luck."""
    space = fresh()
    for week in range(52):
        space.people.fortunes[PATRON], space.organisations.defeat[HOUSE] = fortunes, defeat
        step(space, "hubris", [week])
    return float(space.people.ego[PATRON])


def test_deeds_unpunished_raise_it_and_setbacks_lower_it() -> None:
    assert ego_after(1.0) > ego_after(0.0) + 0.1
    assert ego_after(-1.0) < ego_after(0.0) - 0.05
    assert ego_after(0.0, defeat=1.0) < ego_after(0.0) - 0.05


def test_success_raises_it_and_power_itself_does_not() -> None:
    usual, growing, mighty = fresh(), fresh(), fresh()
    growing.organisations.revenue[HOUSE] = 1.4 * growing.organisations.revenue_year[HOUSE]
    mighty.people.power[PATRON], mighty.people.strength[PATRON] = 1.0, 1e6
    for space in (usual, growing, mighty):
        step(space, "hubris", range(26))
    assert growing.people.ego[PATRON] > usual.people.ego[PATRON] + 0.05
    assert mighty.people.ego[PATRON] == usual.people.ego[PATRON]


def test_people_still_differ_after_three_years() -> None:
    egos = []
    for world in range(10):
        space = step(fresh(world=world), "hubris", range(156))
        egos += list(space.people.ego[: space.people.count][space.people.organisation[: space.people.count] >= 0])
    assert np.std(egos) > 0.05 and np.mean(np.array(egos) > 0.65) < 0.1


def test_hubris_off_decisions_take_a_neutral_ego() -> None:
    on, off = fresh(), fresh("hubris")
    for space in (on, off):
        space.people.ego[PATRON] = 0.95
    assert felt_ego(on, PATRON) == 0.95
    assert felt_ego(off, PATRON) == off.par.hubris.neutral != 0.95


def test_luck_is_forgotten() -> None:
    space = fresh()
    space.people.fortunes[PATRON] = 1.0
    step(space, "hubris", range(40))
    assert space.people.fortunes[PATRON] == pytest.approx(np.exp(-1.0), rel=0.05)
