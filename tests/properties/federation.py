"""Random small scenarios: any number of plazas and organisations, anybody in them, any switch off, any parameter in its range."""

from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st
from random_crime import TRAITS, crime, ties
from random_state import state

from leyenda import rules
from leyenda.scenario import Scenario, built_in, known
from leyenda.scenario.changes import resolve
from leyenda.scenario.places import Places

SOURCE = {"source": "made up"}
KNOWN = known(rules.switches())
NAMES = [(rule, name) for rule, named in built_in().items() for name in named]
Row = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """What is simple in a simple example."""

    home: int
    abroad: int
    organisations: int
    extra: int
    calm: bool
    seed: int
    off: tuple[str, ...]
    tuned: tuple[tuple[str, str], ...]


def shapes() -> st.SearchStrategy[Shape]:
    """Shapes of scenarios; the rest follows from the seed."""
    return st.builds(
        Shape, st.integers(1, 4), st.integers(1, 2), st.integers(1, 4), st.integers(0, 6), st.booleans(), st.integers(0, 10**6),
        st.lists(st.sampled_from(rules.switches()), max_size=4, unique=True).map(tuple),
        st.lists(st.sampled_from(NAMES), max_size=12, unique=True).map(tuple),
    )


def random_federation(shape: Shape, weeks: int) -> Scenario:
    """The scenario of a shape, checked like a file."""
    r = Random(shape.seed)
    content: Row = {"title": "Random", "summary": "made up", "start": 1980, "weeks": weeks, "size": "standard", "sources": ("made up",)}
    content |= {"off": shape.off, "rules": tuned(shape, r), "population": population(r), "fixed": fixed(r)}
    content["plazas"] = plazas(shape, r)
    content |= crime(shape, content["plazas"], r)
    content |= state(shape, content, r)
    content |= {"drivers": drivers(r), "ties": ties(content["people"], r)}
    return resolve(content, KNOWN, Places())


def tuned(shape: Shape, r: Random) -> dict[str, dict[str, float]]:
    """Some parameters anywhere in their ranges, the ends included."""
    found: dict[str, dict[str, float]] = {}
    for rule, name in shape.tuned:
        p = built_in()[rule][name]
        found.setdefault(rule, {})[name] = r.choice((p.low, p.high, r.uniform(p.low, p.high)))
    return found


def population(r: Random) -> Row:
    """Anybody may be born."""
    def group() -> Row:
        traits = {name: {"mean": r.random(), "spread": 0.3 * r.random()} for name in (*TRAITS, "ego")}
        return {"age": {"mean": r.uniform(18, 60), "spread": r.uniform(0, 15)}, **traits}

    return {"criminals": group(), "officials": group(), "bankers": group()}


def fixed(r: Random) -> Row:
    """Alarm at the start."""
    return {"heat_home": r.uniform(0, 5), "heat_abroad": r.uniform(0, 5)}


def shares(number: int, r: Random) -> list[float]:
    """Positive numbers that sum to 1."""
    parts = [r.random() + 0.01 for _ in range(number)]
    return [part / sum(parts) for part in parts]


def plazas(shape: Shape, r: Random) -> tuple[Row, ...]:
    """A random country: the first home plaza always touches the other side."""
    home = [f"H{k}" for k in range(shape.home)]
    names = [*home, *(f"A{k}" for k in range(shape.abroad))]
    edges = {("H0", "A0")} | {(a, b) for a in names for b in names if a < b and r.random() < 0.5}
    near = {a: tuple(b for b in names if (a, b) in edges or (b, a) in edges) for a in names}
    border = [name for name in home if any(other.startswith("A") for other in near[name])]
    grows, crosses = dict(zip(home, shares(len(home), r), strict=True)), dict(zip(border, shares(len(border), r), strict=True))
    return tuple(
        {
            "name": name, "side": "home" if name in home else "abroad", "x_km": r.uniform(-900, 900), "y_km": r.uniform(-900, 900),
            "neighbours": near[name], "population": r.uniform(1e4, 5e6), "exposed_share": 0.1 * r.random() * r.choice((0, 1, 1)),
            "production_share": grows.get(name, 0.0), "crossing_share": crosses.get(name, 0.0), "rents": r.choice((0.0, r.uniform(0, 60))),
            "background": r.choice((0.0, r.uniform(0, 4000))), "protection": r.random(), "continuity": r.random(), "heat": 5 * r.random(), **SOURCE,
        }
        for name in names
    )


def drivers(r: Random) -> tuple[Row, ...]:
    """A few years of anything from outside."""
    def year(number: int) -> Row:
        money = {name: r.uniform(0, 100) for name in ("agency", "border", "enforcement")}
        part = {name: r.random() for name in ("deployment", "extradition")}
        return {"year": number, "demand": r.uniform(0, 60), "price": r.uniform(10, 600), "background": r.uniform(0, 2), **money, **part, **SOURCE}

    return tuple(year(1980 + k) for k in range(r.randrange(1, 5)))
