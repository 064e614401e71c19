"""The same small model in Mesa and in the engine's style, one core each: people and weeks a second."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import numpy as np

from leyenda.studies.bench.rows import Row, SkippedError, busy, taking_turns
from leyenda.studies.bench.small_world import build, live

GOAL = "at least 40"
COMPARED = ("choices", "betrayals", "boss")
LONGER = 100


def equal(world: Any, society: Any) -> bool:
    """Whether both made the same choices."""
    number = int(world["people"]["count"])
    found = [[getattr(person, name) for person in society.people] for name in COMPARED]
    return np.array_equal([world["people"][name][:number] for name in COMPARED], found)


def run_ours(people: int, weeks: int) -> float:
    """Seconds for this many weeks."""
    world = build(people, 1)
    return busy(lambda: live(world, 0, weeks))


def rows(people: int = 200, weeks: int = 104, repetitions: int = 5) -> Iterator[Row]:
    """Our speed over Mesa's."""
    if find_spec("mesa") is None:
        raise SkippedError("Mesa is not installed (pip install mesa)")
    from leyenda.studies.bench.mesa_twin import Society, mesa

    world = build(people, 1)
    society = Society(world.copy())

    def run_theirs() -> float:
        peer = Society(build(people, 1))
        return busy(lambda: peer.run(weeks))

    society.run(weeks)
    live(world, 0, weeks)
    if not equal(world, society):
        raise AssertionError("Mesa's twin makes other choices")
    pairs = taking_turns(lambda: run_ours(people, LONGER * weeks) / LONGER, run_theirs, repetitions)
    ours, theirs = (people * weeks / min(times) for times in zip(*pairs, strict=True))
    note = f"{ours:,.0f} against {theirs:,.0f} people-weeks a second, Mesa {mesa.__version__}; same choices"
    yield Row("speed over Mesa's", tuple(b / a for a, b in pairs), GOAL, note)
