"""Swap: two people exchange what they are like, or where they stand."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.acts.act import Act, one_of
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World
from leyenda.world.measures import acts

WHAT = ("traits", "positions")
TRAITS = ("ambition", "guile", "brutality", "caution", "integrity", "ego")
# What belongs to a position: where it is, what it brings in, how it is obeyed, and the event that gave it.
POSITION = (
    "role", "side", "organisation", "superior", "plaza", "office", "rank_event", "asked", "obeyed", "hold", "obeys_half",
    "strength", "visible", "power", "margin", "due", "paid", "contribution",
)
REFERENCES = (
    ("people", "superior"), ("organisations", "head"), ("presences", "capo"), ("offices", "holder"), ("offices", "man"),
    ("banks", "insider"), ("task_forces", "lead"),
)


@dataclass(frozen=True, kw_only=True)
class Swap(Act):
    """Exchange two free people's traits, or their positions: all that answers to a seat, a plaza, a post or a deal.

    Memories, money, ties, grudges, the case against him and a task force after him stay with the person.
    """

    a: Target
    b: Target
    what: str = "traits"

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("what", self.what, WHAT, '"traits" or "positions"')

    def do(self, world: World, week: int) -> None:
        """Exchange them."""
        i, j = find(world, self.a), find(world, self.b)
        if i == j or not acts(world, i) or not acts(world, j):
            return
        for name in TRAITS if self.what == "traits" else POSITION:
            column = getattr(world.people, name)
            column[[i, j]] = column[[j, i]]
        if self.what == "positions":
            for table, name in REFERENCES:
                exchange(getattr(getattr(world, table), name), i, j)


def exchange(column: npt.NDArray[Any], i: int, j: int) -> None:
    """Whoever pointed at one points at the other."""
    column[...] = np.where(column == i, j, np.where(column == j, i, column))
