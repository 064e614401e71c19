"""C29: one plaza earns twice as much, or not: who comes for a piece of it?"""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Margin, Nothing
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, ratio
from leyenda.studies.claims.watch import Block, Watch
from leyenda.studies.intervals import Values

WEEK, END, EVERY = 260, 520, 13
MICHOACAN, TWICE = 6, 2.0
STRIKES, DEFECTIONS = ("attack", "war", "expand"), ("secede", "split", "coup")
CLAIMS = ("claimants", "attacks", "bribes", "defections")


def paid(block: Block, week: int) -> float:
    """What the posts of the plaza are paid by whoever they protect, M$ a week."""
    offices = block["offices"]
    return float(offices["price"][(offices["plaza"] == MICHOACAN) & (offices["client"] >= 0)].sum())


LOOK = Watch(week=WEEK + EVERY, until=END, every=EVERY, read=paid)
ARMS = {"raised": (Margin(week=WEEK, plaza=MICHOACAN, factor=TWICE), LOOK), "as_it_is": (Nothing(week=WEEK), LOOK)}


def claims(outcome: Outcome) -> dict[str, float]:
    """Each kind of claim on the plaza in five years: organisations there, strikes at it, pay of its posts, defections out of it."""
    here = outcome.events["plaza"] == MICHOACAN
    return {
        "claimants": float(outcome.by_plaza["organisations"][WEEK:END, MICHOACAN].mean()),
        "attacks": float((events(outcome, STRIKES, WEEK, END) & here).sum()),
        "bribes": float(np.mean([note for _, note in outcome.notes])),
        "defections": float((events(outcome, DEFECTIONS, WEEK, END) & here).sum()),
    }


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Claims in both arms; the effect shown for one world is that on the organisations there."""
    found = {f"{name}_{arm}": value for arm, outcome in outcomes.items() for name, value in claims(outcome).items()}
    return {"effect": found["claimants_raised"] / max(1.0, found["claimants_as_it_is"]) - 1.0, **found}


def statistic(values: Mapping[str, Values]) -> float:
    """The least relative rise of all kinds of claims."""
    return min(ratio(values, f"{name}_raised", f"{name}_as_it_is") - 1.0 for name in CLAIMS)
