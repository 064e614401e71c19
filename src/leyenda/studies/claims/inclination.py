"""What people are inclined to, watched: everybody's chance to betray, summed up where counting betrayals would be mostly noise."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import numpy as np

from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.reading import NEVER, events
from leyenda.studies.claims.watch import Block
from leyenda.world.names import FREE

BETRAYALS = ("secede", "coup", "inform")
YEAR = 52
Ring = Mapping[str, Any]


def ring(block: Block, week: int) -> Ring:
    """Everybody free who has a superior: where he belongs, whom he answers to, and his true and reported chance to betray in a year."""
    people = block["people"]
    rows = np.arange(int(people["count"]))
    who = rows[(people["status"][rows] == FREE) & (people["organisation"][rows] >= 0) & (people["superior"][rows] >= 0)]
    names = {"organisation": "organisation", "superior": "superior", "chance": "disaffection", "seen": "reported"}
    return {"who": who, **{name: people[column][who].copy() for name, column in names.items()}}


def rings(outcome: Outcome, since: int, until: int = NEVER) -> Iterator[Ring]:
    """What was watched in these weeks (since included, until not)."""
    return (note for week, note in outcome.notes if since <= week < until)


def members(note: Ring, organisation: int, but: Collection[int] = ()) -> set[int]:
    """Who belongs to an organisation, but for some."""
    return {int(i) for i in note["who"][note["organisation"] == organisation]} - set(but)


def followers(note: Ring, person: int) -> set[int]:
    """Who answers to somebody."""
    return {int(i) for i in note["who"][note["superior"] == person]}


def among(note: Ring, organisation: int, group: Collection[int]) -> Any:
    """Which rows are of this group and still in the organisation."""
    return (note["organisation"] == organisation) & np.isin(note["who"], list(group))


def expected(outcome: Outcome, organisation: int, group: Collection[int], since: int, until: int, every: int) -> float:
    """Betrayals of an organisation to be expected of a group in these weeks, watched every so many: chances a year, cut to weeks."""
    chances = (note["chance"][among(note, organisation, group)] for note in rings(outcome, since, until))
    return float(sum((1.0 - (1.0 - chance) ** (every / YEAR)).sum() for chance in chances))


def betrayals(outcome: Outcome, organisation: int, since: int, until: int) -> Any:
    """Which events are betrayals of an organisation by its own in these weeks."""
    return events(outcome, BETRAYALS, since, until) & (outcome.events["organisation"] == organisation)


def counted(outcome: Outcome, organisation: int, group: Collection[int], since: int, until: int) -> int:
    """Betrayals of it by a group that came."""
    return int((betrayals(outcome, organisation, since, until) & np.isin(outcome.events["who"], list(group))).sum())
