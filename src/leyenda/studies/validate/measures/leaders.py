"""Leaders whom the state took: heads and capos as they were in that week.

Why     The table of people holds what somebody is at the end: a capo who came back from prison is a lieutenant there, and most would be
        missed. So rise and fall are read off the events. Somebody whom a merger of organisations pushed aside still counts.
"""

from bisect import bisect_left, bisect_right

import numpy as np

from leyenda.studies.validate.lived import Lived

RISES = {"succeed": "who", "coup": "who", "secede": "who", "split": "who", "found": "who", "promote": "whom"}
FALLS = {"arrest": "whom", "cast_out": "whom", "leave": "who"}
BY_STATE = 2.0  # amount of a killing in a raid or campaign; 1 is one by rivals or by one's own people
LARGE = 0.01  # share of all members from which an organisation counts
Weeks = dict[int, list[int]]


def removed(lived: Lived, kind: str) -> list[int]:
    """Weeks in which the state arrested ("arrest") or killed ("kill") a head or capo of an organisation that counts."""
    log, rose, fell = lived.events(kind), _weeks(lived, RISES), _weeks(lived, FALLS)
    for i, person in enumerate(lived.scenario.people):
        if person.role in ("head", "capo"):
            rose.setdefault(i, []).insert(0, -1)
    by_state = (log["organisation"] >= 0) & ((log["amount"] == BY_STATE) | (kind == "arrest"))
    rows = zip(*(log[column][by_state].tolist() for column in ("week", "whom", "organisation")), strict=True)
    return [week for week, whom, o in rows if _counts(lived, o, week) and _leads(rose.get(whom, []), fell.get(whom, []), week)]


def _weeks(lived: Lived, kinds: dict[str, str]) -> Weeks:
    """By person, the weeks of these events, in order; the log is in order."""
    found: Weeks = {}
    for kind, column in kinds.items():
        log = lived.events(kind)
        for week, person in zip(log["week"], log[column], strict=True):
            found.setdefault(int(person), []).append(int(week))
    return {person: sorted(weeks) for person, weeks in found.items()}


def _leads(rose: list[int], fell: list[int], week: int) -> bool:
    """Whether somebody's last rise, up to a week, came no earlier than his last fall before it."""
    up, down = bisect_right(rose, week), bisect_left(fell, week)
    return up > 0 and (down == 0 or rose[up - 1] >= fell[down - 1])


def _counts(lived: Lived, o: int, week: int) -> bool:
    """Whether an organisation had enough members the week before."""
    members = np.maximum(lived.outcome.by_organisation["members"][max(0, week - 1)], 0)
    return bool(members[o] >= LARGE * members.sum())
