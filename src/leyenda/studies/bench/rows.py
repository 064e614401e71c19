"""A benchmark's result: a ratio of two things measured in one run, taking turns."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


class SkippedError(Exception):
    """Why a benchmark cannot run here."""


@dataclass(frozen=True)
class Row:
    """One line of a table: what was compared, the ratios of each repetition, the goal and what else there is to know."""

    what: str
    ratios: tuple[float, ...]
    goal: str
    note: str = ""
    unit: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed: median, smallest, largest."""
        middle, *ends = (f"{value:.3g}{self.unit}" for value in (median(self.ratios), min(self.ratios), max(self.ratios)))
        return self.what, middle, " to ".join(ends) if len(self.ratios) > 1 else "", self.goal, self.note


def seconds(work: Callable[[], object]) -> float:
    """How long something takes on the wall clock."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def busy(work: Callable[[], object]) -> float:
    """How long this thread works on something, not counting what the machine does for others meanwhile."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def taking_turns(one: Callable[[], float], other: Callable[[], float], repetitions: int) -> list[tuple[float, float]]:
    """Measure two things alternately, each going first every other time, once before it counts."""
    one(), other()
    pairs = []
    for turn in range(repetitions):
        if turn % 2:
            second = other()
            pairs.append((one(), second))
        else:
            first = one()
            pairs.append((first, other()))
    return pairs
