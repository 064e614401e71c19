"""C08: five attacks in a week, or none: how the effort of the authorities answers, on both sides, and whether the bought let go."""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Nothing, Order
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import average, events, nothing
from leyenda.studies.claims.watch import Block, Watch
from leyenda.world.names import ABROAD

WEEK, YEAR, YEARS, ATTACKS = 260, 52, 3, 5


def effort_abroad(block: Block, week: int) -> float:
    """Effort against organised crime abroad, relative to the start."""
    return float(block["nation"]["effort"][ABROAD])


LOOKS = Watch(week=WEEK + 1, until=WEEK + YEARS * YEAR + 1, read=effort_abroad)
ARMS = {"attacks": (LOOKS, Order(week=WEEK, kind="attack", by="top", times=ATTACKS)), "none": (LOOKS, Nothing(week=WEEK))}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Effort with the attacks over effort without, by side and year, in percent; and protectors who let go. Nothing without attacks."""
    loud, quiet = outcomes["attacks"], outcomes["none"]
    made = int(events(loud, "attack", WEEK, WEEK + 1).sum() - events(quiet, "attack", WEEK, WEEK + 1).sum())
    if made < 1:
        return nothing("second_year", "third_year", "abroad", "abroad_third_year", "let_go", "made")
    home = [more(at_home(loud, year), at_home(quiet, year)) for year in range(YEARS)]
    abroad = [more(beyond(loud, year), beyond(quiet, year)) for year in range(YEARS)]
    dropped = [int(events(outcome, "drop_protection", WEEK, WEEK + YEAR).sum()) for outcome in (loud, quiet)]
    return {
        "effect": home[0],
        "second_year": home[1],
        "third_year": home[2],
        "abroad": abroad[0],
        "abroad_third_year": abroad[2],
        "let_go": float(dropped[0] - dropped[1]),
        "made": float(made),
    }


def more(one: float, other: float) -> float:
    """How much more one is than another, in percent."""
    return 100.0 * (one / other - 1.0)


def at_home(outcome: Outcome, year: int) -> float:
    """What is spent at home in a year after the attacks."""
    return average(outcome, "enforcement", WEEK + year * YEAR, WEEK + (year + 1) * YEAR)


def beyond(outcome: Outcome, year: int) -> float:
    """Effort abroad in a year after the attacks."""
    since = WEEK + year * YEAR
    return float(np.mean([note for week, note in outcome.notes if since < week <= since + YEAR]))
