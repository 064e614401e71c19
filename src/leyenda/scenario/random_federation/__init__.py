"""random-federation: a scenario made from a few numbers; everything else is drawn from its seed."""

import tomllib
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from leyenda.scenario.random_federation.chance import Chance
from leyenda.scenario.random_federation.country import country
from leyenda.scenario.random_federation.crime import crime
from leyenda.scenario.random_federation.numbers import LIMITS, NAME, Numbers, read
from leyenda.scenario.random_federation.state import state
from leyenda.world.layout import SIZES

__all__ = ["LIMITS", "NAME", "Numbers", "content", "read"]


@cache
def proportions() -> dict[str, Any]:
    """The numbers of federation.toml."""
    return tomllib.loads(files(__package__).joinpath("federation.toml").read_text("utf-8"))


def content(numbers: Numbers) -> dict[str, Any]:
    """All that a scenario holds, unchecked, as if it had been read from a folder."""
    about, chance = proportions(), Chance(numbers.seed)
    made: dict[str, Any] = {key: about[key] for key in ("start", "sources", "fixed", "population")}
    made |= {key: about[key].format(name=numbers.name, **asdict(numbers)) for key in ("title", "summary")} | {"weeks": numbers.weeks}
    rich = {f"Plaza {k}": chance.between(about["country"]["rich"], k, "rich") for k in range(1, numbers.plazas + 1)}
    made["plazas"] = country(rich, about["country"], chance)
    made |= crime(numbers, made["plazas"], rich, about["crime"], chance)
    made |= state(made, about["state"], chance)
    return made | {"size": smallest(made, numbers, about["growth"])}


def smallest(made: dict[str, Any], numbers: Numbers, growth: dict[str, float]) -> str:
    """The smallest tables with room for these rows and for those to come; if none has, the largest.

    `growth`: rows of a table that come into being, a plaza and year.
    """
    rows = {table: len(made[table]) for table in ("plazas", "organisations", "offices", "banks", "terms")}
    rows["people"] = numbers.people + rows["offices"] + rows["banks"]
    grown = {table: count + growth.get(table, 0.0) * numbers.plazas * numbers.weeks / 52 for table, count in rows.items()}
    return next((size for size, room in SIZES.items() if all(room[table] >= count for table, count in grown.items())), list(SIZES)[-1])
