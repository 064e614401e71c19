"""Outcomes made by hand, and a world at its first moment."""

from types import SimpleNamespace
from typing import Any

import numpy as np

import leyenda
from leyenda.engine.plain import World, build
from leyenda.world.names import EVENTS

Event = tuple[int, str, int, int]


def log(*happened: tuple[Any, ...]) -> dict[str, np.ndarray]:
    """Events: week, kind, who, whom, and perhaps a plaza."""
    rows = [(*event, -1)[:5] for event in happened]
    table = {"week": 0, "who": 2, "whom": 3, "plaza": 4}
    columns = {name: np.array([row[place] for row in rows], int) for name, place in table.items()}
    return columns | {"kind": np.array([EVENTS.index(row[1]) for row in rows], int)}


def outcome(*happened: tuple[Any, ...], **more: Any) -> SimpleNamespace:
    """An outcome with these events and whatever else is named."""
    return SimpleNamespace(events=log(*happened), notes=[], **more)


def first_week(scenario: str = "guadalajara-1985") -> World:
    """A world before its first week."""
    return build(leyenda.load(scenario))


def values(**columns: list[float]) -> dict[str, np.ndarray]:
    """Named values over worlds."""
    return {name: np.array(column, float) for name, column in columns.items()}
