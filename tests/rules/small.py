"""The smallest world in plain mode, at its first week, and one rule run on it alone."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

import leyenda
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.rules import module
from leyenda.scenario import Scenario
from leyenda.world.ledger import ACCOUNTS, INSIDE, KINDS, TRANSFERS
from leyenda.world.measures import survey
from leyenda.world.names import EVENTS, JAILED_HOME

World = plain.World
PATRON, CAPO, RIVAL, RIVAL_CAPO, LIEUTENANT, RIVAL_LIEUTENANT, ASPIRANT, OUTCAST, OFFICER, INVESTIGATOR = range(10)
SIERRA, RIBERA, MARKET = range(3)
HOUSE, COMPANY = range(2)


@cache
def scenario(off: tuple[str, ...] = ()) -> Scenario:
    """Two plazas with these switches off."""
    return leyenda.load("two-plazas").with_(off=off)


def fresh(*off: str, world: int = 0) -> World:
    """A world that has begun, with its first week surveyed."""
    block = first(scenario(off), world, 1)
    plain.start(block)
    space = plain.unpack(block)
    survey(space, 0)
    return space


def step(space: World, rule: str, weeks: Sequence[int] = (0,)) -> World:
    """Run one rule alone for these weeks."""
    with np.errstate(over="ignore"):
        for week in weeks:
            getattr(module(rule), rule)(space, getattr(space.par, rule), week)
    return space


def call(function: Any, *arguments: Any) -> Any:
    """Call a part of a rule; keys may overflow, as they do when compiled."""
    with np.errstate(over="ignore"):
        return function(*arguments)


def events(space: World, kind: str) -> list[int]:
    """The events of a kind so far."""
    happened = space.events.kind[: space.events.count]
    return [int(event) for event in np.flatnonzero(happened == EVENTS.index(kind))]


def causes(space: World, event: int) -> set[int]:
    """The events that an event is linked to."""
    n = space.causes.count
    return set(space.causes.cause[:n][space.causes.event[:n] == event].tolist())


def booked(space: World, kind: str, week: int = 0) -> float:
    """What moved by a kind of transfer in a week."""
    return float(space.ledger.amount[week % 52, KINDS.index(kind)])


def holdings(space: World) -> np.ndarray:
    """What each inside account class holds."""
    people, organisations = space.people, space.organisations
    mine = people.cash.sum() + people.laundered.sum() + people.fronted.sum()
    return np.array([organisations.treasury.sum(), organisations.laundered.sum(), mine, space.banks.earned.sum()])


def net(space: World, week: int = 0) -> np.ndarray:
    """What each inside account class gained in a week, by the ledger."""
    gains = np.zeros(len(ACCOUNTS))
    for kind, (_, source, sink) in enumerate(TRANSFERS):
        gains[ACCOUNTS.index(source)] -= space.ledger.amount[week % 52, kind]
        gains[ACCOUNTS.index(sink)] += space.ledger.amount[week % 52, kind]
    return gains[:INSIDE]


def lock_up(space: World, i: int, reached: int = 0) -> None:
    """Somebody sits in a home prison, for years."""
    space.people.status[i], space.people.jailed[i], space.people.sentence[i] = JAILED_HOME, 0, 5000
    space.people.reached[i] = reached


def at_war(space: World) -> None:
    """The two organisations fight, and have no pact."""
    organisations = space.organisations
    organisations.pact[:] = 0
    organisations.at_war[HOUSE, COMPANY] = organisations.at_war[COMPANY, HOUSE] = 1
    organisations.war[HOUSE, COMPANY] = organisations.war[COMPANY, HOUSE] = 0
    space.wars.a[0], space.wars.b[0], space.wars.ended[0], space.wars.count = HOUSE, COMPANY, -1, 1
