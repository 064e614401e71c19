"""C12: what melts between two quarters, in a hold made by hand; half-lives; and a man sent abroad."""

import numpy as np
import pytest
from made import do, outcome

import leyenda
from leyenda.acts import Remove
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.studies.claims.c12_control_from_prison import LAST, WEEK, SendAbroad, half_life, measure, received, tribute
from leyenda.world.names import JAILED_ABROAD


def holding(*steps: tuple[int, float], notes: tuple[tuple[int, tuple[float, float]], ...] = ()) -> object:
    """A world in which he is obeyed by this share from these weeks on."""
    hold = np.ones(780)
    for week, share in steps:
        hold[week:] = share
    return outcome(series={"patron_hold": hold}, notes=notes)


def test_what_melts_is_counted_beyond_what_would_have_melted_anyway() -> None:
    books = ((364, (4.0, 1.0)), (365, (4.0, 2.0)))
    jailed = holding((WEEK, 0.7), (WEEK + 60, 0.1), notes=books)
    found = measure({"jailed": jailed, "spared": holding((WEEK + 60, 0.9)), "abroad": holding((WEEK + 4, 0.0))})
    assert found["effect"] == pytest.approx(0.6 - 0.1)
    assert (found["third_quarter"], found["ninth_quarter"]) == pytest.approx((0.7, 0.1))
    assert (found["tribute"], found["half_life"], found["half_life_abroad"]) == (0.375, 60.0, 4.0)


def test_a_hold_that_never_halves_lasts_as_long_as_it_is_watched() -> None:
    assert half_life(holding((WEEK, 0.5))) == LAST - WEEK


def test_where_nothing_is_due_nothing_is_received() -> None:
    assert received(holding(notes=((364, (0.0, 0.0)),))) == 0.0


def test_the_patron_jailed_is_sent_abroad_and_reaches_nobody() -> None:
    world = plain.build(leyenda.load("two-plazas"))
    world.seat.holder = 0
    assert do(SendAbroad(week=0), world).people.status[0] == 0  # a free man is not sent anywhere
    do(Remove(target="patron", week=0), world)
    do(SendAbroad(week=0), world)
    assert world.people.status[0] == JAILED_ABROAD and world.people.reached[0] == 0


def test_tribute_is_that_of_his_own_people() -> None:
    block = first(leyenda.load("two-plazas"), 0, 1)
    plain.start(block)
    block["seat"]["patron"] = 0
    block["people"]["due"][[1, 3]], block["people"]["paid"][[1, 3]] = (2.0, 5.0), (1.0, 5.0)
    assert tribute(block, 0) == (2.0, 1.0)
