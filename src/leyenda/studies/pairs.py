"""Common random numbers: how many times fewer worlds a paired difference needs than an unpaired one, by year after the act."""

from collections.abc import Iterator

import numpy as np

from leyenda.acts import Act, Price, Remove
from leyenda.scenario import Scenario
from leyenda.studies.arms import Values, arm

OUTCOMES = ("deaths", "exports", "organisations", "members")
WEEK = 104


def acts() -> dict[str, Act]:
    """What is done to the paired worlds at the beginning of their third year."""
    return {
        "arrest one lieutenant": Remove(week=WEEK, target="lieutenant"),
        "raise one plaza's bribe price by 10 %": Price(week=WEEK, plaza=1, factor=1.1),
        "arrest the head": Remove(week=WEEK),
    }


def saving(base: Values, treated: Values, other: Values) -> Values:
    """Variance of unpaired over paired differences, by year; infinite where the pairs do not differ at all."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.var(treated - other, axis=0) / np.var(treated - base, axis=0))


def savings(scenario: Scenario, worlds: int, seed: int, threads: int) -> Iterator[tuple[str, str, Values]]:
    """Act, outcome, and the ratio for each year from the act on; unpaired worlds have another seed."""
    base = arm(scenario, range(worlds), seed, threads, names=OUTCOMES)
    other = arm(scenario, range(worlds), seed + 1, threads, names=OUTCOMES)
    first = WEEK // 52
    for name, act in acts().items():
        treated = arm(scenario, range(worlds), seed, threads, act.steps()[0], OUTCOMES)
        for outcome in OUTCOMES:
            yield name, outcome, saving(base[outcome], treated[outcome], other[outcome])[first:]
