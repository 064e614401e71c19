"""The table of rates, the constants that rules use for them, and the rules that read them say the same."""

import ast
from pathlib import Path

import pytest

import leyenda
from leyenda import rules
from leyenda.engine.build import template
from leyenda.engine.source import SHARED
from leyenda.world import policies
from leyenda.world.rates import NAMES, RATES, TIMES

OTHERWISE_CALLED = {"ARREST": "ARREST_RATE", "SEIZURE": "SEIZURE_RATE", "EXTRADITION": "EXTRADITION_RATE", "WAR": "WAR_RATE", "PEACE": "PEACE_RATE"}


def constant(rate: str) -> str:
    """The name of a rate in world/policies.py: its own, unless an event or an institution has it."""
    return OTHERWISE_CALLED.get(rate.upper(), rate.upper())


def readers() -> dict[str, list[str]]:
    """By constant, the files in which `rate(world, CONSTANT, ...)` is read."""
    found: dict[str, list[str]] = {}
    for module in (*SHARED, *map(rules.module, rules.SCHEDULE)):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "rate":
                which = node.args[1]
                for name in (which.body, which.orelse) if isinstance(which, ast.IfExp) else (which,):
                    found.setdefault(ast.unparse(name), []).append(module.__name__)
    return found


@pytest.mark.parametrize("rate", NAMES)
def test_its_constant_is_its_place_in_the_table_and_some_rule_reads_it(rate: str) -> None:
    assert getattr(policies, constant(rate)) == NAMES.index(rate)
    assert readers()[constant(rate)]


def test_a_world_is_told_how_each_changes() -> None:
    told = template(leyenda.load("two-plazas"))["rates"]["multiplies"]
    assert told.tolist() == [how == TIMES for _, how, _, _ in RATES]


def test_no_rule_reads_a_rate_that_is_not_declared() -> None:
    assert set(readers()) == {constant(rate) for rate in NAMES}
