"""What the rules let a scenario set: parameters, each declared in a TOML file beside its rule, and switches."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import Field, ValidationError

from leyenda.scenario.columns import Content, FrozenDict, text
from leyenda.scenario.errors import InputError, shown

Parameters = Mapping[str, Mapping[str, "Parameter"]]
ADDED: dict[str, Mapping[str, "Parameter"]] = {}  # those of plug-ins' rules

Finite = Annotated[float, Field(allow_inf_nan=False)]


class Parameter(Content):
    """A number in a rule: its default, the range worth trying, its unit, what it means and where it comes from."""

    value: Finite
    low: Finite
    high: Finite
    unit: str
    meaning: str = text("what it means")
    source: str = text("where the default and the range come from")


@dataclass(frozen=True)
class Known:
    """All a scenario may name: parameters by rule, and switches."""

    parameters: Parameters = field(default_factory=FrozenDict)
    switches: tuple[str, ...] = ()


def known(switches: Iterable[str], parameters: Parameters | None = None) -> Known:
    """What may be named: these switches, and these parameters (default: those of the rules in use)."""
    return Known(declared() if parameters is None else parameters, tuple(sorted(set(switches))))


def declared() -> Parameters:
    """The parameters of the rules in use: the model's own and those of plug-ins."""
    return FrozenDict({**built_in(), **ADDED})


@cache
def built_in() -> Parameters:
    """The parameters of the built-in rules, by rule and name. A rule without a TOML file has none."""
    folder = files("leyenda").joinpath("rules")
    tomls = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return FrozenDict({f.name.removesuffix(".toml"): parse(f.read_text("utf-8"), f.name) for f in tomls})


def parse(content: str, file: str) -> Mapping[str, Parameter]:
    """The parameters in one TOML text: a table each. Raises InputError naming `file`."""
    return parameters(tables(content, file), file)


def tables(content: str, file: str) -> dict[str, Any]:
    """The tables of one TOML text. Raises InputError naming `file`."""
    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputError(file, 0, "", f"is not valid TOML ({error})") from None


def parameters(tables: Mapping[str, Any], file: str) -> Mapping[str, Parameter]:
    """A parameter a table."""
    return FrozenDict({name: one(name, table, file) for name, table in tables.items()})


def one(name: str, table: Any, file: str) -> Parameter:
    """One checked parameter."""
    try:
        parameter = Parameter.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join([name, *map(str, first["loc"])])
        raise InputError(file, 0, key, f"is {shown(first['input'])}", first["msg"]) from None
    if not parameter.low <= parameter.value <= parameter.high:
        raise InputError(file, 0, f"{name}.value", f"is {parameter.value}", f"from {parameter.low} to {parameter.high}")
    return parameter
