"""Rule files: their docstrings, their parameters, their switches."""

import ast

import pytest
from sources import functions, parameters_read, trees

from leyenda import rules
from leyenda.rules import SCHEDULE, info, module
from leyenda.scenario import built_in

SWITCHES = (  # the list in MODEL.md
    "grudges", "ambition", "envy", "fear", "fear_of_betrayal", "hubris", "candour", "heat", "red_line", "spotlight", "fixation", "case_building",
    "protection", "withdrawal", "hand_over", "hold_up", "bribery", "memory", "ties", "pacts", "secession", "succession", "entry", "learning", "drift",
    "selection", "visible_weakness", "free_messages_from_prison", "prison_corruption", "escapes", "extradition", "task_force", "mistakes", "merger",
    "ego_in_judged_risk", "market_price", "national_heat",
)


@pytest.mark.parametrize("rule", SCHEDULE)
def test_a_rule_says_why_whence_and_how_to_switch_it_off(rule: str) -> None:
    said = module(rule).__doc__ or ""
    assert [word for word in ("Why ", "Source ", "Switch ") if f"\n{word}" not in said] == []
    assert said.lower().startswith(rule.split("_")[0])
    assert [switch for switch in info(rule).switches if switch not in said] == []


@pytest.mark.parametrize("rule", sorted(built_in()))
def test_every_parameter_is_read_and_every_one_read_exists(rule: str) -> None:
    read = {name for of, name in parameters_read() if of == rule}
    assert read == set(built_in()[rule])


@pytest.mark.parametrize("rule", sorted(built_in()))
def test_every_parameter_has_a_range_a_unit_a_meaning_and_a_source(rule: str) -> None:
    for name, p in built_in()[rule].items():
        assert p.low <= p.value <= p.high and p.low < p.high, name
        assert p.unit and p.meaning and p.source, name


def test_parameters_belong_to_rules() -> None:
    assert set(built_in()) <= {*SCHEDULE, rules.SHARED_PARAMETERS}


def test_every_switch_of_the_design_exists() -> None:
    assert set(SWITCHES) <= set(rules.switches())
    assert set(rules.switches()) == {*SWITCHES, *SCHEDULE}


def test_every_inner_switch_is_read_and_every_one_read_exists() -> None:
    read = {
        part.attr
        for _, function in functions().values()
        for part in ast.walk(function)
        if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "world.on"
    }
    assert read <= set(rules.switches())
    assert set(rules.switches()) - set(SCHEDULE) <= read


@pytest.mark.parametrize("rule", SCHEDULE)
def test_a_file_of_a_rule_ends_with_it(rule: str) -> None:
    steps = [node for node in trees()[rule].body if isinstance(node, ast.FunctionDef) and node.decorator_list]
    assert [node.name for node in steps] == [rule]
    assert all(ast.get_docstring(node) for node in trees()[rule].body if isinstance(node, ast.FunctionDef))
