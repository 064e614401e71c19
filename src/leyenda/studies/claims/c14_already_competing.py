"""C14: had the next holder of the seat acted against the patron before his fall, more than others of his strength?"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import NEVER, events, fall, nothing
from leyenda.studies.claims.watch import Block, Watch
from leyenda.world.names import CAPO, FREE

FROM, QUARTER, WEEKS = 52, 13, 780
WAIT = 4 * 52
AGAINST = ("secede", "split", "coup", "inform", "attack", "war", "betray_pact")


def standing(block: Block, week: int) -> dict[str, Any]:
    """Everybody free in an organisation: which, how strong he is, whether he is a head or a capo, and his chance to betray in a year."""
    people = block["people"]
    rows = np.arange(int(people["count"]))
    who = rows[(people["status"][rows] == FREE) & (people["organisation"][rows] >= 0)]
    names = {"strength": "strength", "organisation": "organisation", "chance": "disaffection"}
    return {"who": who, "leads": people["role"][who] <= CAPO, **{name: people[column][who].copy() for name, column in names.items()}}


ARMS = {"as_it_comes": (Watch(week=FROM, until=WEEKS, every=QUARTER, read=standing),)}


def next_holder(outcome: Outcome, patron: int, week: int) -> int:
    """Who first holds the seat after a fall, within some years; -1 for nobody."""
    holders = outcome.series["seat_holder"][week + 1 : week + 1 + WAIT]
    found = holders[(holders >= 0) & (holders != patron)]
    return int(found[0]) if len(found) else -1


def opponents(outcome: Outcome, patron: int, until: int) -> set[int]:
    """Who had acted against the patron before a week."""
    acted = events(outcome, AGAINST, 0, until) & (outcome.events["whom"] == patron)
    return {int(i) for i in outcome.events["who"][acted]}


def by_strength(note: Mapping[str, Any], patron: int, group: set[int]) -> float:
    """Share of a group among heads and capos but for the patron, each weighing as much as he is strong."""
    weight = note["strength"] * note["leads"] * (note["who"] != patron)
    return float((weight * np.isin(note["who"], list(group))).sum() / weight.sum()) if weight.sum() > 0.0 else 0.0


def inside(note: Mapping[str, Any], patron: int, person: int) -> bool:
    """Whether somebody stood in the patron's organisation."""
    home = dict(zip(note["who"].tolist(), note["organisation"].tolist(), strict=True))
    return person in home and home[person] == home.get(patron)


def leaning(note: Mapping[str, Any], patron: int, person: int) -> tuple[float, float]:
    """Chance to betray the patron in a year, of somebody in his organisation and of his capos by strength; NaN for who is not."""
    if not inside(note, patron, person):
        return float("nan"), float("nan")
    home = note["organisation"][note["who"] == patron][0]
    weight = note["strength"] * note["leads"] * (note["who"] != patron) * (note["organisation"] == home)
    among = float((weight * note["chance"]).sum() / weight.sum()) if weight.sum() > 0.0 else float("nan")
    return float(note["chance"][note["who"] == person][0]), among


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Whether the next holder had acted against the patron, less the chance that one drawn by strength had."""
    outcome = outcomes["as_it_comes"]
    patron = int(outcome.series["patron"][-1])
    week = fall(outcome, patron, 0) if patron >= 0 else NEVER
    after = next_holder(outcome, patron, week) if week < NEVER else -1
    notes = [note for noted, note in outcome.notes if noted <= week]
    if after < 0 or not notes:
        return nothing("acted", "by_strength", "inside", "inclined", "inclined_by_strength")
    group = opponents(outcome, patron, week)
    acted, null = float(after in group), by_strength(notes[-1], patron, group)
    inclined, capos = leaning(notes[-1], patron, after)
    return {
        "effect": acted - null,
        "acted": acted,
        "by_strength": null,
        "inside": float(inside(notes[-1], patron, after)),
        "inclined": inclined,
        "inclined_by_strength": capos,
    }
