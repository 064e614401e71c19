"""The state on both sides, the banks, and what changes from outside. All money is in proportion to what consumers spend."""

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any

from leyenda.scenario.random_federation.chance import Chance

Row = dict[str, Any]
YEAR = 52
SMALLEST = 0.001  # M$/week
WORDS = ("name", "institution", "side", "where")
SOURCE = {"source": "ours: in proportion to the trade"}


@cache
def kinds() -> tuple[Row, ...]:
    """The kinds of posts in posts.csv."""
    lines = files(__package__).joinpath("posts.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return tuple({column: cell if column in WORDS else json.loads(cell) for column, cell in row.items()} for row in rows)


def state(made: Row, about: Row, chance: Chance) -> Row:
    """Tables of all that is not criminal, for a scenario that has its plazas and organisations."""
    start, years = made["start"], (made["weeks"] - 1) // YEAR + 1
    spent = about["spent"] * sum(row["members"] for row in made["presences"])
    offices = [(kind, post) for kind in kinds() for post in posts(kind, made, spent, about["paid"], chance)]
    return {
        "offices": tuple(post for _, post in offices),
        "banks": tuple(bank for kind in about["banks"] for bank in banks(kind, made, spent)),
        "drivers": tuple(driver(start, year, spent, about["drivers"]) for year in range(years)),
        "terms": tuple(term for kind, post in offices for term in terms(kind, post, start, years, chance)),
    }


def places(kind: Row, plazas: tuple[Row, ...]) -> list[Row | None]:
    """Where posts of a kind are: in plazas on either side, in those with a crossing, or nowhere in particular."""
    if kind["where"] == "crossings":
        return [plaza for plaza in plazas if plaza["crossing_share"] > 0]
    return [plaza for plaza in plazas if plaza["side"] == kind["where"]] or [None]


def strongest(made: Row, plaza: str | None) -> str | None:
    """The organisation with most members in a plaza, or anywhere."""
    members: dict[str, int] = {}
    for row in made["presences"]:
        if plaza in (None, row["plaza"]):
            members[row["organisation"]] = members.get(row["organisation"], 0) + row["members"]
    return max(members, key=lambda name: members[name], default=None)


def posts(kind: Row, made: Row, spent: float, paid: float, chance: Chance) -> list[Row]:
    """The posts of a kind, larger where more people live; some are bought by whoever is strongest there."""
    where = places(kind, made["plazas"])
    people = sum(plaza["population"] for plaza in where if plaza)
    found = []
    for plaza in where:
        part = plaza["population"] / people if plaza else 1.0
        name, at = (f"{kind['name']} of {plaza['name']}", plaza["name"]) if plaza else (kind["name"], None)
        worth = max(SMALLEST, round(kind["worth"] * spent / YEAR * part, 4))
        client = strongest(made, at) if chance.share(name, "bought") < kind["bought"] else None
        found.append({
            "name": name, "institution": kind["institution"], "side": kind["side"], "plaza": at, "holder": None, "client": client,
            "man": None, "worth": worth, "price": round(paid * worth, 4) if client else 0.0,
            "budget": round(kind["budget"] * spent * part, 3), **SOURCE,
        })
    return found


def terms(kind: Row, post: Row, start: int, years: int, chance: Chance) -> list[Row]:
    """When a post changes hands: every few years, in each plaza in a year of its own."""
    first = chance.whole((0, kind["term"] - 1), post["plaza"], "election") if kind["staggered"] else kind["term"] - 1
    return [
        {
            "office": post["name"], "year": start + year, "week": kind["week"], **SOURCE,
            "alternation": int(chance.share(post["plaza"], year, "alternation") < kind["alternation"]),
        }
        for year in range(first, years, kind["term"])
    ]


def banks(kind: Row, made: Row, spent: float) -> list[Row]:
    """Banks on one side: on the other in each plaza, at home one for the whole country and some in the seats of organisations."""
    abroad = [plaza["name"] for plaza in made["plazas"] if plaza["side"] == "abroad"]
    owners = made["organisations"][: round(kind["each"] * len(made["plazas"]))]
    where = [(name, None) for name in abroad] if kind["side"] == "abroad" else [(None, None), *((o["seat"], o["name"]) for o in owners)]
    capacity = round(kind["capacity"] * spent / YEAR / len(where), 3)
    paid = max(SMALLEST, round(kind["price"] * capacity, 4))
    return [
        {
            "name": f"{kind['name']} {k}", "side": kind["side"], "plaza": plaza, "compliance": kind["compliance"], "capacity": capacity,
            "fee": kind["fee"], "client": client, "price": paid if client else 0.0, **SOURCE,
        }
        for k, (plaza, client) in enumerate(where, 1)
    ]


def driver(start: int, year: int, spent: float, about: Row) -> Row:
    """What comes from outside in one year: in a straight line from its first value."""
    part = {column: 1.0 + rate * year for column, rate in about["yearly"].items()}
    return {
        "year": start + year, "demand": round(spent / about["price"] * part["demand"], 3),
        "price": round(about["price"] * part["price"], 2), "background": round(part["background"], 4),
        **{column: round(about[column] * spent * part[column], 3) for column in ("agency", "border", "enforcement")},
        **{column: about[column] for column in ("deployment", "extradition", "source")},
    }
