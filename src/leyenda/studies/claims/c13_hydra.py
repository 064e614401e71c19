"""C13: the patron is taken, or nothing takes him: how many organisations, how concentrated, how much exported a year on."""

from collections.abc import Mapping

from leyenda.acts import Remove, Spare
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import average, patron

WEEK, YEAR = 260, 52
ARMS = {"removed": (Remove(target="patron", week=WEEK),), "spared": (Spare(target="patron", week=WEEK),)}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Organisations that matter in the year after the first, less those had he been spared; and what else moved."""
    removed, spared = outcomes["removed"], outcomes["spared"]
    if patron(spared, WEEK) < 0:
        return dict.fromkeys(("effect", "concentration", "exports", "weeks_without"), float("nan"))
    later = (WEEK + YEAR, WEEK + 2 * YEAR)
    held = removed.series["seat_held"][WEEK : WEEK + 3 * YEAR]
    return {
        "effect": average(removed, "organisations_major", *later) - average(spared, "organisations_major", *later),
        "concentration": average(removed, "concentration", *later) - average(spared, "concentration", *later),
        "exports": average(removed, "exports", *later) / average(spared, "exports", *later) - 1.0,
        "weeks_without": float(held.argmax() if held.any() else len(held)),
    }
