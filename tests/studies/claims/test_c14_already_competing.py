"""C14: the next holder against others drawn by strength, in worlds made by hand."""

from typing import Any

import numpy as np
import pytest
from made import PATRON, outcome

import leyenda
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.studies.claims.c14_already_competing import WAIT, measure, next_holder, standing
from leyenda.world.names import CAPO

FALL = 200
NOTE = {
    "who": np.array([PATRON, 1, 2, 3]),
    "strength": np.array([90.0, 10.0, 30.0, 50.0]),
    "organisation": np.array([0, 0, 1, 0]),
    "leads": np.array([True, True, True, False]),
    "chance": np.array([0.0, 0.02, 0.5, 0.04]),
}


def world(heir: int, *acts: tuple[int, str, int, int]) -> Any:
    """The patron falls; after half a year somebody else holds the seat."""
    holder = np.full(780, float(PATRON))
    holder[FALL:], holder[FALL + 26 :] = -1.0, heir
    rows = (*acts, (FALL, "arrest", -1, PATRON))
    return outcome(*sorted(rows), series={"seat_holder": holder}, notes=[(195, NOTE), (208, {})])


def test_a_rival_who_had_acted_against_him_counts_beyond_his_weight_among_the_strong() -> None:
    found = dict(measure({"as_it_comes": world(2, (100, "attack", 2, PATRON))}))
    assert np.isnan([found.pop("inclined"), found.pop("inclined_by_strength")]).all()
    assert found == pytest.approx({"effect": 1.0 - 0.75, "acted": 1.0, "by_strength": 0.75, "inside": 0.0})


def test_a_loyal_heir_counts_less_than_the_rivals_weigh() -> None:
    found = measure({"as_it_comes": world(1, (100, "attack", 2, PATRON))})
    assert found == pytest.approx({"effect": -0.75, "acted": 0.0, "by_strength": 0.75, "inside": 1.0, "inclined": 0.02, "inclined_by_strength": 0.02})


def test_what_is_done_with_the_fall_or_to_others_is_not_counted() -> None:
    found = measure({"as_it_comes": world(2, (FALL, "inform", 2, PATRON), (100, "attack", 2, 1), (100, "bribe", 2, PATRON))})
    assert found["effect"] == 0.0


def test_a_seat_held_too_late_is_not_his_heirs() -> None:
    some = world(1)
    assert next_holder(some, PATRON, FALL) == 1
    assert next_holder(some, PATRON, FALL + 26 - WAIT - 2) == -1


def test_a_patron_who_never_falls_says_nothing() -> None:
    assert np.isnan(measure({"as_it_comes": outcome(notes=[(195, NOTE)])})["effect"])


def test_heads_and_capos_are_noted_as_such() -> None:
    block = first(leyenda.load("two-plazas"), 0, 1)
    plain.start(block)
    noted = standing(block, 0)
    roles = block["people"]["role"][noted["who"]]
    assert (noted["leads"] == (roles <= CAPO)).all() and {0, 1, 2, 3} <= set(noted["who"][noted["leads"]].tolist())
