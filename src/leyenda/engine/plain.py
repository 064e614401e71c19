"""The same rules as plain Python: tables become namespaces of arrays; for reading, testing and debugging."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.engine.build import first
from leyenda.rules import module, schedule
from leyenda.scenario import Scenario
from leyenda.world.measures import survey
from leyenda.world.record import record
from leyenda.world.start import begin

World = SimpleNamespace


def unpack(block: npt.NDArray[Any]) -> World:
    """A world's block (shape ()) as namespaces: columns are views into it, single numbers are copies."""
    space = World(block=block)
    assert block.dtype.names is not None
    for name in block.dtype.names:
        value = block[name]
        if value.dtype.names is not None:
            setattr(space, name, unpack(value))
        else:
            setattr(space, name, value if value.ndim else value[()])
    return space


def pack(space: World) -> None:
    """Write single numbers back into the block."""
    for name, value in vars(space).items():
        if isinstance(value, SimpleNamespace):
            pack(value)
        elif name not in ("block", "week") and np.ndim(value) == 0:
            space.block[name] = value


def start(block: npt.NDArray[Any]) -> None:
    """The first moment of a world."""
    space = unpack(block)
    with np.errstate(over="ignore"):
        begin(space)
    pack(space)


def advance(block: npt.NDArray[Any], first: int, last: int) -> None:
    """Weeks first to last - 1, in plain Python."""
    space = unpack(block)
    with np.errstate(over="ignore"):
        for week in range(first, last):
            run_week(space, week)
            if space.error:
                break
    pack(space)


def build(scenario: Scenario, world: int = 0, seed: int = 1) -> World:
    """One world before its first week, as namespaces of arrays: for looking at and stepping by hand."""
    block = first(scenario, world, seed)
    start(block)
    space = unpack(block)
    space.week = 0
    return space


def step(world: World, weeks: int = 1) -> World:
    """Some more weeks of a world, in plain Python; returns the same world."""
    with np.errstate(over="ignore"):
        for _ in range(weeks):
            run_week(world, world.week)
            world.week += 1
    return world


def run_week(space: World, week: int) -> None:
    """One week: the schedule, each rule behind its switch."""
    survey(space, week)
    for name in schedule():
        if getattr(space.on, name):
            getattr(module(name), name)(space, getattr(space.par, name), week)
    record(space, week)
