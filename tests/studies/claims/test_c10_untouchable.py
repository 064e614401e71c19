"""C10: years of reign lost, on reigns made by hand; and an ego that is kept up."""

import math

import pytest
from made import PATRON, do, outcome

import leyenda
from leyenda.engine import plain
from leyenda.studies.claims.c10_untouchable import HORIZON, KEPT_UP, QUARTER, WEEK, Swell, measure


def test_a_reign_cut_short_counts_in_years_and_deeds_are_his() -> None:
    bold = outcome((110, "mistake", PATRON, 1), (120, "red_line", PATRON, 1), (120, "red_line", 8, 1), (WEEK + 52, "arrest", -1, PATRON))
    found = measure({"bold": bold, "as_he_is": outcome()})
    assert found == {"effect": 1.0 - HORIZON / 52, "mistakes": 1, "red_lines": 1}


def test_a_world_without_a_patron_says_nothing() -> None:
    empty = outcome(patron=-1)
    assert all(math.isnan(value) for value in measure({"bold": empty, "as_he_is": empty}).values())


def test_what_fades_in_a_quarter_is_made_up_for() -> None:
    world = plain.build(leyenda.load("two-plazas"))
    world.seat.patron = 0
    world.par.hubris.returns = 52.0 * (1.0 - 0.5 ** (1 / QUARTER))  # half is gone in a quarter
    before = float(world.people.ego[0])
    assert do(Swell(by=0.1, week=0), world).people.ego[0] == pytest.approx(before + 0.1)
    assert do(Swell(by=0.1, faded=QUARTER, week=0), world).people.ego[0] == pytest.approx(before + 0.15)
    assert [act.week for act in KEPT_UP][:2] == [WEEK + QUARTER, WEEK + 2 * QUARTER] and KEPT_UP[-1].week < WEEK + HORIZON


def test_nobody_feels_more_than_untouchable() -> None:
    world = plain.build(leyenda.load("two-plazas"))
    world.seat.patron = 0
    assert do(Swell(by=5.0, week=0), world).people.ego[0] == 0.99
