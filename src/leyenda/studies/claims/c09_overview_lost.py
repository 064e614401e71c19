"""C09: the patron sees the truth for a year, or what he is told: does the agency get him? And whose beliefs are how far off?"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leyenda.acts import Nothing, Reveal
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron
from leyenda.studies.claims.watch import Watch, columns, followed, noted
from leyenda.world.names import CAPO, FREE, HEAD

WEEK, YEAR, TWO_YEARS = 260, 52, 104
LOOKS = Watch(
    week=WEEK, until=WEEK + TWO_YEARS + 1, read=columns("people", "status", "role", "superior", "risk", "disaffection", "reported")
)
ARMS = {"seeing": (LOOKS, Reveal(week=WEEK, until=WEEK + YEAR, target="patron")), "as_is": (LOOKS, Nothing(week=WEEK))}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Arrests that true sight would have spared, and how far beliefs are off by rank and span."""
    i = patron(outcomes["as_is"], WEEK)
    errors = off(noted(outcomes["as_is"], WEEK))
    if i < 0:
        return nothing("as_is") | errors
    as_is, seeing = (followed(outcomes[arm], np.array([i]), "risk")[0].sum() for arm in ("as_is", "seeing"))
    return {"effect": as_is - seeing, "as_is": as_is, **errors}


def off(note: Mapping[str, Any]) -> dict[str, float]:
    """Mean error of bosses' beliefs about those under them: of heads, of capos, and for ten people more."""
    under = np.flatnonzero((note["superior"] >= 0) & (note["status"] == FREE))
    bosses, which, span = np.unique(note["superior"][under], return_inverse=True, return_counts=True)
    error = np.bincount(which, np.abs(note["reported"][under] - note["disaffection"][under])) / span
    role = note["role"][bosses]
    slope = float(np.polyfit(span, error, 1)[0]) if len(set(span.tolist())) > 1 else float("nan")
    return {"error_head": mean(error[role == HEAD]), "error_capo": mean(error[role == CAPO]), "error_by_ten": 10.0 * slope}


def mean(values: Any) -> float:
    """Mean, or NaN of nothing."""
    return float(values.mean()) if len(values) else float("nan")
