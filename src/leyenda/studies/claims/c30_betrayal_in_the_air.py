"""C30: the strongest capo breaks away, or may not: what the others are inclined to in the half year after."""

from collections.abc import Mapping

from leyenda.acts import Force, Veto
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.inclination import among, counted, expected, followers, members, ring, rings
from leyenda.studies.claims.reading import fall, first, led, nothing, patron
from leyenda.studies.claims.watch import Watch

WEEK, END, EVERY = 104, 130, 2
PEOPLE = Watch(week=WEEK, until=END, every=EVERY, read=ring)
ARMS = {
    "defected": (PEOPLE, Force(kind="secede", who="capo", week=WEEK)),
    "stayed": (PEOPLE, Veto(kind="secede", who="capo", week=WEEK, until=END)),
}


def chance(outcome: Outcome, organisation: int, group: set[int]) -> float:
    """Mean chance a year of each who is still there in the last week watched; NaN if nobody is."""
    last = list(rings(outcome, WEEK))[-1]
    found = last["chance"][among(last, organisation, group)]
    return float(found.mean()) if len(found) else float("nan")


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Betrayals by others to be expected, and those that came, with the first defection less without it."""
    defected, stayed = outcomes["defected"], outcomes["stayed"]
    head, event = patron(stayed, WEEK), first(defected, "secede", WEEK)
    if event < 0 or head < 0 or defected.events["whom"][event] != head:
        return nothing("calm", "came", "chance", "calm_chance")
    first_one = int(defected.events["who"][event])
    o, before = led(stayed, head, WEEK - 1), next(rings(stayed, WEEK))
    others = members(before, o, {first_one, *followers(before, first_one)})
    until = {arm: min(END, fall(outcome, head, WEEK) + 1) for arm, outcome in outcomes.items()}
    hoped = {arm: expected(outcome, o, others, WEEK + EVERY, until[arm], EVERY) for arm, outcome in outcomes.items()}
    came = {arm: counted(outcome, o, others, WEEK, until[arm]) for arm, outcome in outcomes.items()}
    return {
        "effect": hoped["defected"] - hoped["stayed"],
        "calm": hoped["stayed"],
        "came": came["defected"] - came["stayed"],
        "chance": chance(defected, o, others),
        "calm_chance": chance(stayed, o, others),
    }
