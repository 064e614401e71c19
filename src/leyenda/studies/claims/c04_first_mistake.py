"""C04: a first mistake or none, before an investigator to whom it is personal or not: the chance of arrest within half a year."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Block, Fixate, Nothing, Order
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World
from leyenda.rules.investigate import open_force
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron
from leyenda.studies.claims.watch import Watch, columns, followed, noted
from leyenda.world.measures import acts
from leyenda.world.names import ABROAD, FREE

WEEK, MISTAKE, HALF_YEAR, HELD = 260, 264, 26, 4


@dataclass(frozen=True, kw_only=True)
class Hunt(Act):
    """The agency opens a task force after somebody, if none is after him."""

    target: Target = "patron"

    def do(self, world: World, week: int) -> None:
        """Open it."""
        i = find(world, self.target)
        if acts(world, i) and world.people.case[i] < 0:
            open_force(world, world.par.investigate, week, ABROAD, i, -1)


def arm(mistake: bool, fixation: float) -> tuple[Act, ...]:
    """One of the four arms. A strike that is answered opens the case anew, which would reset its fixation: so it is held."""
    held = (Fixate(week=week, target="patron", value=fixation) for week in range(WEEK, MISTAKE + HALF_YEAR, HELD))
    return (
        Watch(week=MISTAKE, until=MISTAKE + HALF_YEAR + 1, read=columns("people", "status", "risk")),
        Block(week=0, what=("red_line",)),
        Hunt(week=WEEK),
        Order(week=MISTAKE, kind="red_line", by="patron") if mistake else Nothing(week=MISTAKE),
        *held,
    )


ARMS = {
    "mistake_personal": arm(True, 1.0),
    "mistake": arm(True, 0.0),
    "personal": arm(False, 1.0),
    "neither": arm(False, 0.0),
}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """The interaction, and what mistake and fixation do alone; nothing where the patron is no longer free by then."""
    i = patron(outcomes["neither"], WEEK)
    if i < 0 or noted(outcomes["neither"], MISTAKE)["status"][i] != FREE:
        return nothing("per_hundred", "neither", "by_mistake", "by_fixation")
    taken = {name: followed(outcome, np.array([i]), "risk")[0].sum() for name, outcome in outcomes.items()}
    by_mistake, by_fixation = taken["mistake"] - taken["neither"], taken["personal"] - taken["neither"]
    effect = taken["mistake_personal"] - taken["neither"] - by_mistake - by_fixation
    alone = {"neither": taken["neither"], "by_mistake": by_mistake, "by_fixation": by_fixation}
    return {"effect": effect, "per_hundred": 100.0 * effect, **alone}
