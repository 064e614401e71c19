"""The smallest world under policies, its rates as a rule would read them."""

from functools import cache
from typing import Any

import numpy as np

import leyenda
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.scenario import Scenario
from leyenda.world import policies
from leyenda.world.rates import NAMES

World = plain.World
SIERRA, RIBERA, MARKET = range(3)
HOUSE = 0


@cache
def scenario(name: str = "two-plazas") -> Scenario:
    """A built-in scenario."""
    return leyenda.load(name)


def under(**in_force: Any) -> World:
    """A world that has begun under these policies, with no post bought."""
    block = first(scenario().with_(policies=in_force), 0, 1)
    plain.start(block)
    world = plain.unpack(block)
    world.offices.client[:] = -1
    return world


def posts(world: World, institution: int, side: int = 0, plaza: int | None = None) -> np.ndarray:
    """Which posts belong to an institution, there or anywhere."""
    offices, rows = world.offices, np.arange(len(world.offices.side))
    mine = (offices.institution == institution) & (offices.side == side) & (rows < offices.count)
    return mine if plaza is None else mine & (offices.plaza == plaza)


def rate(world: World, name: str, plaza: int = -1, week: int = 0) -> float:
    """A rate in a week, as a rule reads it."""
    policies.apply_policies(world, week)
    return float(policies.rate(world, NAMES.index(name), plaza))
