"""Enter and exit: age, retirement, ranks that fill, groups that found themselves, offices that change hands by the calendar."""

import numpy as np
import pytest
from small import CAPO, HOUSE, OUTCAST, PATRON, RIBERA, SIERRA, events, fresh, step

from leyenda.world.names import CAST_OUT, DEAD, LIEUTENANT, RETIRED

GOVERNOR_OF_RIBERA = 1


def test_a_year_is_a_year() -> None:
    space = fresh()
    before = float(space.people.age[PATRON])
    step(space, "enter_and_exit", range(52))
    assert space.people.age[PATRON] == pytest.approx(before + 1.0)


def gone(*off: str, caution: float = 0.5, ambition: float = 0.5) -> float:
    """Share of the named of many worlds who retire or die within five years."""
    left = total = 0
    for world in range(12):
        space = fresh("entry", *off, world=world)
        n = int(space.people.count)
        space.people.caution[:n], space.people.ambition[:n], space.people.age[:n] = caution, ambition, 45.0
        mine = np.flatnonzero(space.people.organisation[:n] >= 0)
        step(space, "enter_and_exit", range(260))
        left += int(np.isin(space.people.status[mine], (RETIRED, DEAD)).sum())
        total += len(mine)
    return left / total


def test_about_four_in_a_hundred_leave_a_year_the_careful_sooner_unless_selection_is_off() -> None:
    assert 1.0 - np.exp(-5 * 0.055) > gone() > 1.0 - np.exp(-5 * 0.02)
    assert gone(caution=0.9, ambition=0.1) > 1.3 * gone() > 1.3 * gone(caution=0.1, ambition=0.9)
    assert gone("selection", caution=0.9, ambition=0.1) == gone("selection", caution=0.1, ambition=0.9)


def test_ranks_fill_as_they_grow_and_not_beyond() -> None:
    space = fresh()
    space.presences.members[HOUSE, SIERRA] = 1000
    step(space, "enter_and_exit", range(260))
    mine = (space.people.organisation == HOUSE) & (space.people.plaza == SIERRA) & (space.people.status == 0)
    assert ((space.people.role == LIEUTENANT) & mine).sum() >= 2
    empty = fresh()
    empty.presences.members[:] = 0
    step(empty, "enter_and_exit", range(26))
    assert not any(empty.people.organisation[empty.events.who[e]] in (0, 1) for e in events(empty, "enter"))


def test_entry_off_nobody_rises_and_nobody_founds_anything() -> None:
    space = fresh("entry")
    space.par.enter_and_exit.local_groups = space.par.enter_and_exit.comes_back = 50.0
    step(space, "enter_and_exit", range(104))
    assert events(space, "found") == [] and space.organisations.count == 2


def test_groups_found_themselves_where_there_is_room_and_end() -> None:
    full, open_ = fresh(), fresh()
    full.presences.control[HOUSE], open_.presences.control[:] = 1.0, 0.0
    for space in (full, open_):
        space.presences.control[1], space.par.enter_and_exit.local_groups, space.plazas.protection[:] = 0.0, 3.0, 0.0
        step(space, "enter_and_exit", range(26))
    assert len(events(open_, "found")) > 2 * len(events(full, "found"))
    assert open_.presences.control[:, :2].sum(axis=0).max() <= 1.0
    step(open_, "enter_and_exit", range(26, 520))
    assert len(events(open_, "dissolve")) > 0 and (open_.organisations.ended >= 0).sum() == len(events(open_, "dissolve"))


def test_the_cast_out_come_back_the_sooner_the_angrier() -> None:
    def back(anger: float) -> int:
        count = 0
        for world in range(40):
            space = fresh(world=world)
            space.people.grudge[OUTCAST, 0] = anger
            step(space, "enter_and_exit", range(26))
            count += int(space.people.role[OUTCAST] != CAST_OUT)
        return count

    assert 0 < back(0.0) < back(2.0)


def test_a_term_ends_the_post_changes_hands_and_another_party_costs_continuity() -> None:
    space = fresh()
    week = 52 * 5 + 9
    old = int(space.offices.holder[GOVERNOR_OF_RIBERA])
    step(space, "enter_and_exit", [week - 1])
    assert space.offices.holder[GOVERNOR_OF_RIBERA] == old
    step(space, "enter_and_exit", [week])
    new = int(space.offices.holder[GOVERNOR_OF_RIBERA])
    assert new != old and space.people.office[new] == GOVERNOR_OF_RIBERA and space.people.office[old] == -1
    assert space.plazas.continuity[RIBERA] == pytest.approx(space.par.enter_and_exit.alternation)
    assert space.plazas.continuity[SIERRA] == 1.0


def test_an_honest_newcomer_does_not_keep_the_deal() -> None:
    def kept(integrity: float) -> int:
        count = 0
        for world in range(30):
            space = fresh(world=world)
            space.population.mean[1, 4], space.population.spread[1, 4], space.nation.heat[:] = integrity, 0.0, 0.0
            space.people.status[space.offices.holder[2]] = DEAD
            step(space, "enter_and_exit", [1])
            count += int(space.offices.client[2] == HOUSE)
        return count

    assert kept(0.97) <= 5 and kept(0.05) >= 20


def test_a_capo_who_retires_leaves_his_plaza() -> None:
    space = fresh()
    space.par.enter_and_exit.retirement = 1e6
    step(space, "enter_and_exit")
    assert space.people.status[CAPO] == RETIRED and space.people.organisation[CAPO] == -1
    assert space.presences.capo[HOUSE, RIBERA] == -1 and space.organisations.head[HOUSE] == PATRON
