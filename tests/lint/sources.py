"""The files that are compiled, as syntax trees, and who reads which parameter in them."""

import ast
from functools import cache
from pathlib import Path

from leyenda import rules
from leyenda.engine.plugins.language import called
from leyenda.engine.source import SHARED

BASE = ("portable", "draws", "events", "decisions")


@cache
def trees() -> dict[str, ast.Module]:
    """Every compiled module by its short name."""
    modules = [*SHARED, *(rules.module(name) for name in rules.SCHEDULE)]
    return {module.__name__.rsplit(".", 1)[1]: ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")) for module in modules}


@cache
def functions() -> dict[str, tuple[str, ast.FunctionDef]]:
    """Every function by name, with the module it is in."""
    return {node.name: (name, node) for name, tree in trees().items() for node in tree.body if isinstance(node, ast.FunctionDef)}


def where(name: str, node: ast.AST) -> str:
    """A place in the words of an error message."""
    return f"{name}.py:{getattr(node, 'lineno', 0)}: {ast.unparse(node)[:80]}"


@cache
def owners() -> dict[str, frozenset[str]]:
    """For every function with a parameter `par`: the rules whose parameters it is handed."""
    takes = {name: module for name, (module, node) in functions().items() if any(a.arg == "par" for a in node.args.args)}
    found = {name: frozenset({module} & set(rules.SCHEDULE)) for name, module in takes.items()}
    for _ in range(6):
        for name, (module, node) in functions().items():
            giver = found.get(name, frozenset({module} & set(rules.SCHEDULE)))
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and called(call) in takes and takes[called(call)] not in rules.SCHEDULE:
                    found[called(call)] |= giver
    return found


def parameters_read() -> set[tuple[str, str]]:
    """Every (rule, parameter) that some function reads, straight, through `par`, or through a shorter name."""
    return {pair for name, (_, node) in functions().items() for pair in read_in(node, owners().get(name, frozenset()))}


def read_in(node: ast.FunctionDef, par: frozenset[str]) -> set[tuple[str, str]]:
    """What one function reads."""
    short = {"par": par}
    for assignment in ast.walk(node):
        if isinstance(assignment, ast.Assign):
            for target, value in pairs(assignment):
                if isinstance(target, ast.Name) and set_of(value):
                    short[target.id] = frozenset({set_of(value)})
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute):
            named = short.get(part.value.id, frozenset()) if isinstance(part.value, ast.Name) else frozenset({set_of(part.value)} - {""})
            found |= {(rule, part.attr) for rule in named}
    return found


def pairs(node: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    """Targets and values of an assignment, taken apart if it is of tuples."""
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=True))
    return [(target, value)]


def set_of(node: ast.expr) -> str:
    """The rule whose parameters `world.par.RULE` stands for, or ""."""
    text = ast.unparse(node)
    return text.removeprefix("world.par.") if text.startswith("world.par.") and text.count(".") == 2 else ""
