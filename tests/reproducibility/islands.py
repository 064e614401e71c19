"""A country of two halves that share nothing: each has its crossing, its market abroad, its organisation and its posts."""

from typing import Any

import leyenda
from leyenda import rules
from leyenda.scenario import Scenario, known
from leyenda.scenario.changes import resolve
from leyenda.scenario.places import Places

KNOWN = known(rules.switches())
NATIONAL = ("presidency", "intelligence", "prosecution", "agency")


APART = ("market_price", "national_heat", "red_line", "task_force")  # the last two because prosecution and agency are the nation's


def islands(off: tuple[str, ...] = APART) -> Scenario:
    """Two copies of one of the small world's organisations, one in each half; what is national is for nobody to buy."""
    two = leyenda.load("two-plazas").content()
    content: dict[str, Any] = {**two, "off": off, "ties": (), "pacts": (), "wars": (), "terms": (), "crowd": (), "weeks": 260}
    content["plazas"] = tuple(plaza for half in "EW" for plaza in (home(two, half), abroad(two, half)))
    content["organisations"] = tuple({**two["organisations"][0], "name": f"O{h}", "head": f"head {h}", "seat": f"H{h}"} for h in "EW")
    content["people"] = tuple(row for half in "EW" for row in people(two, half))
    content["presences"] = tuple(
        {**two["presences"][0], "organisation": f"O{h}", "plaza": f"H{h}", "control": 0.6, "capo": f"head {h}"} for h in "EW"
    )
    content["offices"] = tuple(row for half in "EW" for row in posts(two, half)) + national(two)
    content["banks"] = tuple({**two["banks"][0], "name": f"bank {h} {side}", "side": side, "plaza": f"{'H' if side == 'home' else 'A'}{h}",
                              "capacity": 3.0 * (side == "home"), "client": None, "price": 0.0} for h in "EW" for side in ("home", "abroad"))
    content["population"]["bankers"]["integrity"] = {"mean": 0.98, "spread": 0.0}
    return resolve(content, KNOWN, Places())


def home(two: dict[str, Any], half: str) -> dict[str, Any]:
    """The home plaza of a half."""
    x = -5000 if half == "W" else 5000
    return {**two["plazas"][0], "name": f"H{half}", "neighbours": (f"A{half}",), "x_km": x, "production_share": 0.5, "crossing_share": 0.5}


def abroad(two: dict[str, Any], half: str) -> dict[str, Any]:
    """The market of a half."""
    return {**two["plazas"][2], "name": f"A{half}", "neighbours": (f"H{half}",), "x_km": -5000 if half == "W" else 5000}


def people(two: dict[str, Any], half: str) -> list[dict[str, Any]]:
    """A head and a few lieutenants."""
    at = {"organisation": f"O{half}", "plaza": f"H{half}"}
    ranks = [{**two["people"][4], **at, "name": f"lieutenant {half}{k}", "superior": f"head {half}"} for k in range(3)]
    return [{**two["people"][0], **at, "name": f"head {half}"}, *ranks]


def posts(two: dict[str, Any], half: str) -> list[dict[str, Any]]:
    """Government, police and military of a half, on both sides."""
    rows = [row for row in two["offices"] if row["institution"] not in NATIONAL and not (row["side"] == "home" and row["plaza"] is None)]
    chosen = {(row["institution"], row["side"]): row for row in rows}
    return [
        {**row, "name": f"{name} {side} {half}", "plaza": f"{'H' if side == 'home' else 'A'}{half}", "holder": None, "man": None, "client": None, "price": 0.0}
        for (name, side), row in chosen.items()
    ]


def national(two: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """What both halves have in common asks more than either can pay."""
    chosen = {row["institution"]: row for row in two["offices"] if row["institution"] in NATIONAL}
    return tuple({**row, "plaza": None, "holder": None, "man": None, "client": None, "price": 0.0, "worth": 1000.0} for row in chosen.values())
