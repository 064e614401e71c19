"""Tribute: only what exceeds the accustomed makes enemies; what is asked and done is counted."""

import numpy as np
import pytest
from small import CAPO, COMPANY, HOUSE, PATRON, booked, fresh, lock_up, step

from leyenda.world.measures import grudge_against


def demanding(share: float, *off: str) -> object:
    """A capo used to 20 %, of whom a share is demanded."""
    space = fresh(*off)
    space.people.margin[CAPO], space.people.cash[CAPO], space.people.accustomed[CAPO] = 1.0, 50.0, 0.2
    space.organisations.demanded[HOUSE] = share
    return space


def test_the_accustomed_share_makes_no_grudge_and_more_does() -> None:
    usual, more = step(demanding(0.2), "tribute"), step(demanding(0.3), "tribute")
    assert grudge_against(usual, CAPO, PATRON) == 0.0
    assert grudge_against(more, CAPO, PATRON) == pytest.approx(more.par.tribute.grudge_per_excess * 0.5 / 52.0)


def test_less_than_the_accustomed_makes_no_grudge() -> None:
    assert grudge_against(step(demanding(0.05), "tribute", range(52)), CAPO, PATRON) == 0.0


def test_grudges_off_the_money_moves_and_nobody_minds() -> None:
    space = demanding(0.6, "grudges")
    before = space.organisations.treasury[HOUSE]
    step(space, "tribute", range(52))
    assert grudge_against(space, CAPO, PATRON) == 0.0
    assert space.organisations.treasury[HOUSE] > before + 10.0


def test_people_get_used_to_a_share_within_about_a_year() -> None:
    space = step(demanding(0.4), "tribute", range(52))
    assert 0.2 + 0.5 * 0.2 < space.people.accustomed[CAPO] < 0.2 + 0.75 * 0.2
    early = grudge_against(space, CAPO, PATRON)
    late = grudge_against(step(space, "tribute", range(52, 104)), CAPO, PATRON) - early
    assert 0.0 < late < 0.6 * early


@pytest.mark.parametrize(("half", "jailed", "obeyed"), [(0, False, 1.0), (1, False, 0.5), (0, True, 0.0)])
def test_hold_counts_what_is_asked_and_what_is_done(half: int, jailed: bool, obeyed: float) -> None:
    space = demanding(0.2)
    space.people.obeys_half[CAPO] = half
    space.people.superior[np.arange(len(space.people.superior)) != CAPO] = -1
    if jailed:
        lock_up(space, PATRON, reached=0)
    step(space, "tribute")
    assert space.people.asked[PATRON] == 1.0
    assert space.people.obeyed[PATRON] == obeyed
    assert space.people.paid[CAPO] == pytest.approx(obeyed * 0.2)


def test_nobody_pays_more_than_he_has() -> None:
    space = demanding(0.5)
    space.people.cash[CAPO] = 0.1
    step(space, "tribute")
    assert space.people.paid[CAPO] == pytest.approx(0.1) and space.people.cash[CAPO] == 0.0


def test_terms_of_federation_are_paid_out_of_income_unless_pacts_are_off() -> None:
    for off, part in (((), 1.0), (("pacts",), 0.0)):
        space = fresh(*off)
        organisations = space.organisations
        organisations.overlord[COMPANY], organisations.terms[COMPANY] = HOUSE, 0.1
        organisations.revenue[COMPANY], organisations.treasury[COMPANY] = 2.0, 50.0
        before = float(organisations.treasury[COMPANY])
        step(space, "tribute")
        assert booked(space, "terms") == pytest.approx(0.2 * part)
        assert organisations.treasury[COMPANY] <= before + booked(space, "tribute") - 0.2 * part + 1e-9
