"""Scenarios: what they hold, how they are read and checked, and what is said when something is wrong with one."""

from leyenda.scenario.editor import json_schema
from leyenda.scenario.errors import InputError
from leyenda.scenario.loading import dump, load, names, to_toml
from leyenda.scenario.parameters import Known, Parameter, Parameters, built_in, declared, known, parse
from leyenda.scenario.schema import Scenario

__all__ = [
    "InputError",
    "Known",
    "Parameter",
    "Parameters",
    "Scenario",
    "built_in",
    "declared",
    "dump",
    "json_schema",
    "known",
    "load",
    "names",
    "parse",
    "to_toml",
]
