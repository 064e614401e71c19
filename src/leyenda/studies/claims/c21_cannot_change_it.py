"""C21: one man is taken, or three, or one is put in who is not for sale, against nothing: five years of exports, corruption, deaths."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Free, Nothing, Remove, Veto
from leyenda.acts.targets import holder
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import average, ratio, total
from leyenda.studies.intervals import Values
from leyenda.world.measures import acts
from leyenda.world.names import POLICE

WEEK, END = 260, 520
BOUNDS = {"exports": 0.05, "corruption": 0.05, "deaths": 0.1}  # relative, absolute, relative


@dataclass(frozen=True, kw_only=True)
class Incorruptible(Act):
    """Whoever commands the federal police takes nothing from anybody any more, in this post or another."""

    def do(self, world: World, week: int) -> None:
        """What he had agreed to ends."""
        i = holder(world, POLICE)
        if acts(world, i):
            Free(week=week, office=int(world.people.office[i])).do(world, week)
            Veto(week=week, kind="bribe", whom=i).do(world, week)


ONE = {name: (Remove(target=name, week=WEEK),) for name in ("patron", "second", "broker", "rival")}
THREE = {"three": (*ONE["second"], *ONE["rival"], *ONE["patron"])}
ARMS: dict[str, tuple[Act, ...]] = {"nothing": (Nothing(week=WEEK),), **ONE, **THREE, "honest": (Incorruptible(week=WEEK),)}


def outputs(outcome: Outcome) -> dict[str, float]:
    """What is to stay as it is, over five years."""
    means = {"corruption": average(outcome, "corruption", WEEK, END)}
    return means | {name: total(outcome, name, WEEK, END) for name in ("exports", "deaths")}


def column(output: str, arm: str) -> str:
    """What an output of an arm is called."""
    return f"{output}_{arm}"


def change(values: Mapping[str, Values], output: str, arm: str) -> float:
    """Change of an output against nothing, over its bound: absolute for shares, relative for the others."""
    if output == "corruption":
        return float(np.mean(values[column(output, arm)] - values[column(output, "nothing")])) / BOUNDS[output]
    return (ratio(values, column(output, arm), column(output, "nothing")) - 1.0) / BOUNDS[output]


def statistic(values: Mapping[str, Values]) -> float:
    """The largest change of all outputs by all acts, either way."""
    return max(abs(change(values, output, arm)) for output in BOUNDS for arm in ARMS if arm != "nothing")


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Outputs by arm, and the largest change of all in this world."""
    found = {column(name, arm): value for arm, outcome in outcomes.items() for name, value in outputs(outcome).items()}
    return {"effect": statistic({name: np.array([value]) for name, value in found.items()}), **found}
