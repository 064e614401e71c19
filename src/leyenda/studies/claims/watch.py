"""Watch: a claim notes something of a world every week or so, and leaves the world alone; and what such notes say of hazards."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.acts import Act
from leyenda.engine.ensemble import Act as Step
from leyenda.engine.ensemble import Note
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.intervals import Values
from leyenda.world.names import FREE

Block = npt.NDArray[Any]
Reader = Callable[[Block, int], Any]
Who = npt.NDArray[np.int64]
CERTAIN = 0.9999


@dataclass(frozen=True, kw_only=True)
class Watch(Act):
    """Note what `read` returns from `week` on, every so many weeks, until another week (None: once).

    read: takes the block of a world's tables and the week; what it returns is found in the outcome's notes, as (week, note).
    """

    read: Reader
    every: int = 1

    def undo(self, world: World, week: int) -> None:
        """Nothing was done."""

    def steps(self) -> tuple[Step, ...]:
        """One note a week that is watched."""
        last = self.week + 1 if self.until is None else self.until
        return tuple(Note(week, self.read) for week in range(self.week, last, self.every))


def columns(table: str, *names: str) -> Reader:
    """A reader of columns of a table, as far as it is filled: name -> array over its rows."""

    def read(block: Block, week: int) -> dict[str, Block]:
        rows = block[table]
        return {name: rows[name][: int(rows["count"])].copy() for name in names}

    return read


def noted(outcome: Outcome, week: int) -> Any:
    """What was noted in a week. Raises KeyError for a week that was not watched."""
    return dict(outcome.notes)[week]


def under(outcome: Outcome, boss: int, week: int) -> Who:
    """The free people directly under somebody in a week in which status and superior were noted."""
    note = noted(outcome, week)
    return np.flatnonzero((note["superior"] == boss) & (note["status"] == FREE))


def followed(outcome: Outcome, who: Who, chance: str, boss: int | None = None) -> tuple[Values, Values]:
    """Events to be expected and years at risk, for each of some people, from notes of their status and of a yearly chance.

    The hazards of the weeks in which somebody is at risk sum up to what the number of events is in expectation (the
    compensator of the count), with far less variance than the count itself; the chance in a note is that of the weeks
    before it. At risk: free without a break since the first note, and all the time under `boss` if one is named.
    """
    at_risk, expected, years = np.ones(len(who), bool), np.zeros(len(who)), np.zeros(len(who))
    for (week, before), (later, after) in pairwise(outcome.notes):
        at_risk &= before["status"][who] == FREE
        if boss is not None:
            at_risk &= before["superior"][who] == boss
        span = (later - week) / 52.0
        expected -= np.log1p(-np.minimum(CERTAIN, after[chance][who])) * at_risk * span
        years += at_risk * span
    return expected, years
