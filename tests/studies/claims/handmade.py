"""Outcomes made by hand: what a claim reads of a world, with answers one can work out on paper."""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np

from leyenda.world.names import EVENTS

FIELDS = ("week", "kind", "who", "whom", "amount")


def outcome(events: Iterable[tuple[Any, ...]] = (), notes: Iterable[tuple[int, Any]] = (), holder: int = 0, weeks: int = 520, **more: Any) -> Any:
    """A world with these events (week, kind, who, whom, amount) and notes, in which one person holds the seat all the time."""
    rows = [(week, EVENTS.index(kind), *rest, *(0.0,) * (3 - len(rest))) for week, kind, *rest in events]
    table = {name: np.array([row[k] for row in rows]) for k, name in enumerate(FIELDS)}
    series = {"seat_holder": np.full(weeks, holder), **more.pop("series", {})}
    causes = more.pop("causes", {"event": np.array([], int), "cause": np.array([], int), "weight": np.array([])})
    return SimpleNamespace(events=table, notes=list(notes), series=series, causes=causes, **more)


def note(**columns: Any) -> Mapping[str, Any]:
    """Columns of a table as a claim notes them."""
    return {name: np.asarray(values) for name, values in columns.items()}


def yearly(rate: float) -> float:
    """The chance within a year at a hazard per year."""
    return float(1.0 - np.exp(-rate))


def steady(weeks: Iterable[int], status: Iterable[int], superior: Iterable[int], **rates: Iterable[float]) -> list[tuple[int, Any]]:
    """The same note in these weeks: who is free, under whom, and hazards per year noted as chances."""
    chances = {name: [yearly(rate) for rate in values] for name, values in rates.items()}
    return [(week, note(status=list(status), superior=list(superior), **chances)) for week in weeks]
