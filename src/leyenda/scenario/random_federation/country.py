"""Plazas at random places, their neighbours, what can be grown, carried and levied there, and the markets abroad."""

from typing import Any

import numpy as np

from leyenda.scenario.random_federation.chance import Chance

Row = dict[str, Any]
DECIMALS = 6


def country(rich: dict[str, float], about: Row, chance: Chance) -> tuple[Row, ...]:
    """Plazas at home, then abroad; `rich`: how much each at home is good for, of people as of trade, relative to others."""
    home = [at_home(name, rich[name], about["home"], chance) for name in rich]
    abroad = [about["abroad"] | market for market in about["markets"]]
    northern = sorted(home, key=lambda plaza: -plaza["y_km"])[: max(1, round(about["crossings"] * len(home)))]
    edges = between(home) + [(plaza["name"], closest(plaza, abroad)) for plaza in northern] + between(abroad)
    grows = {name: part for name, part in rich.items() if chance.share(name, "grows") < about["growing"]}
    production = shares(grows or rich)
    crossing = shares({plaza["name"]: chance.between(about["width"], plaza["name"], "crossing") for plaza in northern})
    for plaza in home + abroad:
        name = plaza["name"]
        plaza["neighbours"] = tuple(sorted({b if a == name else a for a, b in edges if name in (a, b)}))
        plaza["production_share"], plaza["crossing_share"] = production.get(name, 0.0), crossing.get(name, 0.0)
    return tuple(home + abroad)


def at_home(name: str, rich: float, about: Row, chance: Chance) -> Row:
    """One plaza at home: its place, its people and its starting position."""
    people = round(about["population"] * rich * chance.between(about["varied"], name, "population"))
    return {
        "name": name, "side": "home", **{axis: round(chance.between(about[axis], name, axis), 1) for axis in ("x_km", "y_km")},
        "population": float(people), "exposed_share": about["exposed_share"], "rents": round(about["rents"] * people, 1),
        "background": float(round(about["background"] * people)), "protection": about["protection"], "continuity": about["continuity"],
        "heat": about["heat"], "source": about["source"],
    }


def between(plazas: list[Row]) -> list[tuple[str, str]]:
    """Who is whose neighbour: two are if no third lies within the circle that has both ends of their line on its rim.

    This is the Gabriel graph (Gabriel & Sokal 1969): no two lines cross, and from each plaza there is a way to every other.
    """
    x, y = (np.array([plaza[axis] for plaza in plazas]) for axis in ("x_km", "y_km"))
    far = np.square(x[:, None] - x) + np.square(y[:, None] - y)
    free = [[not bool(np.any(far[a] + far[b] < far[a, b])) for b in range(len(plazas))] for a in range(len(plazas))]
    return [(one["name"], other["name"]) for a, one in enumerate(plazas) for b, other in enumerate(plazas[:a]) if free[a][b]]


def closest(plaza: Row, others: list[Row]) -> str:
    """The name of the nearest of others."""
    x, y = plaza["x_km"], plaza["y_km"]
    return str(min(others, key=lambda other: (other["x_km"] - x) * (other["x_km"] - x) + (other["y_km"] - y) * (other["y_km"] - y))["name"])


def shares(weights: dict[str, float]) -> dict[str, float]:
    """Weights as shares that sum to 1; the largest takes what rounding leaves."""
    whole = sum(weights.values())
    found = {name: round(weight / whole, DECIMALS) for name, weight in weights.items()}
    largest = max(found, key=lambda name: found[name])
    found[largest] = round(found[largest] + 1.0 - sum(found.values()), DECIMALS)
    return found
