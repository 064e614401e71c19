"""C25: a capo breaks away, or not, and the patron may punish, or not: how many further betrayals come through his punishments."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Force
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.inclination import betrayals, followers, ring, rings
from leyenda.studies.claims.reading import Events, events, first, led, nothing, patron
from leyenda.studies.claims.watch import Watch

WEEK, END = 104, 156
PUNISHMENTS = ("punish", "purge", "cast_out")
NEVER_CHOSEN = -1000.0


@dataclass(frozen=True, kw_only=True)
class Lenient(Act):
    """From now on no head punishes, purges or casts out: none of it is worth anything to him."""

    def do(self, world: World, week: int) -> None:
        """Forswear it."""
        for order in PUNISHMENTS:
            setattr(world.par.command, order, NEVER_CHOSEN)


PEOPLE = Watch(week=WEEK, read=ring)
BETRAYAL = Force(kind="secede", who="capo", week=WEEK)
ARMS = {
    "betrayed": (PEOPLE, BETRAYAL),
    "quiet": (PEOPLE,),
    "betrayed_lenient": (PEOPLE, Lenient(week=WEEK), BETRAYAL),
    "quiet_lenient": (PEOPLE, Lenient(week=WEEK)),
}


def through(outcome: Outcome, head: int, found: Events) -> int:
    """How many of these events have a punishment by the head since the first week among their causes."""
    punished = events(outcome, PUNISHMENTS, WEEK) & (outcome.events["who"] == head)
    links = outcome.causes
    caused = np.unique(links["event"][punished[links["cause"]]])
    return int(np.isin(np.flatnonzero(found), caused).sum())


def by_others(outcome: Outcome, organisation: int, but: Collection[int]) -> Events:
    """Betrayals of the organisation within the year by anybody but some."""
    return np.asarray(betrayals(outcome, organisation, WEEK, END) & ~np.isin(outcome.events["who"], list(but)))


def punished(outcome: Outcome, head: int) -> int:
    """How often he punishes within the year."""
    return int((events(outcome, PUNISHMENTS, WEEK, END) & (outcome.events["who"] == head)).sum())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Further betrayals of one: through his punishments by their causes, in all, and those there would not be without punishments."""
    betrayed, quiet = outcomes["betrayed"], outcomes["quiet"]
    head, event = patron(quiet, WEEK), first(betrayed, "secede", WEEK)
    if event < 0 or head < 0 or betrayed.events["whom"][event] != head:
        return nothing("total", "net", "punishments")
    one = int(betrayed.events["who"][event])
    but = {one, *followers(next(rings(quiet, WEEK)), one)}
    found = {arm: by_others(outcome, led(quiet, head, WEEK - 1), but) for arm, outcome in outcomes.items()}
    number = {arm: int(events.sum()) for arm, events in found.items()}
    total = number["betrayed"] - number["quiet"]
    return {
        "effect": through(betrayed, head, found["betrayed"]) - through(quiet, head, found["quiet"]),
        "total": total,
        "net": total - (number["betrayed_lenient"] - number["quiet_lenient"]),
        "punishments": punished(betrayed, head) - punished(quiet, head),
    }
