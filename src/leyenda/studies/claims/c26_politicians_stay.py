"""C26: everybody who shared a deal in the first week, followed for fifteen years: who falls, and who is still there."""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Act
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, fall, natural_end, ratio
from leyenda.studies.intervals import Values
from leyenda.world.names import BANKER, FREE, POLITICIAN

YEAR = 52
ARMS: dict[str, tuple[Act, ...]] = {"as_it_is": ()}
GROUPS = ("criminals", "officials", "bankers")


def partners(outcome: Outcome) -> dict[str, list[int]]:
    """Both sides of every deal there is in the first week."""
    deals = events(outcome, "begin") & (outcome.events["whom"] >= 0)
    bought, sold = (np.unique(outcome.events[side][deals]).tolist() for side in ("who", "whom"))
    bankers = [i for i in sold if outcome.people["role"][i] == BANKER]
    return dict(zip(GROUPS, (bought, [i for i in sold if i not in bankers], bankers), strict=True))


def career(outcome: Outcome, person: int) -> tuple[float, float]:
    """Whether somebody fell, and his years at risk."""
    fell, end = fall(outcome, person, 0), min(natural_end(outcome, person, 0), len(outcome.series["deaths"]))
    return float(fell < end), min(fell, end) / YEAR


def still(outcome: Outcome, people: list[int]) -> float:
    """Share of some people who are free, alive and not retired at the end."""
    return float((outcome.people["status"][people] == FREE).mean())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Falls and years at risk of both sides of the deals, and who is still free, alive and not retired at the end."""
    outcome = outcomes["as_it_is"]
    found: dict[str, float] = {}
    there: dict[str, float] = {}
    for group, people in partners(outcome).items():
        lives = [career(outcome, person) for person in people]
        found[f"falls_{group}"], found[f"years_{group}"] = (sum(column) for column in zip(*lives, strict=True))
        there[f"{group}_there"] = still(outcome, people)
    for name in ("falls", "years"):
        found[f"{name}_stayers"] = found[f"{name}_officials"] + found[f"{name}_bankers"]
    hazard = {group: found[f"falls_{group}"] / found[f"years_{group}"] for group in ("criminals", "stayers")}
    there["politicians_there"] = still(outcome, [i for i in partners(outcome)["officials"] if outcome.people["role"][i] == POLITICIAN])
    return {"effect": hazard["criminals"] - hazard["stayers"], **found, **there}


def statistic(values: Mapping[str, Values]) -> float:
    """Hazard of who bought protection less hazard of who sold it."""
    return ratio(values, "falls_criminals", "years_criminals") - ratio(values, "falls_stayers", "years_stayers")
