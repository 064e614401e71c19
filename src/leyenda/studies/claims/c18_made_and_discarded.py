"""C18: fifteen families and nobody above them: does a patron arise, and does he fall sooner where protectors may let go of him?"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act
from leyenda.engine.ensemble import Act as Step
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import fall, natural_end, ratio
from leyenda.studies.intervals import Values

HALF, END = 26, 780
MADE, SOONER = 0.5, 0.25
FOR_EVER = 1e9


@dataclass(frozen=True, kw_only=True)
class HoldOn(Act):
    """From the half-year in which somebody first holds the seat nobody lets go of any client, nor leaves one for a better."""

    def do(self, world: World, week: int) -> None:
        """Until there is a patron this changes nothing, so both arms have one past."""
        if world.seat.patron >= 0:
            world.on.withdrawal = 0
            world.par.bribe.binding = FOR_EVER  # the switch does not keep a protector from a better offer

    def steps(self) -> tuple[Step, ...]:
        """A look every half-year."""
        return tuple(Step(week, self.do) for week in range(self.week, END, HALF))


ARMS: dict[str, tuple[Act, ...]] = {"free_to_go": (), "hold_on": (HoldOn(week=HALF),)}


def first_patron(outcome: Outcome) -> tuple[int, int]:
    """Who first held the seat, and the week in which he first did; (-1, -1) if nobody."""
    patron = outcome.series["patron"]
    began = int((patron >= 0).argmax())
    return (int(patron[began]), began) if patron[began] >= 0 else (-1, -1)


def risk(outcome: Outcome, person: int, began: int) -> tuple[float, float]:
    """Whether he fell after the arms parted, and his years at risk: until then, until a natural end, or until the run's."""
    parted = (began // HALF + 1) * HALF
    end = min(natural_end(outcome, person, began), len(outcome.series["patron"]))
    fell = fall(outcome, person, began)
    return float(parted <= fell < end), max(0, min(fell, end) - parted) / 52.0


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Whether a patron arose; his falls and years at risk in both arms."""
    person, began = first_patron(outcomes["free_to_go"])
    arises, held = float(person >= 0), float(outcomes["free_to_go"].series["seat_held"].mean())
    found = {"effect": arises / MADE, "arises": arises, "held": held}
    for arm, outcome in outcomes.items():
        found[f"falls_{arm}"], found[f"years_{arm}"] = risk(outcome, person, began) if person >= 0 else (0.0, 0.0)
    return found


def statistic(values: Mapping[str, Values]) -> float:
    """The weaker of made and discarded, each over what would be worth the name; not below nothing."""
    made = float(np.mean(values["arises"])) / MADE
    hazard = {arm: ratio(values, f"falls_{arm}", f"years_{arm}") for arm in ARMS}
    sooner = (hazard["free_to_go"] / hazard["hold_on"] - 1.0) / SOONER if hazard["hold_on"] > 0.0 else np.inf
    return max(0.0, min(made, sooner))
