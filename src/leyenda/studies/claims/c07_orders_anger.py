"""C07: the patron demands more of his capos, or passes somebody over: who turns on him, for the money or out of bitterness?"""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Act, Block, Nothing, Order
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, nothing, patron
from leyenda.studies.claims.watch import Watch, Who, columns, followed, noted, under
from leyenda.world.names import CAPO

WEEK, TWO_YEARS = 260, 104
RING = Watch(week=WEEK, until=WEEK + TWO_YEARS + 1, every=4, read=columns("people", "status", "superior", "role", "disaffection"))
MOST = 30


def demand(points: int) -> Act:
    """So many points more of a capo's margin."""
    return Order(week=WEEK, kind="tribute", by="patron", amount=points / 100.0)


UNMOVED = Block(week=WEEK, what=("grudges",))
ARMS = {
    "as_is": (RING, Nothing(week=WEEK)),
    **{f"demand_{points}": (RING, demand(points)) for points in (10, 20, MOST)},
    "as_is_unmoved": (RING, UNMOVED, Nothing(week=WEEK)),
    "demand_unmoved": (RING, UNMOVED, demand(MOST)),
    "passed_over": (RING, Order(week=WEEK, kind="pass_over", by="patron")),
}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """The part of the effect that goes through grudges, the whole by dose, and the one passed over."""
    boss = patron(outcomes["as_is"], WEEK)
    who = capos(outcomes["as_is"], boss) if boss >= 0 else np.array([], int)
    if not len(who):
        return nothing("whole", "purse", "demand_10", "demand_20", "as_is", "passed_over")
    rate = {name: per_hundred(outcome, who, boss) for name, outcome in outcomes.items()}
    whole, purse = rate[f"demand_{MOST}"] - rate["as_is"], rate["demand_unmoved"] - rate["as_is_unmoved"]
    return {
        "effect": whole - purse,
        "whole": whole,
        "purse": purse,
        "demand_10": rate["demand_10"] - rate["as_is"],
        "demand_20": rate["demand_20"] - rate["as_is"],
        "as_is": rate["as_is"],
        "passed_over": slighted(outcomes["passed_over"], outcomes["as_is"], boss),
    }


def capos(outcome: Outcome, boss: int) -> Who:
    """The free capos under him when the order is given."""
    who = under(outcome, boss, WEEK)
    return np.array([i for i in who if noted(outcome, WEEK)["role"][i] == CAPO], int)


def per_hundred(outcome: Outcome, who: Who, boss: int | None) -> float:
    """Betrayals to be expected in two years, for each hundred person-years they would be under him if nobody went."""
    return 100.0 * float(followed(outcome, who, "disaffection", boss)[0].mean()) / (TWO_YEARS / 52.0)


def slighted(passed: Outcome, as_is: Outcome, boss: int) -> float:
    """The same for the one passed over, less without the slight; he may answer to a capo. NaN if there was nobody to pass over."""
    slight = events(passed, "pass_over", WEEK, WEEK + 1) & (passed.events["who"] == boss)
    who = passed.events["whom"][slight][-1:]
    return per_hundred(passed, who, None) - per_hundred(as_is, who, None) if len(who) else float("nan")
