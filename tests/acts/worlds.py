"""Worlds in the middle of a run, acts done to them, and whether they are sound."""

import re
from functools import cache
from typing import Any

import numpy as np
from audited import findings
from blocks import different
from invariants import violations

import leyenda
from leyenda.acts import Act
from leyenda.engine import compiled, plain
from leyenda.engine.build import first
from leyenda.engine.ensemble import Act as Step
from leyenda.engine.ensemble import run_world
from leyenda.world.names import EVENTS

WEEK = 110
NOBODY = 900
World = plain.World
Block = Any


@cache
def before(name: str, world: int, week: int) -> Block:
    """A world at the start of a week; do not write to it."""
    scenario = leyenda.load(name)
    block = first(scenario, world, 1)
    compiled.ready(block, scenario.size)
    compiled.start(block)
    compiled.advance(block, 0, week)
    block.flags.writeable = False
    return block


def block_at(world: int = 0, week: int = WEEK, name: str = "guadalajara-1985") -> Block:
    """The same, to be changed."""
    return before(name, world, week).copy()


def world_at(world: int = 0, week: int = WEEK, name: str = "guadalajara-1985") -> World:
    """The same as namespaces."""
    return plain.unpack(block_at(world, week, name))


def done(act: Act, world: World, undo: bool = False) -> World:
    """The world after an act, as the engine does it but for opening the week; its block is up to date."""
    with np.errstate(over="ignore"):
        (act.undo if undo else act.do)(world, act.week)
    plain.pack(world)
    return world


def changed(act: Act, world: int = 0) -> list[str]:
    """The fields that an act changes in a byte."""
    return different(done(act, world_at(world)).block, block_at(world))


def sound(block: Block, act: Act, weeks: int = 26) -> None:
    """No invariant is broken right after an act, nor some weeks later; the post of a fallen official is filled within the week."""
    for step in act.steps():
        if step.week == act.week:
            step.apply(block)
    assert [finding for finding in violations(block) if not re.match(r"post \d+ is held by person \d+, a (dead|jailed_home)", finding)] == []
    compiled.advance(block, act.week, act.week + weeks)
    assert not block["error"] and violations(block) == []


def events(world: World, kind: str) -> list[int]:
    """The events of a kind so far."""
    happened = world.events.kind[: world.events.count]
    return [int(event) for event in np.flatnonzero(happened == EVENTS.index(kind))]


def latest(world: World, kind: str) -> tuple[int, int, int]:
    """Who did the last event of a kind to whom, and in which week."""
    event = events(world, kind)[-1]
    return int(world.events.who[event]), int(world.events.whom[event]), int(world.events.week[event])


def audited(acts: tuple[Step, ...], world: int = 0, weeks: int = 156, name: str = "guadalajara-1985") -> list[str]:
    """What the auditor finds in a world to which this was done."""
    left = run_world(leyenda.load(name).with_({"weeks": weeks}), world, 1, compiled, acts)
    return findings(left)
