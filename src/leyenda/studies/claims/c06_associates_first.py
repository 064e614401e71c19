"""C06: after a strike at an agent, the patron's national protection bought or freed: who is arrested, associates or he?"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Block, Buy, Free, Order
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron
from leyenda.studies.claims.watch import Watch, Who, columns, followed, noted, under

WEEK, TWO_YEARS = 260, 104


@dataclass(frozen=True, kw_only=True)
class ShelterAll(Act):
    """National protection reaches those below a head as it reaches him: an assumption is taken out of the comparison."""

    def do(self, world: World, week: int) -> None:
        """From now on."""
        world.par.measures.others = 1.0


COMMON = (
    Watch(week=WEEK, until=WEEK + TWO_YEARS + 1, read=columns("people", "status", "superior", "risk", "deed")),
    Block(week=0, what=("red_line",)),
    Block(week=WEEK, what=("withdrawal", "bribery")),
    Order(week=WEEK, kind="red_line", by="patron"),
)
PROTECTION = {"bought": Buy(week=WEEK, office="national", by="patron"), "freed": Free(week=WEEK, office="national")}
ARMS = {
    **{arm: (*COMMON, ShelterAll(week=WEEK), act) for arm, act in PROTECTION.items()},
    **{f"{arm}_as_set": (*COMMON, act) for arm, act in PROTECTION.items()},
}
GROUPS = ("patron", "associates", "those_who_did")


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """By how much protection lowers the patron's hazard beyond an associate's; arrests to be expected per person, by group and arm."""
    boss = patron(outcomes["bought"], WEEK)
    circle = under(outcomes["bought"], boss, WEEK) if boss >= 0 else np.array([], int)
    if not len(circle):
        return nothing("as_set", "doers", *(f"{group}_{arm}" for group in GROUPS for arm in PROTECTION))
    head, did = np.array([boss]), circle[noted(outcomes["bought"], WEEK + 1)["deed"][circle] >= 0]
    groups = dict(zip(GROUPS, (head, circle, did), strict=True))
    return {
        "effect": lowered(outcomes, circle) - lowered(outcomes, head),
        "as_set": lowered(outcomes, circle, "_as_set") - lowered(outcomes, head, "_as_set"),
        "doers": lowered(outcomes, did) - lowered(outcomes, head),
        **{f"{group}_{arm}": arrests(outcomes[arm], who) for group, who in groups.items() for arm in PROTECTION},
    }


def arrests(outcome: Outcome, who: Who) -> float:
    """Arrests to be expected within the two years, per person; NaN of nobody."""
    return float(followed(outcome, who, "risk")[0].mean()) if len(who) else float("nan")


def lowered(outcomes: Outcomes, who: Who, setting: str = "") -> float:
    """Logarithm of how a person's hazard while free changes from freed to bought, on average over these people."""
    found = [followed(outcomes[arm + setting], who, "risk") for arm in ("bought", "freed")]
    with np.errstate(divide="ignore", invalid="ignore"):
        bought, freed = (expected / years for expected, years in found)
        change = np.log(bought / freed)
    return float(change[np.isfinite(change)].mean()) if np.isfinite(change).any() else float("nan")
