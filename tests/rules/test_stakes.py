"""What plazas are worth to those who could fight over them, and what there is to take."""

import numpy as np
import pytest
from small import COMPANY, HOUSE, RIBERA, SIERRA, call, fresh

from leyenda.world.orders import take_foothold
from leyenda.world.stakes import find_worth, to_take, unsettled


def test_worth_follows_what_a_plaza_adds_to_the_trade_as_far_as_that_counts() -> None:
    space = fresh()
    space.par.contest.value = 0.0
    call(find_worth, space)
    assert space.scratch.worth[:2].tolist() == [1.0, 1.0]
    space.par.contest.value, space.par.contest.elsewhere = 1.0, 0.0
    call(find_worth, space)
    adds = (space.plazas.production + space.plazas.crossing)[:2]
    assert space.scratch.worth[0] / space.scratch.worth[1] == pytest.approx(adds[0] / adds[1])


def test_protection_settles_who_has_a_plaza() -> None:
    space = fresh()
    space.plazas.protection[:2] = [0.0, 0.5]
    assert call(unsettled, space, 0) == 1.0 and call(unsettled, space, 1) == pytest.approx(np.exp(-0.5 * space.par.contest.calmed))


def test_there_is_to_take_what_nobody_holds_and_what_is_unsettled_but_allies() -> None:
    space = fresh()
    space.plazas.protection[:], space.presences.control[:, RIBERA] = 0.0, 0.0
    space.presences.control[COMPANY, RIBERA], space.organisations.pact[:] = 0.6, 0
    assert call(to_take, space, HOUSE, RIBERA, 0.5) == pytest.approx(0.4 + 0.5 * 0.6)
    assert call(to_take, space, COMPANY, RIBERA, 0.5) == pytest.approx(0.4)
    space.organisations.pact[:] = 1
    assert call(to_take, space, HOUSE, RIBERA, 0.5) == pytest.approx(0.4)
    space.organisations.pact[:], space.plazas.protection[:] = 0, 1.0
    assert call(to_take, space, HOUSE, RIBERA, 0.5) < 0.43


def test_a_foothold_comes_from_what_is_free_and_from_who_is_there() -> None:
    space = fresh()
    space.plazas.protection[:], space.presences.control[:, SIERRA], space.organisations.pact[:] = 0.0, 0.0, 0
    space.presences.control[HOUSE, SIERRA] = 0.6
    call(take_foothold, space, COMPANY, SIERRA)
    taken = 0.6 * space.par.command.foothold
    assert space.presences.control[HOUSE, SIERRA] == pytest.approx(0.6 - taken)
    assert space.presences.control[COMPANY, SIERRA] == pytest.approx(0.2 + taken)
    space.organisations.pact[:] = 1
    before = float(space.presences.control[HOUSE, SIERRA])
    call(take_foothold, space, COMPANY, SIERRA)
    assert space.presences.control[HOUSE, SIERRA] == before
