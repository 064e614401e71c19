"""The appendices: every field of every table, and every switch with all that reads it."""

import ast
import inspect
from collections.abc import Iterator

from leyenda.base.fields import Field
from leyenda.engine import build, surroundings
from leyenda.results.odd import reading
from leyenda.results.odd.concepts import compiled
from leyenda.results.odd.elements import state_heading
from leyenda.results.odd.markdown import code, codes, span, table
from leyenda.results.odd.submodels import meanings
from leyenda.results.odd.texts import groups, part
from leyenda.rules import info, module, schedule
from leyenda.rules import switches as all_switches
from leyenda.world.layout import TABLES

STARTS = (build, surroundings)


def state_variables() -> Iterator[str]:
    """Every field of every table, with unit and range."""
    yield from ("## Appendix A: state variables", "", part("state_variables"))
    for name in (name for group in groups()["group"] for name in group["tables"]):
        yield from (f"#### {state_heading(name)}", "", f"{TABLES[name].meaning.capitalize()}.", "")
        yield from table(("field", "unit", "range", "meaning"), (row(key, field) for key, field in TABLES[name].fields.items()))


def row(name: str, field: Field) -> tuple[str, ...]:
    """One field; what it has one of for each of is said after its name."""
    each = f" for each of {', '.join(map(str, field.each))}" if field.each else ""
    return code(name), field.unit, span(field.low, field.high), field.meaning + each


def switches() -> Iterator[str]:
    """Every switch: what off means, and which functions read it."""
    yield from ("## Appendix B: switches", "", part("switches"))
    yield from table(("switch", "of the rules", "when it is off", "read by"), map(switch, all_switches()))


def switch(name: str) -> tuple[str, ...]:
    """One switch in a line."""
    rules = [rule for rule in schedule() if name in (rule, *info(rule).switches, *reading.said(module(rule)).off)]
    means = meanings(name) or "the rule is left out of the week"
    readers = [step.name for _, where in compiled() for step in reading.steps(where) if name in step.switches]
    return code(name), codes(rules), means, codes([*readers, *at_the_start(name)])


def at_the_start(name: str) -> Iterator[str]:
    """Functions that build a world otherwise with a switch off."""
    for start in STARTS:
        for node in ast.parse(inspect.getsource(start)).body:
            if isinstance(node, ast.FunctionDef) and repr(name) in map(ast.unparse, asked_of_scenario(node)):
                yield node.name


def asked_of_scenario(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What a function looks for among the switches that a scenario turns off."""
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "scenario.off":
            yield node.left
