"""C12: the patron is jailed at home, jailed abroad, or spared: who still does what he asks, and what tribute still comes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Block, Remove, Spare
from leyenda.acts.targets import find
from leyenda.base.events import because, emit
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import average, nothing, patron
from leyenda.studies.claims.watch import Block as Tables
from leyenda.studies.claims.watch import Watch
from leyenda.world.names import EXTRADITION, JAILED_ABROAD, JAILED_HOME

WEEK, LAST = 260, 390
THIRD, NINTH = (WEEK + 26, WEEK + 39), (WEEK + 104, WEEK + 117)
LESS_THAN_HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class SendAbroad(Act):
    """The patron, if he is in a home prison, is extradited at once."""

    def do(self, world: World, week: int) -> None:
        """Away."""
        people, i = world.people, find(world, "patron")
        if i >= 0 and people.status[i] == JAILED_HOME:
            event = emit(world, week, EXTRADITION, -1, i, people.organisation[i], people.plaza[i], 0.0)
            because(world, event, people.fall_event[i], 1.0)
            people.status[i], people.reached[i] = JAILED_ABROAD, 0


def tribute(block: Tables, week: int) -> tuple[float, float]:
    """Tribute due to the patron last week, and paid."""
    people = block["people"]
    his = people["superior"][: int(people["count"])] == int(block["seat"]["patron"])
    return float(people["due"][: len(his)][his].sum()), float(people["paid"][: len(his)][his].sum())


IN_PRISON = Block(what=("escapes", "extradition"), week=WEEK)
BOOKS = Watch(week=NINTH[0], until=NINTH[1], read=tribute)
ARMS = {
    "jailed": (IN_PRISON, Remove(target="patron", week=WEEK), BOOKS),
    "spared": (IN_PRISON, Spare(target="patron", week=WEEK)),
    "abroad": (IN_PRISON, Remove(target="patron", week=WEEK), SendAbroad(week=WEEK)),
}


def melted(outcome: Outcome) -> float:
    """Share of those under him who obeyed in the third quarter and do not in the ninth."""
    return average(outcome, "patron_hold", *THIRD) - average(outcome, "patron_hold", *NINTH)


def half_life(outcome: Outcome) -> float:
    """Weeks until less than half obey; those watched if it does not come to that."""
    weak = outcome.series["patron_hold"][WEEK:LAST] < LESS_THAN_HALF
    return float(weak.argmax() if weak.any() else LAST - WEEK)


def received(outcome: Outcome) -> float:
    """Share of what is due to him that he receives in the ninth quarter; nothing where nothing is due."""
    due, paid = np.array([note for _, note in outcome.notes]).sum(axis=0)
    return float(paid / due) if due > 0.0 else 0.0


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """What melts in prison between the third quarter and the ninth, beyond what would have melted had he been spared."""
    jailed, spared, abroad = (outcomes[arm] for arm in ARMS)
    if patron(spared, WEEK) < 0 or patron(spared, WEEK) != spared.series["patron"][WEEK - 1]:
        return nothing("third_quarter", "ninth_quarter", "tribute", "half_life", "half_life_abroad")
    return {
        "effect": melted(jailed) - melted(spared),
        "third_quarter": average(jailed, "patron_hold", *THIRD),
        "ninth_quarter": average(jailed, "patron_hold", *NINTH),
        "tribute": received(jailed),
        "half_life": half_life(jailed),
        "half_life_abroad": half_life(abroad),
    }
