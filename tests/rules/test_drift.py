"""Drift: officials towards what they take, criminals towards their company, and nobody by a constant."""

import numpy as np
import pytest
from small import CAPO, OFFICER, OUTCAST, PATRON, fresh, step


def honest_after(taken: float, effort: float = 1.0) -> float:
    """An officer's integrity after ten years of taking this much."""
    space = fresh()
    space.people.integrity[OFFICER], space.nation.effort[:] = 0.5, effort
    for week in range(520):
        space.people.taken[OFFICER] = taken
        step(space, "drift", [week])
    return float(space.people.integrity[OFFICER])


def test_bribes_wear_integrity_down_and_clean_years_restore_it() -> None:
    assert honest_after(3.0) < honest_after(0.3) < 0.45
    assert 0.5 < honest_after(0.0) < 0.55


def test_oversight_helps() -> None:
    assert honest_after(0.3, effort=4.0) > honest_after(0.3) + 0.02


def test_brutality_follows_the_company() -> None:
    space = fresh()
    people = space.people
    peers = np.flatnonzero((people.organisation == people.organisation[CAPO]) & (people.plaza == people.plaza[CAPO]))
    people.brutality[peers] = np.linspace(0.1, 0.9, len(peers))
    mean, spread = people.brutality[peers].mean(), people.brutality[peers].std()
    step(space, "drift", range(520))
    assert people.brutality[peers].std() < 0.6 * spread
    assert people.brutality[peers].mean() == pytest.approx(mean, abs=0.02)


def test_who_is_alone_keeps_his_brutality() -> None:
    space = fresh()
    before = float(space.people.brutality[OUTCAST])
    space.people.plaza[PATRON], space.people.organisation[PATRON] = 2, 7
    patron = float(space.people.brutality[PATRON])
    step(space, "drift", range(520))
    assert space.people.brutality[PATRON] == pytest.approx(patron)
    assert space.people.brutality[OUTCAST] == pytest.approx(before, abs=0.01)


def test_years_teach_and_being_wronged_teaches_faster_unless_learning_is_off() -> None:
    on, off = fresh(), fresh("learning")
    for space in (on, off):
        space.people.guile[[CAPO, OUTCAST]], space.people.grudge[OUTCAST, 2] = 0.5, 1.0
        step(space, "drift", range(208))
    assert 0.5 < on.people.guile[CAPO] < on.people.guile[OUTCAST]
    assert on.people.guile[OUTCAST] - 0.5 > 1.5 * (on.people.guile[CAPO] - 0.5)
    assert off.people.guile[CAPO] == off.people.guile[OUTCAST] == 0.5


def test_the_locked_up_do_not_drift() -> None:
    space = fresh()
    space.people.status[CAPO] = 1
    before = float(space.people.brutality[CAPO]), float(space.people.guile[CAPO])
    step(space, "drift", range(208))
    assert (space.people.brutality[CAPO], space.people.guile[CAPO]) == before
