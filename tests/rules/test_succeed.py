"""Succeed: an empty seat goes to whom others see as strongest; losers accept or break away; remnants end."""

import numpy as np
import pytest
from small import CAPO, COMPANY, HOUSE, LIEUTENANT, PATRON, RIBERA, SIERRA, call, events, fresh, lock_up, step

from leyenda.rules.succeed import claim, vacant
from leyenda.world.custody import slay
from leyenda.world.measures import grudge_against


def orphaned(*off: str, world: int = 0) -> object:
    """The patron is dead; his capo has a plaza and his lieutenant a few men."""
    space = fresh(*off, world=world)
    space.people.visible[CAPO], space.people.visible[LIEUTENANT] = 150.0, 60.0
    call(slay, space, 1, PATRON, -1, 1.0)
    return space


def test_a_seat_is_vacant_when_its_holder_is_dead_or_locked_up_and_ignored() -> None:
    space = fresh()
    assert not vacant(space, space.par.succeed, HOUSE)
    lock_up(space, PATRON)
    space.people.asked[PATRON], space.people.hold[PATRON] = 1.0, 0.9
    assert not vacant(space, space.par.succeed, HOUSE)
    space.people.hold[PATRON] = 0.1
    assert vacant(space, space.par.succeed, HOUSE)
    assert vacant(orphaned(), space.par.succeed, HOUSE)


def test_an_empty_seat_is_filled_within_weeks_and_everybody_answers() -> None:
    space = step(orphaned(), "succeed", range(1, 5))
    head = int(space.organisations.head[HOUSE])
    assert len(events(space, "succeed")) == 1 and space.people.role[head] == 0
    mine = (space.people.organisation == HOUSE) & (space.people.status == 0)
    assert head in (CAPO, LIEUTENANT) or mine[head]
    assert all(space.people.organisation[j] == HOUSE or j < 0 for j in space.people.superior[mine])


def test_the_stronger_and_the_kin_of_the_last_head_have_the_better_claim() -> None:
    def mean_claim(i: int, *off: str) -> float:
        space = orphaned(*off)
        return float(np.mean([call(claim, space, space.par.succeed, week, i, PATRON) for week in range(200)]))

    assert mean_claim(CAPO) > 3.0 * mean_claim(LIEUTENANT)
    assert mean_claim(LIEUTENANT) == pytest.approx(1.7 * mean_claim(LIEUTENANT, "ties"))


def contested(*off: str) -> object:
    """A capo who would not have the other one above him."""
    space = orphaned(*off)
    space.par.succeed.breaks, space.par.succeed.chance = 50.0, 0.0
    space.people.visible[CAPO] = 1.0
    return step(space, "succeed", range(1, 5))


def test_losers_break_away_unless_succession_or_secession_is_off() -> None:
    split = contested()
    assert len(events(split, "split")) == 1 and split.people.organisation[CAPO] >= 2
    assert split.organisations.hostility[HOUSE].max() > 0.0
    for off in ("succession", "secession"):
        space = contested(off)
        assert events(space, "split") == [] and space.people.organisation[CAPO] == HOUSE
        assert len(events(space, "succeed")) == 1


def test_a_loser_who_stays_minds() -> None:
    space = orphaned()
    space.par.succeed.breaks, space.par.succeed.chance, space.people.visible[CAPO] = -50.0, 0.0, 1.0
    step(space, "succeed", range(1, 5))
    winner = int(space.organisations.head[HOUSE])
    assert winner != CAPO and grudge_against(space, CAPO, winner) > 0.0


def test_small_remnants_join_the_strongest_on_the_spot_or_dissolve() -> None:
    joined, gone = fresh(), fresh()
    for space in (joined, gone):
        space.presences.members[COMPANY], space.organisations.members[COMPANY] = 0, 8
    joined.presences.members[COMPANY, RIBERA] = 8
    gone.organisations.members[COMPANY] = 0
    step(joined, "succeed", [20]), step(gone, "succeed", [20])
    assert len(events(joined, "merge")) == 1 and joined.presences.members[HOUSE, RIBERA] == 158
    assert len(events(gone, "dissolve")) == 1 and not (gone.people.organisation == COMPANY).any()
    assert (joined.presences.capo[COMPANY] == -1).all() and (gone.presences.capo[COMPANY] == -1).all()
    assert joined.organisations.ended[COMPANY] == gone.organisations.ended[COMPANY] == 20


def test_a_seat_that_nobody_can_take_stays_empty_for_a_while() -> None:
    space = fresh()
    others = (space.people.organisation == HOUSE) & (np.arange(len(space.people.role)) != PATRON)
    space.people.status[others] = 3
    call(slay, space, 1, PATRON, -1, 1.0)
    step(space, "succeed", range(1, 20))
    assert space.organisations.ended[HOUSE] == -1 and events(space, "succeed") == []
    step(space, "succeed", range(20, 60))
    assert space.organisations.ended[HOUSE] > 20 and space.presences.members[HOUSE, SIERRA] == 0
