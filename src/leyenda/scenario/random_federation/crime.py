"""Organisations that hold a few adjacent plazas each: seats, presences, money and pacts."""

from typing import Any

from leyenda.scenario.random_federation.chance import Chance
from leyenda.scenario.random_federation.members import bonds, crowd, head_of, leaders
from leyenda.scenario.random_federation.numbers import Numbers

Row = dict[str, Any]
Held = dict[str, list[str]]  # by organisation its plazas, the seat first


def crime(numbers: Numbers, plazas: tuple[Row, ...], rich: dict[str, float], about: Row, chance: Chance) -> Row:
    """Tables of all that is criminal; `rich`: how much each plaza at home is good for."""
    near = {plaza["name"]: [name for name in plaza["neighbours"] if name in rich] for plaza in plazas if plaza["name"] in rich}
    weight = weights(numbers, about, chance)
    held = territories(numbers, weight, rich, near, about["presences"])
    presences = spread(held, weight, rich, about)
    people = leaders(held, presences, about["people"], chance)
    return {
        "organisations": tuple(organisation(name, plazas, presences, about, chance) for name, plazas in held.items()),
        "presences": tuple(presences), "people": tuple(people), "ties": tuple(bonds(people, about["ties"])),
        "pacts": tuple(pacts(held, about["pacts"], chance)), "wars": (), "crowd": tuple(crowd(numbers.people, presences, about["crowd"])),
    }


def weights(numbers: Numbers, about: Row, chance: Chance) -> dict[str, float]:
    """How strong each organisation is, relative to others: the later its number, the weaker."""
    names = [f"Organisation {k}" for k in range(1, numbers.organisations + 1)]
    return {name: chance.between(about["varied"], name, "weight") / (1.0 + about["falling"] * k) for k, name in enumerate(names)}


def territories(numbers: Numbers, weight: dict[str, float], rich: dict[str, float], near: Held, presences: float) -> Held:
    """Plazas of each organisation: a seat, the richest plazas first, then one neighbour after another where the fewest are.

    `presences`: how many there are to be a plaza, unless there are more organisations, or fewer people to run them.
    """
    best = sorted(rich, key=lambda plaza: -rich[plaza])
    held = {name: [best[k % len(best)]] for k, name in enumerate(weight)}
    crowded = {plaza: sum(plazas == [plaza] for plazas in held.values()) for plaza in rich}
    for _ in range(len(held), min(round(presences * len(rich)), numbers.people)):
        open_to = {name: {p for plaza in plazas for p in near[plaza]}.difference(plazas) for name, plazas in held.items()}
        able = [name for name in held if open_to[name]]
        if not able:
            break
        name = max(able, key=lambda name: weight[name] / len(held[name]))
        plaza = min(sorted(open_to[name]), key=lambda plaza: (crowded[plaza], -rich[plaza]))
        held[name].append(plaza)
        crowded[plaza] += 1
    return held


def spread(held: Held, weight: dict[str, float], rich: dict[str, float], about: Row) -> list[Row]:
    """Members and control: a plaza's are divided by the weight of those who are there, which is more in a seat."""
    parts = {(o, p): weight[o] * (about["seat"] if p == plazas[0] else 1.0) for o, plazas in held.items() for p in plazas}
    whole = {plaza: sum(part for (_, where), part in parts.items() if where == plaza) for plaza in rich}
    return [
        {
            "organisation": o, "plaza": p, "members": max(1, round(about["members"] * rich[p] * part / whole[p])),
            "control": round(about["control"] * part / whole[p], 4), "source": about["source"],
        }
        for (o, p), part in parts.items()
    ]


def organisation(name: str, plazas: list[str], presences: list[Row], about: Row, chance: Chance) -> Row:
    """An organisation with money for some weeks; the first is never a mere local group, so that somebody exports."""
    members = sum(row["members"] for row in presences if row["organisation"] == name)
    local = len(plazas) == 1 and not name.endswith(" 1") and chance.share(name, "local") < about["local"]
    return {
        "name": name, "head": head_of(name), "seat": plazas[0], "treasury": round(about["treasury"] * members, 2),
        "laundered": round(about["laundered"] * members, 2), "demanded": about["demanded"], "local": int(local), "held": 0,
        "founded": float(chance.whole(about["founded"], name, "founded")), "source": about["source"],
    }


def pacts(held: Held, chance_of_one: float, chance: Chance) -> list[Row]:
    """Some of those who share a plaza stand together."""
    names = list(held)
    met = [(a, b) for k, a in enumerate(names) for b in names[k + 1 :] if not set(held[a]).isdisjoint(held[b])]
    return [{"a": a, "b": b} for a, b in met if chance.share(a, b, "pact") < chance_of_one]
