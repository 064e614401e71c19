"""C28: the patron has a man he could trust killed, or an equal stranger, or nobody: what his people are inclined to afterwards."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Nothing
from leyenda.acts.act import one_of
from leyenda.acts.targets import find
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.inclination import counted, expected, members, ring, rings
from leyenda.studies.claims.reading import first, led, nothing, patron
from leyenda.studies.claims.watch import Watch
from leyenda.world.measures import acts
from leyenda.world.names import CAPO, LIEUTENANT
from leyenda.world.orders import purge

WEEK, END, MONTH = 104, 156, 4
VICTIMS = ("trusted", "stranger")


@dataclass(frozen=True, kw_only=True)
class Purge(Act):
    """The patron has one of his capos or lieutenants killed. victim: "trusted" or "stranger", see `pair`."""

    victim: str

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("victim", self.victim, VICTIMS, '"trusted" or "stranger"')

    def do(self, world: World, week: int) -> None:
        """Have it done, if there is such a pair."""
        head = find(world, "patron")
        i = pair(world, head)[VICTIMS.index(self.victim)] if acts(world, head) else -1
        if i >= 0:
            purge(world, week, int(world.people.organisation[head]), i)


def bond(world: World, i: int, j: int) -> float:
    """The strongest tie between two people, whether or not the switch lets ties count."""
    ties = world.ties
    a, b = ties.a[: ties.count], ties.b[: ties.count]
    between = ((a == i) & (b == j)) | ((a == j) & (b == i))
    return float(ties.strength[: ties.count][between].max(initial=0.0))


def pair(world: World, head: int) -> tuple[int, int]:
    """Who is tied most to a head among his capos and lieutenants; and of those not tied to him the one most like that man.

    Alike: the same role and superior, before others the same plaza, and then the nearest in strength. A death is seen by those
    on the spot who answer to the same man. (-1, -1) if there is none of either.
    """
    people, o = world.people, world.people.organisation[head]
    his = [i for i in range(people.count) if people.organisation[i] == o and people.role[i] in (CAPO, LIEUTENANT) and acts(world, i)]
    trusted = max(his, key=lambda i: bond(world, i, head), default=-1)
    if trusted < 0 or bond(world, trusted, head) == 0.0:
        return -1, -1
    same = [i for i in his if people.role[i] == people.role[trusted] and people.superior[i] == people.superior[trusted]]
    alike = [i for i in same if bond(world, i, head) == 0.0]

    def unlike(i: int) -> tuple[bool, float]:
        return people.plaza[i] != people.plaza[trusted], abs(people.visible[i] - people.visible[trusted])

    stranger = min(alike, key=unlike, default=-1)
    return (trusted, stranger) if stranger >= 0 else (-1, -1)


PEOPLE = Watch(week=WEEK, until=END, every=MONTH, read=ring)
ARMS = {
    "trusted": (PEOPLE, Purge(victim="trusted", week=WEEK)),
    "stranger": (PEOPLE, Purge(victim="stranger", week=WEEK)),
    "nobody": (PEOPLE, Nothing(week=WEEK)),
}


def error(outcome: Outcome, head: int, but: Collection[int]) -> float:
    """Mean error of his beliefs about those directly under him over the year but for some; NaN if he has none."""
    errors = [
        abs(note["seen"] - note["chance"])[(note["superior"] == head) & ~np.isin(note["who"], list(but))]
        for note in rings(outcome, WEEK + MONTH)
    ]
    found = np.concatenate(errors)
    return float(found.mean()) if len(found) else float("nan")


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Betrayals to expect after a trusted man's death less after a stranger's; betrayals that came; errors; what any purge does."""
    head = patron(outcomes["nobody"], WEEK)
    events = {victim: first(outcomes[victim], "purge", WEEK) for victim in VICTIMS}
    if head < 0 or min(events.values()) < 0:
        return nothing("came", "error", "purge")
    victims = {int(outcomes[victim].events["whom"][event]) for victim, event in events.items()}
    o = led(outcomes["nobody"], head, WEEK - 1)
    rest = members(next(rings(outcomes["nobody"], WEEK)), o, victims)
    chance = {arm: expected(outcome, o, rest, WEEK + MONTH, END, MONTH) for arm, outcome in outcomes.items()}
    came = {arm: counted(outcome, o, rest, WEEK, END) for arm, outcome in outcomes.items()}
    return {
        "effect": chance["trusted"] - chance["stranger"],
        "came": came["trusted"] - came["stranger"],
        "error": error(outcomes["trusted"], head, victims) - error(outcomes["stranger"], head, victims),
        "purge": chance["stranger"] - chance["nobody"],
    }
