"""C01: the patron is given one more plaza, or not: are those who answered to him before more likely to turn on him?"""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Give, Nothing
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron
from leyenda.studies.claims.watch import Watch, Who, columns, followed, noted, under
from leyenda.world.names import FREE

WEEK, YEAR = 260, 52
TRUSTED = 0.1
RING = Watch(week=WEEK, until=WEEK + YEAR + 1, read=columns("people", "status", "superior", "disaffection", "strength"))
ARMS = {"given": (RING, Give(week=WEEK, to="patron")), "as_is": (RING, Nothing(week=WEEK))}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Betrayals to be expected with the gift less without; how many he could trust; and how much power it gave him."""
    boss = patron(outcomes["as_is"], WEEK)
    if boss < 0:
        return nothing("as_is", "trusted", "stronger")
    who = under(outcomes["as_is"], boss, WEEK)
    given, as_is = (per_hundred(outcomes[arm], who, boss) for arm in ("given", "as_is"))
    after = [noted(outcomes[arm], WEEK + YEAR) for arm in ("given", "as_is")]
    trusted = [sum(trusts(note, int(i), boss) for i in who) for note in after]
    return {
        "effect": given - as_is,
        "as_is": as_is,
        "trusted": float(trusted[0] - trusted[1]),
        "stronger": stronger(outcomes, boss),
    }


def per_hundred(outcome: Outcome, who: Who, boss: int) -> float:
    """Betrayals to be expected in the year, for each hundred of those who answered to him at its beginning."""
    return 100.0 * followed(outcome, who, "disaffection", boss)[0].mean() if len(who) else float("nan")


def stronger(outcomes: Outcomes, boss: int) -> float:
    """How much stronger the gift makes him, a quarter of a year later, in percent: what the treatment is."""
    given, as_is = (float(noted(outcomes[arm], WEEK + YEAR // 4)["strength"][boss]) for arm in ("given", "as_is"))
    return 100.0 * (given / as_is - 1.0) if as_is > 0.0 else float("nan")


def trusts(note: Mapping[str, np.ndarray], i: int, boss: int) -> bool:
    """Whether somebody is still there and has less than one chance in ten to turn on him within a year."""
    return bool(note["status"][i] == FREE and note["superior"][i] == boss and note["disaffection"][i] < TRUSTED)
