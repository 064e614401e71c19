"""The catalogue: the policies that come with the project, and those a plug-in added."""

import tomllib
from functools import cache
from importlib.resources import files

from leyenda.policies.policy import Policy

ADDED: dict[str, Policy] = {}


@cache
def built_in() -> dict[str, Policy]:
    """One policy a TOML file, by name."""
    found = sorted((file for file in files("leyenda").joinpath("policies").iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return {file.name.removesuffix(".toml"): read(file.name.removesuffix(".toml"), file.read_text("utf-8")) for file in found}


def read(name: str, content: str) -> Policy:
    """A policy from its TOML text: effects are tables of value, low, high, unit, source."""
    table = tomllib.loads(content)
    effects = table.pop("effects", {})
    return Policy(
        name=name,
        effects={rate: float(effect["value"]) for rate, effect in effects.items()},
        ranges={rate: (float(effect["low"]), float(effect["high"])) for rate, effect in effects.items()},
        sources={rate: effect["source"] for rate, effect in effects.items()},
        **{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()},
    )


def catalogue() -> dict[str, Policy]:
    """Every policy by name."""
    return built_in() | ADDED


def add(policy: Policy) -> None:
    """A plug-in's policy joins the catalogue."""
    ADDED[policy.name] = policy


def drop(policy: Policy) -> None:
    """It leaves the catalogue."""
    del ADDED[policy.name]
