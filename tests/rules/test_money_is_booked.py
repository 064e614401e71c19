"""Whatever money a rule moves, the ledger has it: what each account class gained is what came in less what went out."""

import numpy as np
import pytest
from small import CAPO, HOUSE, PATRON, RIBERA, at_war, call, fresh, holdings, lock_up, net, step

from leyenda.rules.betray import SECEDE_NOW, TURN, act
from leyenda.world.custody import slay
from leyenda.world.seats import absorb, dissolve


def rich() -> object:
    """Everybody has money in every purse."""
    space = fresh()
    n = space.people.count
    space.people.cash[:n], space.people.fronted[:n], space.people.laundered[:n] = 20.0, 5.0, 3.0
    space.organisations.treasury[:2], space.organisations.laundered[:2], space.presences.gross[:2, :2] = 200.0, 20.0, 3.0
    space.people.margin[CAPO] = 2.0
    return space


def closes(space: object, before: np.ndarray) -> None:
    """The ledger of week 0 explains every change, and something changed."""
    gained = holdings(space) - before
    assert np.abs(gained).max() > 1e-3
    assert gained == pytest.approx(net(space), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("rule", ["trade", "tribute", "spend", "launder", "bribe"])
@pytest.mark.parametrize("war", [False, True])
@pytest.mark.parametrize("jailed", [False, True])
def test_rules_that_move_money(rule: str, war: bool, jailed: bool) -> None:
    space = rich()
    if war:
        at_war(space)
    if jailed:
        lock_up(space, PATRON, reached=1)
        space.presences.capo[HOUSE, 0] = -1
    before = holdings(space)
    step(space, rule)
    closes(space, before)


@pytest.mark.parametrize(
    "deed",
    [
        lambda space: slay(space, 0, PATRON, CAPO, 1.0),
        lambda space: act(space, space.par.betray, 0, CAPO, PATRON, TURN),
        lambda space: dissolve(space, 0, HOUSE, -1),
    ],
)
def test_deeds_that_move_money(deed: object) -> None:
    space = rich()
    before = holdings(space)
    call(deed, space)
    closes(space, before)


def test_seceding_takes_a_part_of_the_treasury_and_makes_no_money() -> None:
    space = rich()
    before = holdings(space)
    call(act, space, space.par.betray, 0, CAPO, PATRON, SECEDE_NOW)
    assert holdings(space) == pytest.approx(before)
    assert 0.0 < space.organisations.treasury[2] < 100.0 < space.organisations.treasury[HOUSE]


def test_absorbing_moves_everything_inside_the_class() -> None:
    space = rich()
    before = holdings(space)
    call(absorb, space, 0, HOUSE, 1)
    assert holdings(space) == pytest.approx(before) and space.organisations.treasury[HOUSE] == 0.0
    assert space.presences.members[1, RIBERA] == 500
