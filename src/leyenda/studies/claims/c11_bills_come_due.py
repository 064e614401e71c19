"""C11: one more red line of the patron, or not: how often he falls because of it, and how late."""

from collections.abc import Mapping

from leyenda.acts import Erase, Nothing, Order
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import fall, first, nothing, patron

WEEK, YEAR = 104, 52
LATE, END = WEEK + YEAR, WEEK + 4 * YEAR
DEED = Order(kind="red_line", by="patron", week=WEEK)
ARMS = {
    "done": (DEED,),
    "not_done": (Nothing(week=WEEK),),
    "erased": (DEED, Erase(what="evidence", target="patron", week=LATE)),
}


def falls(outcome: Outcome, person: int, since: int, until: int) -> float:
    """1 if he falls within these weeks, and had not before."""
    return float(since <= fall(outcome, person, WEEK) < until)


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Late and early falls because of the deed; and how many late falls the erasing of all old evidence a year on prevents."""
    done, undone, erased = (outcomes[arm] for arm in ARMS)
    person = patron(undone, WEEK)
    if person < 0 or first(done, "red_line", WEEK) < 0:
        return nothing("soon", "erased")
    late = falls(done, person, LATE, END)
    return {
        "effect": late - falls(undone, person, LATE, END),
        "soon": falls(done, person, WEEK, LATE) - falls(undone, person, WEEK, LATE),
        "erased": late - falls(erased, person, LATE, END),
    }
