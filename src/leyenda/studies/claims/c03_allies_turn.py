"""C03: how well the man on the seat could foresee who turns on him, from what he is told and from the truth; and who ends reigns."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.inclination import BETRAYALS
from leyenda.studies.claims.reading import NEVER, events
from leyenda.studies.claims.watch import Block, Watch
from leyenda.studies.intervals import Values
from leyenda.world.names import EVENTS, FREE

FROM, UNTIL, AHEAD = 52, 516, 4
BEGUN_BY = ("insiders", "rivals", "state")


def ring(block: Block, week: int) -> dict[str, Any]:
    """Who is on the seat, those directly under him with their true and believed chance to betray, and how many others could end it."""
    people, organisations = block["people"], block["organisations"]
    holder = int(block["seat"]["holder"])
    under = np.flatnonzero((people["superior"] == holder) & (people["status"] == FREE)) if holder >= 0 else np.array([], int)
    heads = organisations["head"][: int(organisations["count"])]
    rivals = (organisations["ended"][: len(heads)] < 0) & ~organisations["local"][: len(heads)].astype(bool) & (heads != holder)
    return {
        "holder": holder,
        "who": under,
        "truth": people["disaffection"][under],
        "seen": people["reported"][under],
        "insiders": len(under),
        "rivals": int(rivals.sum()),
        "state": int(block["offices"]["count"]),
    }


ARMS = {"watched": (Watch(week=FROM, until=UNTIL, every=AHEAD, read=ring),)}


def betrayals(outcome: Outcome) -> dict[tuple[int, int], list[int]]:
    """Weeks in which somebody turned on somebody, by who and whom."""
    table, found = outcome.events, defaultdict(list)
    for row in np.flatnonzero(events(outcome, BETRAYALS)):
        found[int(table["who"][row]), int(table["whom"][row])].append(int(table["week"][row]))
    return found


def judged(outcome: Outcome) -> npt.NDArray[np.float64]:
    """One row a person and month under the seat: whether he turns four to seven weeks later, his true chance, and it as believed."""
    turned, rows = betrayals(outcome), []
    for week, note in outcome.notes:
        for who, truth, seen in zip(note["who"].tolist(), note["truth"], note["seen"], strict=True):
            left = min((later - week for later in turned.get((who, note["holder"]), ()) if later >= week), default=NEVER)
            if left >= AHEAD:
                rows.append((left < 2 * AHEAD, truth, seen))
    return np.array(rows, float).reshape(-1, 3)


def concordant(cases: npt.NDArray[np.float64], others: npt.NDArray[np.float64]) -> float:
    """Pairs of a case and another in which the case scores higher; ties count half."""
    ordered = np.sort(others)
    return float((np.searchsorted(ordered, cases, "left") + np.searchsorted(ordered, cases, "right")).sum() / 2.0)


def begun(outcome: Outcome, fall: int) -> str:
    """Who began a loss of the seat, by its event: insiders by a coup or by what an informant told, rivals by a killing."""
    table, causes = outcome.events, outcome.causes
    mine = causes["event"] == fall
    kinds = table["kind"][causes["cause"][mine]]
    if EVENTS.index("coup") in kinds:
        return "insiders"
    if table["kind"][fall] == EVENTS.index("kill") and table["amount"][fall] < 2.0:  # killed in a raid: 2
        return "rivals"
    heaviest = kinds[causes["weight"][mine].argmax()] if mine.any() else -1
    return "insiders" if heaviest == EVENTS.index("inform") else "state"


def losses(outcome: Outcome) -> dict[str, float]:
    """Losses of the seat begun by each, per hundred person-years of those who could have begun one."""
    number, years = dict.fromkeys(BEGUN_BY, 0), dict.fromkeys(BEGUN_BY, 0.0)
    for week, note in outcome.notes:
        if note["holder"] < 0:
            continue
        taken = events(outcome, ("arrest", "kill"), week, week + AHEAD) & (outcome.events["whom"] == note["holder"])
        for name in BEGUN_BY:
            years[name] += note[name] * AHEAD / 52.0
        if taken.any():
            number[begun(outcome, int(np.flatnonzero(taken)[0]))] += 1
    return {name: 100.0 * number[name] / years[name] if years[name] else float("nan") for name in BEGUN_BY}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Pairs of person-weeks put in the right order by the truth and by belief, and who ended reigns."""
    found = judged(outcomes["watched"])
    case = found[:, 0] > 0.0
    pairs = float(case.sum() * (~case).sum())
    truth, seen = (concordant(found[case, k], found[~case, k]) for k in (1, 2))
    areas = {"truth": truth / pairs, "seen": seen / pairs} if pairs else dict.fromkeys(("truth", "seen"), float("nan"))
    return {"effect": areas["truth"] - areas["seen"], **areas, "pairs": pairs, **losses(outcomes["watched"])}


def statistic(values: Mapping[str, Values]) -> float:
    """The gap over all worlds, each world weighing as much as it has pairs to put in order."""
    pairs = values["pairs"]
    return float(np.nansum(values["effect"] * pairs) / pairs.sum()) if pairs.sum() else float("nan")
