"""A world of four states in a row and one abroad, made by hand: what measures say of it is known."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from leyenda.studies.validate.lived import YEAR, Lived
from leyenda.world.ledger import KINDS
from leyenda.world.names import EVENTS

STATES = ("Sonora", "Sinaloa", "Nayarit", "Jalisco")
START = 2000
NEAR = {"Sonora": ("west", "Sinaloa"), "Sinaloa": ("Sonora", "Nayarit"), "Nayarit": ("Sinaloa", "Jalisco"), "Jalisco": ("Nayarit",), "west": ("Sonora",)}
COLUMNS = ("week", "who", "whom", "organisation", "plaza", "amount")
Event = tuple[str, int, int, int, int, int, float]  # kind, then COLUMNS


def scenario(years: int, policies: dict[str, Any] | None = None, roles: Sequence[str] = ()) -> Any:
    """Only what measures read."""
    plazas = [SimpleNamespace(name=name, side="home", neighbours=NEAR[name]) for name in STATES]
    plazas.append(SimpleNamespace(name="west", side="abroad", neighbours=NEAR["west"]))
    people = [SimpleNamespace(role=role) for role in roles]
    return SimpleNamespace(title="tiny", start=START, weeks=years * YEAR, plazas=plazas, policies=policies or {}, people=people)


def weekly(yearly: Any, states: bool = True) -> Any:
    """Yearly sums by state, spread evenly over the weeks; abroad nothing."""
    table = np.repeat(np.asarray(yearly, float) / YEAR, YEAR, axis=0)
    return np.hstack([table, np.zeros((len(table), 1))]) if states else table


def log(events: Sequence[Event]) -> dict[str, Any]:
    """An event log, in order of time."""
    rows = sorted(events, key=lambda event: event[1])
    columns = {name: np.array([row[n] for row in rows]) for n, name in enumerate(COLUMNS, 1)}
    return {"kind": np.array([EVENTS.index(row[0]) for row in rows]), **columns}


def wars(rows: Sequence[tuple[int, int, int, float]]) -> dict[str, Any]:
    """Year, the two, and deaths, a third each of either side and of bystanders."""
    if not rows:
        return {}
    year, a, b, dead = (np.array(column) for column in zip(*rows, strict=True))
    return {"year": year, "a": a, "b": b, "deaths_a": dead / 3, "deaths_b": dead / 3, "bystanders": dead / 3}


def booked(years: int, **amounts: float) -> Any:
    """A ledger with these amounts a year."""
    table = np.zeros((years * YEAR, len(KINDS)))
    for kind, amount in amounts.items():
        table[:, KINDS.index(kind)] = amount / YEAR
    return table


def lived(years: int = 2, homicides: Any = None, deaths: Any = None, **more: Any) -> Lived:
    """A world. homicides, deaths: by year and state. population: people a state. The rest by the names of an outcome's tables."""
    nobody = np.zeros((years, len(STATES)))
    by_plaza = {"homicides": weekly(nobody if homicides is None else homicides), "deaths": weekly(nobody if deaths is None else deaths)}
    outcome = SimpleNamespace(
        by_plaza=by_plaza | more.get("by_plaza", {}), series=more.get("series", {}), wars=wars(more.get("wars", ())), events=log(more.get("events", ())),
        by_organisation=more.get("by_organisation", {}), organisations=more.get("organisations", {}), ledger=more.get("ledger", booked(years)),
    )  # fmt: skip
    found = Lived(scenario(years, more.get("policies"), more.get("roles", ())), outcome)  # type: ignore[arg-type]
    if "population" in more:
        found.__dict__["population"] = np.full((years, len(STATES)), float(more["population"]))
    return found


def held(years: int, *members: float) -> dict[str, Any]:
    """Organisations with so many members all the time."""
    table = np.tile(np.array(members, float), (years * YEAR, 1))
    return {"members": table, "plazas": np.ones_like(table), "head": np.full_like(table, -1.0)}
