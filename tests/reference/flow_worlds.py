"""Worlds in which nothing happens but the four flows: organisations with members, alone in their plazas or all at war over one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

import leyenda
from leyenda import rules
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.scenario import Scenario, known
from leyenda.scenario.changes import resolve
from leyenda.scenario.places import Places
from leyenda.world.names import HOME

Array = npt.NDArray[np.float64]
Row = dict[str, Any]
EXPOSED, FED, FOOTHOLD = 0.06, 0.02, 0.05  # a plaza feeds population x EXPOSED x FED x (control + FOOTHOLD)
ONLY_KILLS = {"moves": 0.0, "ends": 0.0, "tires": 0.0, "wears": 0.0}  # a war moves no control and never ends: below a scenario's ranges
BLANK = {"plaza": None, "client": None, "price": 0.0}


def alone(sizes: Sequence[float], room: float, weeks: int, recruit: dict[str, float]) -> Scenario:
    """Each organisation has a plaza of its own that feeds `room` members, and there is no contest."""
    places = [f"P{k}" for k in range(len(sizes))]
    return nothing_but(("recruit",), sizes, places, [1.0 - FOOTHOLD] * len(sizes), room, weeks, {"recruit": recruit})


def at_war(sizes: Sequence[float], room: Sequence[float], weeks: int, recruit: dict[str, float], contest: dict[str, float]) -> Scenario:
    """All share one plaza, which feeds each so many members, and everybody fights everybody."""
    fed = sum(room) / (1.0 + len(room) * FOOTHOLD)
    control = [part / fed - FOOTHOLD for part in room]
    return nothing_but(("recruit", "contest"), sizes, ["P0"] * len(sizes), control, fed, weeks, {"recruit": recruit, "contest": contest})


def nothing_but(
    kept: tuple[str, ...], sizes: Sequence[float], places: list[str], control: Sequence[float], fed: float, weeks: int, par: Row
) -> Scenario:
    """The scenario with every other rule off. Nobody is killed but in wars: protection is full and orderly, and there are no soldiers."""
    two, who = leyenda.load("two-plazas").content(), range(len(sizes))
    at: list[Row] = [{"organisation": f"O{k}", "plaza": places[k]} for k in who]
    fixed = {"fed": FED, "foothold": FOOTHOLD, "orderly": 1.0, "war_effort": 0.0}
    content: Row = {**two, "weeks": weeks, **dict.fromkeys(("ties", "pacts", "terms", "crowd"), ())}
    content |= {"off": tuple(rule for rule in rules.schedule() if rule not in kept), "rules": {**par, "recruit": fixed | par["recruit"]}}
    content["plazas"] = plazas(two, list(dict.fromkeys(places)), fed / FED / EXPOSED)
    led = {**two["organisations"][0], "held": 0}
    content["organisations"] = [{**led, "name": f"O{k}", "head": f"head {k}", "seat": places[k]} for k in who]
    content["people"] = [{**two["people"][0], **at[k], "name": f"head {k}"} for k in who]
    held = {**two["presences"][0], "capo": None}
    content["presences"] = [{**held, **at[k], "members": int(sizes[k]), "control": control[k]} for k in who]
    content["wars"] = [{"a": f"O{i}", "b": f"O{j}"} for i in who for j in who if i < j and places[i] == places[j]]
    kinds = {(row["institution"], row["side"]): row for row in two["offices"]}
    content["offices"] = [{**row, **BLANK, "holder": None, "man": None} for row in kinds.values()]
    content["banks"] = [{**row, **BLANK} for row in two["banks"]]
    content["drivers"] = [{**row, "deployment": 0.0} for row in two["drivers"]]
    frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}
    return resolve(frozen, known(rules.switches()), Places())


def plazas(two: Row, names: list[str], population: float) -> list[Row]:
    """Home plazas under full protection, and the market abroad."""
    part = {"production_share": 1.0 / len(names), "crossing_share": 1.0 / len(names), "protection": 1.0}
    home = {**two["plazas"][0], **part, "neighbours": (two["plazas"][2]["name"],), "population": population, "exposed_share": EXPOSED}
    return [{**home, "name": name} for name in names] + [{**two["plazas"][2], "neighbours": tuple(names)}]


def grown(scenario: Scenario, worlds: int, effort: float = 1.0) -> Array:
    """Members of each organisation at the start and after each year (worlds, years + 1, n), compiled, seed 1. effort: the state's."""
    blocks = [first(scenario, world, 1) for world in range(worlds)]
    compiled.ready(blocks[0], scenario.size)
    return np.array([course(block, scenario, effort) for block in blocks])


def course(block: Any, scenario: Scenario, effort: float) -> list[Array]:
    """One world: members at the start and after each year (years + 1, n)."""
    compiled.start(block)
    for name, value in ONLY_KILLS.items():
        block["par"]["contest"][name] = value
    block["nation"]["effort"][HOME] = effort
    found = [members(block, scenario)]
    for year in range(0, scenario.weeks, 52):
        compiled.advance(block, year, year + 52)
        found.append(members(block, scenario))
    return found


def members(block: Any, scenario: Scenario) -> Array:
    """Members of each organisation (n,)."""
    return np.asarray(block["presences"]["members"][: len(scenario.organisations)].sum(axis=1), float)
