"""Trade: the balloon, the work that needs people, the price that clears, and where the money goes."""

import numpy as np
import pytest
from small import COMPANY, HOUSE, RIBERA, SIERRA, at_war, booked, call, fresh, step

from leyenda.rules.trade import toll


def through(space: object, weeks: int) -> np.ndarray:
    """What each home crossing carries, week by week."""
    carried = []
    for week in range(weeks):
        space.plazas.exports[:] = 0.0
        space.flows.exports = 0.0
        carried.append(step(space, "trade", [week]).plazas.exports[:2].copy())
    return np.array(carried)


def test_pushing_down_one_crossing_moves_the_flow_to_the_other() -> None:
    calm, hot = fresh(), fresh()
    hot.plazas.heat[RIBERA] = 5.0
    before, after = through(calm, 40)[20:].mean(axis=0), through(hot, 40)[20:].mean(axis=0)
    assert after[RIBERA] < 0.95 * before[RIBERA]
    assert after[SIERRA] > 1.05 * before[SIERRA]
    assert after.sum() > 0.97 * before.sum()


def test_flows_are_steady_while_nothing_changes() -> None:
    carried = through(fresh(), 40)[20:]
    assert carried.min() > 0.0
    assert np.abs(np.diff(carried, axis=0)).max() < 0.1 * carried.mean()


def test_a_plaza_without_a_capo_moves_less() -> None:
    led, leaderless = fresh(), fresh()
    leaderless.presences.capo[HOUSE, RIBERA] = -1
    step(led, "trade"), step(leaderless, "trade")
    share = leaderless.presences.exports[HOUSE, RIBERA] / led.presences.exports[HOUSE, RIBERA]
    assert share == pytest.approx(led.par.trade.leaderless)
    assert leaderless.presences.exports[COMPANY, RIBERA] == led.presences.exports[COMPANY, RIBERA]


def test_war_in_the_same_plaza_costs_work() -> None:
    peace, war = fresh(), fresh()
    at_war(war)
    step(peace, "trade"), step(war, "trade")
    lost = 1.0 - war.flows.exports / peace.flows.exports
    assert 0.9 * peace.par.trade.lost_at_war < lost < 1.5 * peace.par.trade.lost_at_war


def test_the_price_rises_when_deliveries_fall_and_is_capped() -> None:
    prices = []
    for delivered in (2.0, 1.0, 0.5, 0.001):
        space = fresh()
        space.presences.control[:] = 0.0
        space.market.delivered = delivered * space.market.demand
        prices.append(step(space, "trade").market.price / space.market.base_price)
    assert prices == sorted(prices) and prices[0] < 1.0 < prices[2]
    assert prices[3] == pytest.approx(space.par.trade.price_cap)


def test_the_price_is_held_with_market_price_off() -> None:
    space = fresh("market_price")
    space.market.delivered = 0.2 * space.market.demand
    step(space, "trade")
    assert (space.market.price, space.market.use) == (space.market.base_price, space.par.trade.fixed_use)


def test_what_consumers_pay_is_split_and_nothing_is_left_over() -> None:
    space = fresh()
    price = space.market.price
    step(space, "trade")
    paid = space.flows.exports * price
    home = booked(space, "sale") + booked(space, "sale_capo")
    abroad = booked(space, "sale_suppliers") + booked(space, "sale_distribution")
    assert home == pytest.approx(space.par.trade.organisations * paid)
    assert home + abroad == pytest.approx(paid)


def test_passage_is_paid_to_whoever_holds_the_crossing() -> None:
    pact, none = fresh(), fresh()
    none.organisations.pact[:] = 0
    step(pact, "trade"), step(none, "trade")
    assert 0.0 < 1.5 * booked(pact, "passage") < booked(none, "passage")


def test_an_enemy_robs_what_passes_and_within_a_federation_passage_is_free() -> None:
    ally, vassal, enemy = fresh(), fresh(), fresh()
    vassal.organisations.overlord[:] = [COMPANY if o == HOUSE else -1 for o in range(len(vassal.organisations.overlord))]
    at_war(enemy)
    shares = [call(toll, space, space.par.trade, HOUSE, COMPANY, RIBERA) for space in (vassal, ally, enemy)]
    held = float(ally.presences.control[COMPANY, RIBERA])
    assert shares == pytest.approx([0.0, 0.4 * ally.par.trade.fee * held, ally.par.trade.enemy_fee * held])
    step(ally, "trade"), step(enemy, "trade")
    assert booked(enemy, "passage") > booked(ally, "passage") > 0.0
