"""A JSON Schema of scenario.toml, so that an editor completes and checks it while it is written."""

from collections.abc import Iterable
from typing import Any

from leyenda.policies import catalogue
from leyenda.scenario.parameters import Parameter, Parameters, known
from leyenda.scenario.policies import InForce
from leyenda.scenario.schema import TABLES, Scenario
from leyenda.world.names import INSTITUTIONS
from leyenda.world.rates import RATES, TIMES


def json_schema(switches: Iterable[str], parameters: Parameters | None = None) -> dict[str, Any]:
    """The schema of scenario.toml: its keys, every rule's parameters with default and range, every switch."""
    names = known(switches, parameters)
    schema = Scenario.model_json_schema()
    schema["properties"] = {key: value for key, value in schema["properties"].items() if key not in TABLES}
    schema["required"] = [key for key in schema["required"] if key not in TABLES]
    rows = {model.__name__ for model in TABLES.values()}
    schema["$defs"] = {key: value for key, value in schema["$defs"].items() if key not in rows}
    schema["properties"]["off"]["items"] = {"enum": list(names.switches)}
    schema["properties"]["rules"] = closed(
        {rule: closed(dict(map(entry, named.items()))) for rule, named in names.parameters.items()}
    )
    policy = schema["$defs"].pop(InForce.__name__)
    schema["properties"]["policies"] = {"type": "object", "additionalProperties": in_force(policy), "default": {}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these keys and no other."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


def in_force(policy: dict[str, Any]) -> dict[str, Any]:
    """A policy as a scenario may write it: what it does not say is the catalogue's."""
    named = {"policy": policy["properties"]["policy"] | {"examples": list(catalogue())}}
    named["institution"] = policy["properties"]["institution"] | {"enum": ["", *INSTITUTIONS]}
    named["effects"] = closed({rate: effect(*about) for rate, *about in RATES})
    return closed(policy["properties"] | named)


def effect(how: str, unit: str, meaning: str) -> dict[str, Any]:
    """What a policy does to one rate."""
    if how == TIMES:
        return {"type": "number", "minimum": 0, "description": f"{meaning}: multiplied by this"}
    return {"type": "number", "description": f"{meaning}: plus this ({unit})"}


def entry(named: tuple[str, Parameter]) -> tuple[str, dict[str, Any]]:
    """A rule parameter as a schema entry."""
    name, p = named
    meaning = f"{p.meaning} ({p.unit}; {p.source})"
    return name, {"type": "number", "minimum": p.low, "maximum": p.high, "default": p.value, "description": meaning}
