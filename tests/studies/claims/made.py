"""Outcomes made by hand: a few events with their causes, who holds the seat, who leads what, and what was watched."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from leyenda.engine import plain
from leyenda.engine.outcome import Outcome
from leyenda.world.names import EVENTS

Row = tuple[int, str, int, int]  # week, kind, who, whom
COLUMNS = ("week", "kind", "who", "whom")
PATRON, HIS = 7, 0


def outcome(
    *rows: Row, organisation: int = HIS, causes: Sequence[tuple[int, int]] = (), weeks: int = 780, patron: int = PATRON,
    series: Mapping[str, Any] | None = None, heads: Mapping[tuple[int, int], int] | None = None, notes: Sequence[Any] = (), **tables: Any,
) -> Outcome:  # fmt: skip
    """A world in which only this happened, in the order of the rows, all within one organisation.

    causes: pairs of effect and cause, by row. patron: holds the seat throughout and leads organisation 0 of 4. heads: other
    heads by (week, organisation), from that week on. series, notes and other tables are put in as they are.
    """
    table = {name: np.array([row[k] for row in rows], int) for k, name in enumerate(COLUMNS) if name != "kind"}
    table |= {"kind": np.array([EVENTS.index(row[1]) for row in rows], int), "organisation": np.full(len(rows), organisation)}
    head = np.full((weeks, 4), -1.0)
    head[:, HIS] = patron
    for (week, o), person in (heads or {}).items():
        head[week:, o] = person
    held = np.full(weeks, float(patron))
    made: dict[str, Any] = dict.fromkeys(Outcome.__dataclass_fields__)
    made |= {
        "world": 0, "error": "", "events": table, "notes": list(notes),
        "causes": {"event": np.array([e for e, _ in causes], int), "cause": np.array([c for _, c in causes], int)},
        "series": {"seat_holder": held, "patron": held, **(series or {})},
        "by_organisation": {"head": head, "members": np.full((weeks, 4), 500.0)},
    }  # fmt: skip
    return Outcome(**{**made, **tables})


def ring(*people: tuple[int, int, int, float], seen: float = 0.0) -> dict[str, Any]:
    """What `inclination.ring` notes: who, organisation, superior, chance to betray within a year; all seen alike."""
    names = ("who", "organisation", "superior", "chance")
    return {name: np.array([row[k] for row in people]) for k, name in enumerate(names)} | {"seen": np.full(len(people), seen)}


def do(act: Any, world: plain.World, week: int = 0) -> plain.World:
    """A world after an act; keys may overflow, as they do when compiled."""
    with np.errstate(over="ignore"):
        act.do(world, week)
    return world
