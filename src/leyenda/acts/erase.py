"""Erase: old evidence against somebody, or his old grudges, are gone."""

from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World

WHAT = ("evidence", "grudges")
YEAR = 52


@dataclass(frozen=True, kw_only=True)
class Erase(Act):
    """Erase what is older than some weeks. what: "evidence" against him, or "grudges" of his.

    Of evidence only the part older than a year is known (people.evidence_old), so older is 52 there. A grudge is as old as
    the event behind it; one without an event stays.
    """

    what: str
    target: Target = "top"
    older: int = YEAR

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("what", self.what, WHAT, '"evidence" or "grudges"')
        if self.older < 0 or (self.what == "evidence" and self.older != YEAR):
            raise ValueError(f"older is {self.older}; {f'{YEAR} weeks' if self.what == 'evidence' else 'a number of weeks'} was expected")

    def do(self, world: World, week: int) -> None:
        """Erase it."""
        i = find(world, self.target)
        if i >= 0 and self.what == "evidence":
            erase_evidence(world, week, i)
        elif i >= 0:
            erase_grudges(world, week - self.older, i)


def erase_evidence(world: World, week: int, i: int) -> None:
    """What is a year old, and the events that built it."""
    people = world.people
    people.evidence[i] -= people.evidence_old[i]
    people.evidence_old[i] = 0.0
    old = (people.evidence_event[i] >= 0) & (world.events.week[people.evidence_event[i]] < week - YEAR)
    people.evidence_event[i][old], people.evidence_part[i][old] = -1, 0.0


def erase_grudges(world: World, since: int, i: int) -> None:
    """Those whose event was before a week."""
    people = world.people
    old = (people.grudge_event[i] >= 0) & (world.events.week[people.grudge_event[i]] < since)
    people.grudge_to[i][old], people.grudge_event[i][old], people.grudge[i][old] = -1, -1, 0.0
