"""Random organisations: their people, presences, pacts, wars and ties."""

from random import Random
from typing import Any

Row = dict[str, Any]
SOURCE = {"source": "made up"}
TRAITS = ("ambition", "guile", "brutality", "caution", "integrity")


def person(name: str, role: str, r: Random, **where: str | None) -> Row:
    """Somebody by name; a trait in three is left to chance."""
    traits = {trait: None if r.random() < 0.3 else r.random() for trait in (*TRAITS, "ego")}
    money = {purse: r.choice((0.0, r.uniform(0, 50))) for purse in ("cash", "laundered", "fronted")}
    known_for = {"notoriety": r.random(), "evidence": r.choice((0.0, 4 * r.random())), "experience": r.uniform(0, 30)}
    place = {"organisation": None, "superior": None, "plaza": None} | where
    return {"name": name, "role": role, "age": r.uniform(16, 80), **place, **traits, **money, **known_for, **SOURCE}


def crime(shape: Any, where: tuple[Row, ...], r: Random) -> Row:
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


def relations(shape: Any, r: Random) -> dict[str, list[Row]]:
    """Between any two organisations peace, a pact or, unless all is calm, a war."""
    found: dict[str, list[Row]] = {"pacts": [], "wars": []}
    for a in range(shape.organisations):
        for b in range(a + 1, shape.organisations):
            kind = r.choice(("pacts", "") if shape.calm else ("pacts", "wars", ""))
            if kind:
                found[kind].append({"a": f"O{a}", "b": f"O{b}"})
    return found


def ties(people: tuple[Row, ...], r: Random) -> tuple[Row, ...]:
    """Any two may be bound."""
    names = [row["name"] for row in people]
    pairs = {tuple(sorted(r.sample(names, 2))) for _ in range(6) if len(names) > 1}
    kinds = ("kin", "compadrazgo", "partnership", "patronage")
    return tuple({"a": a, "b": b, "kind": r.choice(kinds), "strength": r.random(), **SOURCE} for a, b in sorted(pairs))
