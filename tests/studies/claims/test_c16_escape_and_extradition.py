"""C16: who is followed, what counts as ending abroad, and the acts that let him out and make a country ready."""

import math

import pytest
from made import do, outcome

import leyenda
from leyenda.acts import Remove
from leyenda.engine import plain
from leyenda.studies.claims.c16_escape_and_extradition import END, PARTED, SECOND, BreakOut, Ready, measure, prisoner
from leyenda.world.names import FREE

TAKEN = (SECOND, "arrest", -1, 4)
OTHER = (SECOND, "arrest", -1, 5)


def test_the_one_who_was_jailed_first_is_followed() -> None:
    assert prisoner(outcome(TAKEN, OTHER)) == 4


@pytest.mark.parametrize("gone", [("extradition", -1, 4), ("escape", 4, -1), ("release", -1, 4), ("die", 4, -1)])
def test_who_is_gone_before_the_arms_part_says_nothing(gone: tuple[str, int, int]) -> None:
    some = outcome(TAKEN, (PARTED - 1, *gone))
    assert prisoner(some) == -1
    assert all(math.isnan(value) for value in measure({"escapes": some, "kept": some, "left_alone": some}).values())


def test_an_escape_that_keeps_him_from_being_sent_abroad_counts_against_the_claim() -> None:
    out = outcome(TAKEN, (PARTED, "escape", 4, -1), (PARTED + 9, "arrest", -1, 4), (END, "extradition", -1, 4))
    kept = outcome(TAKEN, (END - 1, "extradition", -1, 4))
    alone = outcome(TAKEN, (300, "escape", 4, -1), (400, "escape", 4, -1), (410, "escape", 5, -1))
    found = measure({"escapes": out, "kept": kept, "left_alone": alone})
    assert found == {"effect": -1.0, "kept_abroad": 1.0, "taken_again": 1.0, "escapes": 2.0, "twice": 1.0}


def test_only_a_prisoner_breaks_out() -> None:
    world = plain.build(leyenda.load("two-plazas"))
    do(BreakOut(jailed=0, week=0), world)
    assert world.flows.arrests == 0.0 and (world.people.fall_event[:9] < 0).all()
    do(Remove(target=0, week=0), world)
    do(Remove(target=2, week=0), world)
    do(BreakOut(jailed=0, week=26), world, 26)
    assert world.people.status[0] == FREE and world.people.status[2] != FREE


def test_a_country_is_ready_in_every_year() -> None:
    world = do(Ready(value=0.5, week=0), plain.build(leyenda.load("two-plazas")))
    assert (world.drivers.extradition == 0.5).all()
