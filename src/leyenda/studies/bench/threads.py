"""What the second thread is worth: the same worlds on one thread and on two."""

import os
import time
from collections.abc import Iterator
from statistics import median

from leyenda.engine.ensemble import run_worlds
from leyenda.results.loading import load
from leyenda.results.simulate import cores
from leyenda.scenario import Scenario
from leyenda.studies.bench.rows import Row, SkippedError, seconds, taking_turns

GOAL = "at least 1.85"


def all_of(scenario: Scenario, worlds: int, threads: int) -> None:
    """Run these worlds and let go of what they leave behind."""
    for _ in run_worlds(scenario, range(worlds), 1, threads):
        pass


def load_average() -> str:
    """How busy the machine was over the last minute, where it says so."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def measured(scenario: Scenario, worlds: int, threads: int, spent: list[float]) -> float:
    """Seconds on the wall clock; the processor's go to the end of `spent`."""
    before = time.process_time()
    took = seconds(lambda: all_of(scenario, worlds, threads))
    spent.append(time.process_time() - before)
    return took


def rows(name: str = "guadalajara-1985", worlds: int = 40, repetitions: int = 5) -> Iterator[Row]:
    """Time on one thread over time on two; and what it would be if nothing else had run here, from processor time."""
    if cores() < 2:
        raise SkippedError("there is one core here")
    scenario = load(name)
    alone: list[float] = []
    together: list[float] = []
    pairs = taking_turns(lambda: measured(scenario, worlds, 1, alone), lambda: measured(scenario, worlds, 2, together), repetitions)
    given = median(spent / took for spent, (_, took) in zip(together[1:], pairs, strict=True))
    note = f"{worlds} worlds; two threads were given {given:.2f} cores; load average {load_average()}"
    yield Row("second thread", tuple(one / two for one, two in pairs), GOAL, note)
    ideal = tuple(2.0 * one / two for one, two in zip(alone[1:], together[1:], strict=True))
    yield Row("second thread, were both cores free", ideal, GOAL, "twice the processor time of one thread over that of two")
