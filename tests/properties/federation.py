"""Random small scenarios: any number of plazas and organisations, anybody in them, any switch off, any parameter in its range."""

from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from leyenda import rules
from leyenda.scenario import Scenario, built_in, known
from leyenda.scenario.changes import resolve
from leyenda.scenario.places import Places

SOURCE = {"source": "made up"}
TRAITS = ("ambition", "guile", "brutality", "caution", "integrity")
POSTS = (
    ("government", "home"), ("police", "home"), ("military", "home"), ("prosecution", "home"), ("intelligence", "home"),
    ("presidency", "home"), ("government", "abroad"), ("police", "abroad"), ("military", "abroad"), ("border", "abroad"), ("agency", "abroad"),
)
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
    """Capacities and alarm at the start."""
    return {"production": r.uniform(1, 50), "crossing": r.uniform(1, 50), "heat_home": r.uniform(0, 5), "heat_abroad": r.uniform(0, 5)}


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


def person(name: str, role: str, r: Random, **where: str | None) -> Row:
    """Somebody by name; a trait in three is left to chance."""
    traits = {trait: None if r.random() < 0.3 else r.random() for trait in (*TRAITS, "ego")}
    money = {purse: r.choice((0.0, r.uniform(0, 50))) for purse in ("cash", "laundered", "fronted")}
    known_for = {"notoriety": r.random(), "evidence": r.choice((0.0, 4 * r.random())), "experience": r.uniform(0, 30)}
    place = {"organisation": None, "superior": None, "plaza": None} | where
    return {"name": name, "role": role, "age": r.uniform(16, 80), **place, **traits, **money, **known_for, **SOURCE}


def crime(shape: Shape, where: tuple[Row, ...], r: Random) -> Row:
    """Organisations, their presences and people, their pacts and wars."""
    organisations, presences, people, crowd = [], [], [], []
    room = {plaza["name"]: 1.0 for plaza in where}
    for k in range(shape.organisations):
        name, local = f"O{k}", int(r.random() < 0.2)
        seat = r.choice([plaza["name"] for plaza in where if plaza["side"] == "home"])
        head = person(f"{name} head", "head", r, organisation=name, plaza=seat)
        people.append(head)
        organisations.append({
            "name": name, "head": head["name"], "seat": seat, "treasury": r.choice((0.0, r.uniform(0, 200))), "laundered": r.uniform(0, 20),
            "demanded": r.random(), "founded": r.uniform(0, 30), "held": r.randrange(80), "local": local, **SOURCE,
        })
        for plaza in room:
            if plaza == seat or (not local and r.random() < 0.5):
                row, new = presence(name, plaza, head["name"] if plaza == seat else None, room, r)
                presences.append(row)
                people += new
                if r.random() < 0.7:
                    crowd.append({"organisation": name, "plaza": plaza, "lieutenants": r.randrange(4), "aspirants": r.randrange(3), **SOURCE})
    people += [person(f"outcast {k}", "cast_out", r, plaza=r.choice(list(room))) for k in range(shape.extra)]
    tables = {"organisations": organisations, "presences": presences, "people": people, "crowd": crowd, **relations(shape, r)}
    return {name: tuple(rows) for name, rows in tables.items()}


def presence(o: str, plaza: str, head: str | None, room: dict[str, float], r: Random) -> tuple[Row, list[Row]]:
    """An organisation's people in a plaza: its head in his seat, elsewhere perhaps a capo, and a lieutenant."""
    control = r.random() * room[plaza]
    room[plaza] -= control
    people = []
    capo = head if r.random() < 0.8 else None
    if head is None and r.random() < 0.8:
        capo = f"{o} capo {plaza}"
        people.append(person(capo, "capo", r, organisation=o, plaza=plaza))
    if r.random() < 0.5:
        role = r.choice(("lieutenant", "aspirant"))
        people.append(person(f"{o} {role} {plaza}", role, r, organisation=o, plaza=plaza, superior=r.choice((capo, None))))
    members = r.randrange(1, 800) if head else r.choice((0, r.randrange(1, 400)))
    return {"organisation": o, "plaza": plaza, "members": members, "control": control, "capo": capo, **SOURCE}, people


def relations(shape: Shape, r: Random) -> dict[str, list[Row]]:
    """Between any two organisations peace, a pact or, unless all is calm, a war."""
    found: dict[str, list[Row]] = {"pacts": [], "wars": []}
    for a in range(shape.organisations):
        for b in range(a + 1, shape.organisations):
            kind = r.choice(("pacts", "") if shape.calm else ("pacts", "wars", ""))
            if kind:
                found[kind].append({"a": f"O{a}", "b": f"O{b}"})
    return found


def state(shape: Shape, content: Row, r: Random) -> Row:
    """Every institution on its sides, some twice, some bought; a bank or two on each side; a calendar of office."""
    names = {side: [p["name"] for p in content["plazas"] if p["side"] == side] for side in ("home", "abroad")}
    wanted = [*POSTS, *(r.choice(POSTS) for _ in range(shape.extra))]
    offices = tuple(
        {
            "name": f"{institution} {k}", "institution": institution, "side": side, "plaza": r.choice((None, *names[side])), "holder": None, "man": None,
            "worth": r.uniform(0.001, 0.5), "budget": r.uniform(0, 20), **bought(shape, r), **SOURCE,
        }
        for k, (institution, side) in enumerate(wanted)
    )
    banks = tuple(
        {
            "name": f"bank {k}", "side": side, "plaza": r.choice((None, *names[side])), "compliance": r.random(), "capacity": r.uniform(0, 20),
            "fee": 0.3 * r.random(), **bought(shape, r), **SOURCE,
        }
        for k, side in enumerate(("home", "abroad", *r.sample(("home", "abroad"), r.randrange(3))))
    )
    change = {(r.choice(offices)["name"], 1980 + r.randrange(3), r.randrange(1, 53)): r.randrange(2) for _ in range(2 * shape.extra)}
    terms = tuple({"office": o, "year": y, "week": w, "alternation": a, **SOURCE} for (o, y, w), a in change.items())
    return {"offices": offices, "banks": banks, "terms": terms}


def bought(shape: Shape, r: Random) -> Row:
    """Who has bought a post, and for how much."""
    if r.random() < 0.5:
        return {"client": None, "price": 0.0}
    return {"client": f"O{r.randrange(shape.organisations)}", "price": r.uniform(0.001, 0.5)}


def drivers(r: Random) -> tuple[Row, ...]:
    """A few years of anything from outside."""
    def year(number: int) -> Row:
        money = {name: r.uniform(0, 100) for name in ("agency", "border", "enforcement")}
        part = {name: r.random() for name in ("deployment", "extradition")}
        return {"year": number, "demand": r.uniform(0, 60), "price": r.uniform(10, 600), "background": r.uniform(0, 2), **money, **part, **SOURCE}

    return tuple(year(1980 + k) for k in range(r.randrange(1, 5)))


def ties(people: tuple[Row, ...], r: Random) -> tuple[Row, ...]:
    """Any two may be bound."""
    names = [row["name"] for row in people]
    pairs = {tuple(sorted(r.sample(names, 2))) for _ in range(6) if len(names) > 1}
    kinds = ("kin", "compadrazgo", "partnership", "patronage")
    return tuple({"a": a, "b": b, "kind": r.choice(kinds), "strength": r.random(), **SOURCE} for a, b in sorted(pairs))
