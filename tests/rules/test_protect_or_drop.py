"""Protect or drop: exposure raises drops, withdrawal off stops them, memory and handing over follow, plazas follow their posts."""

import pytest
from small import HOUSE, PATRON, SIERRA, causes, events, fresh, step

POLICE_OF_SIERRA = 2


def exposed(exposure: float, *off: str) -> object:
    """A year in which every protector is exposed as much as this."""
    space = fresh(*off)
    for week in range(52):
        space.offices.exposure[: space.offices.count] = exposure
        step(space, "protect_or_drop", [week])
    return space


def test_exposure_makes_protectors_let_go() -> None:
    assert len(events(exposed(0.0), "drop_protection")) <= 1
    assert len(events(exposed(3.0), "drop_protection")) >= 4


def test_nobody_lets_go_with_withdrawal_off() -> None:
    assert events(exposed(9.0, "withdrawal"), "drop_protection") == []


def test_a_costly_client_is_remembered_unless_memory_is_off() -> None:
    assert exposed(5.0).offices.memory.max() > 1.0
    assert exposed(5.0, "memory").offices.memory.max() == 0.0


def test_who_lets_go_may_hand_over_and_the_case_grows() -> None:
    drops = given = 0
    for world in range(20):
        space = fresh(world=world)
        space.offices.exposure[:] = 5.0
        step(space, "protect_or_drop", range(9))
        drops, given = drops + len(events(space, "drop_protection")), given + len(events(space, "hand_over"))
        assert all(causes(space, event) for event in events(space, "hand_over"))
    assert 0.1 * drops < given < 0.5 * drops


def test_handing_over_off_nobody_is_betrayed() -> None:
    assert events(exposed(5.0, "hand_over"), "hand_over") == []


def test_exposure_follows_the_clients_name_in_the_heat_of_the_day() -> None:
    quiet, known = fresh("withdrawal"), fresh("withdrawal")
    known.people.notoriety[PATRON], known.plazas.heat[SIERRA] = 1.0, 3.0
    step(quiet, "protect_or_drop", range(26)), step(known, "protect_or_drop", range(26))
    assert known.offices.exposure[POLICE_OF_SIERRA] > 5.0 * quiet.offices.exposure[POLICE_OF_SIERRA]


def test_a_plaza_is_protected_as_far_as_its_posts_are_held() -> None:
    held, free = fresh("withdrawal"), fresh("withdrawal")
    held.presences.cover[HOUSE, SIERRA] = 1.0
    free.presences.cover[:] = free.organisations.cover[:] = 0.0
    step(held, "protect_or_drop", range(156)), step(free, "protect_or_drop", range(156))
    assert held.plazas.protection[SIERRA] > 0.9 * held.plazas.continuity[SIERRA]
    assert free.plazas.protection[SIERRA] < 0.06


def test_a_new_party_in_office_protects_less() -> None:
    old, new = fresh("withdrawal"), fresh("withdrawal")
    new.plazas.continuity[SIERRA] = 0.5
    step(old, "protect_or_drop", range(52)), step(new, "protect_or_drop", range(52))
    assert new.plazas.protection[SIERRA] < old.plazas.protection[SIERRA]
    assert new.plazas.continuity[SIERRA] == pytest.approx(1.0 - 0.5 * (1.0 - new.par.protect_or_drop.continuity_returns / 52.0) ** 52)
