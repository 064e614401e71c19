"""Bribe: value for price under a budget, hold-up, refusal, and what colleagues and guns do to it."""

import numpy as np
import pytest
from small import COMPANY, HOUSE, PATRON, RIBERA, SIERRA, call, events, fresh, step

from leyenda.rules.bribe import accepts, asking, offer_insider, wealth

GOVERNOR_OF_RIBERA, GARRISON = 1, 4
BOUGHT = [0, 2, 3, 6, 7]


def price(revenue: float, *off: str) -> float:
    """What the garrison asks of a client of this wealth."""
    space = fresh(*off)
    space.organisations.revenue[HOUSE] = revenue
    par = space.par.bribe
    return asking(space, par, GARRISON, wealth(space, par, HOUSE))


def readiness(change: object, *off: str) -> float:
    """Share of yes over many half-years, after a change of the world."""
    space = fresh(*off)
    change(space)
    return float(np.mean([call(accepts, space, space.par.bribe, 26 * k, GARRISON, HOUSE, 0.04) for k in range(600)]))


def integrity(value: float) -> object:
    """A holder of this integrity."""
    def change(space: object) -> None:
        space.people.integrity[space.offices.holder[GARRISON]] = value
    return change


def test_prices_rise_with_the_clients_wealth_unless_hold_up_is_off() -> None:
    assert price(1.0) < price(4.0) < price(20.0)
    assert price(1.0, "hold_up") == price(20.0, "hold_up") == pytest.approx(0.04)


def test_nobody_accepts_with_bribery_off() -> None:
    assert readiness(integrity(0.0)) > 0.1
    assert readiness(integrity(0.0), "bribery") == 0.0
    space = step(fresh("bribery"), "bribe", range(104))
    assert events(space, "bribe") == [] and space.flows.bribes == 0.0


def test_integrity_refuses() -> None:
    assert readiness(integrity(0.05)) > 2.0 * readiness(integrity(0.95))


def test_the_gun_beside_the_money_counts_unless_fear_is_off() -> None:
    def brutal(space: object) -> None:
        space.people.brutality[PATRON] = space.presences.control[HOUSE, SIERRA] = 1.0

    def gentle(space: object) -> None:
        space.people.brutality[PATRON] = 0.0

    assert readiness(brutal) > readiness(gentle) + 0.03
    assert readiness(brutal, "fear") == readiness(gentle, "fear")


def test_the_budget_binds() -> None:
    bought = []
    for budget in (0.001, 0.3):
        space = fresh()
        space.par.bribe.budget, space.presences.gross[:2, :2], space.organisations.treasury[:2] = budget, 1.0, 1e6
        bought.append(len(events(step(space, "bribe", range(104)), "bribe")))
    assert bought[0] == 0 < bought[1]


def test_who_cannot_pay_loses_his_man() -> None:
    space = fresh()
    space.organisations.treasury[HOUSE] = 0.0
    space.people.cash[:] = 0.0
    before = int((space.offices.client == HOUSE).sum())
    step(space, "bribe", [1])
    assert before == 3 and (space.offices.client == HOUSE).sum() == 0
    assert len(events(space, "drop_protection")) == 3


def test_a_young_deal_is_not_broken_for_a_better_offer() -> None:
    space = fresh()
    space.par.bribe.accept, space.par.bribe.worthwhile = 50.0, 0.0
    space.presences.gross[:2, :2], space.organisations.treasury[:2] = 5.0, 1e6
    deals = space.offices.deal_event.copy()
    step(space, "bribe", range(40))
    assert (space.offices.deal_event[BOUGHT] == deals[BOUGHT]).all()
    assert space.offices.client[GOVERNOR_OF_RIBERA] >= 0


def test_nobody_buys_a_man_in_a_bank_that_does_not_serve_him() -> None:
    space = fresh()
    space.banks.plaza[0], space.banks.client[:], space.par.bribe.insider_eager = RIBERA, -1, 50.0
    space.presences.members[HOUSE, RIBERA], space.banks.count = 0, 1
    call(offer_insider, space, space.par.bribe, 3, HOUSE, 1e6)
    assert space.banks.client[0] == -1
    call(offer_insider, space, space.par.bribe, 3, COMPANY, 1e6)
    assert space.banks.client[0] == COMPANY
