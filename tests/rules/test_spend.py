"""Spend: money has uses, and prison eats it."""

import pytest
from small import CAPO, HOUSE, PATRON, RIBERA, SIERRA, at_war, booked, fresh, lock_up, step


def test_a_capo_pays_his_ranks_and_keeps_the_margin() -> None:
    space = fresh()
    space.people.cash[CAPO], space.presences.gross[HOUSE, RIBERA] = 50.0, 2.0
    step(space, "spend")
    wages = space.presences.members[HOUSE, RIBERA] * space.par.spend.wage / 52.0 + 2.0 * space.par.spend.rank_share
    assert space.people.margin[CAPO] == pytest.approx(2.0 - wages)


def test_without_a_capo_the_treasury_pays() -> None:
    space = fresh()
    space.presences.capo[HOUSE] = -1
    step(space, "spend")
    members = space.presences.members[HOUSE, SIERRA] + space.presences.members[HOUSE, RIBERA]
    assert booked(space, "wages") == pytest.approx(members * space.par.spend.wage / 52.0)


def test_arms_are_bought_in_war_only() -> None:
    peace, war = fresh(), fresh()
    at_war(war)
    step(peace, "spend"), step(war, "spend")
    assert booked(peace, "arms") == 0.0
    assert booked(war, "arms") == pytest.approx(war.par.spend.arms * war.organisations.members[:2].sum() / 52.0)


def test_prison_eats_money_and_front_men_forget() -> None:
    space = fresh()
    lock_up(space, PATRON)
    space.people.cash[PATRON], space.people.fronted[PATRON] = 10.0, 10.0
    step(space, "spend", range(52))
    assert space.people.cash[PATRON] == pytest.approx(10.0 - space.par.spend.prison, rel=0.01)
    assert 10.0 * (1.0 - space.par.spend.front_default) < space.people.fronted[PATRON] < 8.0


def test_a_rich_head_hides_what_exceeds_his_pocket() -> None:
    space = fresh()
    space.people.cash[PATRON], space.people.fronted[PATRON] = 100.0, 0.0
    step(space, "spend")
    assert space.people.fronted[PATRON] == pytest.approx(98.0 * space.par.spend.fronting / 52.0, rel=0.03)
    poor = fresh()
    poor.people.cash[PATRON], poor.people.fronted[PATRON] = 1.0, 0.0
    assert step(poor, "spend").people.fronted[PATRON] == 0.0


def test_nobody_spends_what_he_does_not_have() -> None:
    space = fresh()
    space.people.cash[:] = space.organisations.treasury[:] = 0.0
    step(space, "spend", range(20))
    assert space.people.cash.min() >= 0.0 and space.organisations.treasury.min() >= 0.0
