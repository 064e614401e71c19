"""Many worlds on threads: each runs alone, a year at a time, and leaves behind what was written down."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from leyenda.engine import compiled as fast
from leyenda.engine import plain
from leyenda.engine.build import first
from leyenda.engine.outcome import YEAR, Outcome, Past, drain, holdings, outcome
from leyenda.engine.surroundings import put_policies
from leyenda.scenario import Scenario
from leyenda.world.measures import open_week

Array = npt.NDArray[Any]
Result = TypeVar("Result")


@dataclass(frozen=True)
class Act:
    """Something an experiment does to a world at the start of one week, in plain Python."""

    week: int
    do: Callable[[Any, int], Any]

    def apply(self, block: Array) -> Any:
        """Do it."""
        world = plain.unpack(block)
        with np.errstate(over="ignore"):
            open_week(world, self.week)
            self.do(world, self.week)
        plain.pack(world)


@dataclass(frozen=True)
class Note(Act):
    """Something an experiment writes down at the start of one week: read off the world's tables, which it leaves alone.

    What `do` returns is kept in the outcome's notes; it is given the block of tables itself, and must copy what it keeps.
    """

    def apply(self, block: Array) -> Any:
        """Look."""
        return self.do(block, self.week)


@dataclass(frozen=True)
class Arm:
    """One arm of an experiment: a scenario, and what is done to its worlds."""

    scenario: Scenario
    acts: tuple[Act, ...] = ()

    @property
    def begins(self) -> int:
        """First week in which this arm may differ from one without acts and policies."""
        weeks = [act.week for act in self.acts] + [policy.start for policy in self.scenario.policies.values()]
        return min(weeks, default=self.scenario.weeks)


def begin_world(scenario: Scenario, world: int, seed: int, engine: Any) -> Past:
    """A world at its first moment."""
    block = first(scenario, world, seed)
    opening = holdings(block)
    engine.start(block)
    return Past(block, opening, [])


def run_weeks(past: Past, week: int, last: int, engine: Any, acts: Sequence[Act]) -> None:
    """Weeks of one year, with the acts of an experiment in between, in their order."""
    for act in sorted((act for act in acts if week <= act.week < last), key=lambda act: act.week):
        engine.advance(past.block, week, act.week)
        noted = act.apply(past.block)
        if noted is not None:
            past.notes.append((act.week, noted))
        week = act.week
    engine.advance(past.block, week, last)


def run_on(past: Past, until: int, engine: Any, acts: Sequence[Act] = ()) -> None:
    """Go on year by year until a week, or until a table is full."""
    while past.week < until and not past.block["error"]:
        last = min(past.week + YEAR, until)
        run_weeks(past, past.week, last, engine, acts)
        past.years.append(drain(past.block, last - past.week))
        past.week = last


def run_world(scenario: Scenario, world: int, seed: int, engine: Any, acts: Sequence[Act] = ()) -> Outcome:
    """One world from its first week to its last."""
    past = begin_world(scenario, world, seed, engine)
    run_on(past, scenario.weeks, engine, acts)
    return outcome(scenario, world, past)


def run_arms(arms: Sequence[Arm], world: int, seed: int, engine: Any) -> list[Outcome]:
    """One world in every arm. Arms that differ by acts and policies alone share their past up to the year in which they part."""
    shared = arms[0].scenario
    past = begin_world(shared, world, seed, engine)
    together, week = parting(arms)
    run_on(past, week // YEAR * YEAR, engine, together)
    copied = [arm.scenario is shared or alike(arm.scenario, shared) for arm in arms]
    return [run_arm(arm, past.copy() if same else None, world, seed, engine) for arm, same in zip(arms, copied, strict=True)]


def parting(arms: Sequence[Arm]) -> tuple[list[Act], int]:
    """What all arms do alike at first, and the first week in which one does something of its own."""
    ordered = [sorted(arm.acts, key=lambda act: act.week) for arm in arms]
    together = [same[0] for same in takewhile(lambda acts: all(act == acts[0] for act in acts), zip(*ordered, strict=False))]
    own = [Arm(arm.scenario, tuple(acts[len(together) :])).begins for arm, acts in zip(arms, ordered, strict=True)]
    return together, min(own)


def run_arm(arm: Arm, past: Past | None, world: int, seed: int, engine: Any) -> Outcome:
    """One world in one arm, from a shared past or from the beginning."""
    past = past or begin_world(arm.scenario, world, seed, engine)
    put_policies(past.block, arm.scenario)
    run_on(past, arm.scenario.weeks, engine, arm.acts)
    return outcome(arm.scenario, world, past)


@lru_cache(maxsize=256)
def alike(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios differ by their policies at most."""
    return one.model_copy(update={"policies": {}}).content() == other.model_copy(update={"policies": {}}).content()


def run_worlds(
    scenario: Scenario, worlds: Sequence[int], seed: int, threads: int = 1, compiled: bool = True, acts: Sequence[Act] = ()
) -> Iterator[Outcome]:
    """Run these worlds, yielding each as it finishes, in any order; no more than two a thread are held at a time."""
    engine = engine_for([scenario], worlds, seed, compiled)
    yield from spread(lambda world: run_world(scenario, world, seed, engine, acts), worlds, threads if compiled else 1)


def run_paired(
    arms: Sequence[Arm], worlds: Sequence[int], seed: int, threads: int = 1, compiled: bool = True
) -> Iterator[list[Outcome]]:
    """Run every arm on the same worlds, yielding each world's outcomes (in the order of the arms) as it finishes."""
    engine = engine_for([arm.scenario for arm in arms], worlds, seed, compiled)
    yield from spread(lambda world: run_arms(arms, world, seed, engine), worlds, threads if compiled else 1)


def engine_for(scenarios: Sequence[Scenario], worlds: Sequence[int], seed: int, compiled: bool) -> Any:
    """The engine, compiled for these scenarios if it is to be."""
    if compiled and worlds:
        for scenario in scenarios:
            fast.ready(first(scenario, worlds[0], seed), scenario.size)
    return fast if compiled else plain


def spread(run: Callable[[int], Result], worlds: Sequence[int], threads: int) -> Iterator[Result]:
    """Run a function for every world on threads, yielding results as they come."""
    if threads <= 1:
        yield from map(run, worlds)
        return
    left = iter(worlds)
    with ThreadPoolExecutor(threads) as pool:
        running = {pool.submit(run, world) for world in islice(left, 2 * threads)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(run, world) for world in islice(left, len(done))}
            for task in done:
                yield task.result()
