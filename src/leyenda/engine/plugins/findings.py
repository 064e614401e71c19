"""What can be said against a plug-in's rules from their text alone, before anything runs."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from leyenda import rules
from leyenda.engine.plugins.language import breaches, called
from leyenda.engine.plugins.plugin import Plugin, defined
from leyenda.engine.source import BUILTINS, SHARED, WHOLE
from leyenda.scenario.errors import InputError, nearest

LOWEST = 1000  # decisions of plug-ins are numbered from here on
DECISION_AT = {"draw": 4, "happens": 4, "asked": 3}
MADE = ("start", "advance", "njit", "np", "math", "TRUE", "FALSE")  # names that the generated file gives itself
SIGNATURE = ["world", "par", "week"]
STANDS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)


def findings(plugin: Plugin) -> Iterator[InputError]:
    """All that is wrong with the text, in the order of the checks."""
    for check in (signatures, language, constants, names, decisions, switches, numbers):
        if plugin.rules:
            yield from check(plugin)


def signatures(plugin: Plugin) -> Iterator[InputError]:
    """A rule takes the world, its parameters and the week; no function has arguments that may be left out."""
    marked = {rule.name for rule in plugin.rules}
    for function in plugin.functions:
        if function.name in marked and [argument.arg for argument in function.args.args] != SIGNATURE:
            given = ast.unparse(function.args)
            yield plugin.error(f"has the rule {function.name}({given})", function, f"{function.name}(world, par, week)")
        if function.args.defaults or function.args.kwonlyargs or function.args.vararg or function.args.kwarg:
            yield plugin.error(f"has {function.name} with arguments that may be left out", function, "plain arguments")


def language(plugin: Plugin) -> Iterator[InputError]:
    """Every function keeps to what compiles to the same bits."""
    for function in plugin.functions:
        yield from (plugin.error(says, node) for node, says in breaches(function))


def constants(plugin: Plugin) -> Iterator[InputError]:
    """What stands outside of functions is numbers with a name."""
    for node in plugin.tree.body:
        says = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not says and not isinstance(node, STANDS) and not (isinstance(node, ast.Assign) and is_number(node.value)):
            found = f"has {ast.unparse(node)[:60]!r} outside of a function"
            yield plugin.error(found, node, "functions and numbers such as NAME = 0.5 alone")


def is_number(value: ast.expr) -> bool:
    """Whether an expression is a written number, or a few of them."""
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    try:
        return all(isinstance(ast.literal_eval(part), (int, float)) for part in parts)
    except ValueError:
        return False


@cache
def of_the_model() -> dict[str, str]:
    """Every name that the model's compiled files define, with the file."""
    found = dict.fromkeys((*BUILTINS, *WHOLE.values(), *MADE), "the compiled step")
    for module in (*SHARED, *map(rules.built_in, rules.SCHEDULE)):
        for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
            found.update(dict.fromkeys(defined(node), module.__name__))
    return found


def names(plugin: Plugin) -> Iterator[InputError]:
    """No name of the model is given another meaning, and every name that is used has one."""
    for name, node in plugin.defines.items():
        if name in of_the_model() or name in rules.switches():
            owner = of_the_model().get(name, "the list of switches")
            yield plugin.error(f"defines {name}, a name that {owner} has already", node, "another name")
    known = set(plugin.defines) | imported(plugin) | set(BUILTINS)
    for function in plugin.functions:
        yield from unknown_names(plugin, function, known)


def imported(plugin: Plugin) -> set[str]:
    """What it takes from the model under the name it has there."""
    taken = [alias for node in plugin.tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    return {alias.name for alias in taken if alias.asname in (None, alias.name) and alias.name in of_the_model()}


def unknown_names(plugin: Plugin, function: ast.FunctionDef, known: set[str]) -> Iterator[InputError]:
    """Names that would mean nothing in the compiled step."""
    nodes = [node for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Name)]
    local = {argument.arg for argument in function.args.args} | {node.id for node in nodes if isinstance(node.ctx, ast.Store)}
    for node in nodes:
        if node.id not in known | local:
            where = of_the_model().get(node.id)
            expected = f"from {where} import {node.id}" if where else "a name of its own or one of the model's"
            yield plugin.error(f"uses {node.id}, which is not known in a compiled rule", node, expected)


def drawn_for(plugin: Plugin) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Every call that draws chance, with the decision it is drawn for."""
    for node in (node for function in plugin.functions for node in ast.walk(function)):
        at = DECISION_AT.get(called(node), 99)
        if isinstance(node, ast.Call) and len(node.args) > at:
            yield node, node.args[at]


def numbers_of_decisions(plugin: Plugin) -> set[int]:
    """The decisions it draws for."""
    return {vars(plugin.module)[ast.unparse(decision)] for _, decision in drawn_for(plugin) if ast.unparse(decision) in plugin.defines}


def decisions(plugin: Plugin) -> Iterator[InputError]:
    """Each decision that draws chance has a number of its own, apart from the model's."""
    for call, decision in drawn_for(plugin):
        if isinstance(decision, ast.Constant):
            yield plugin.error(f"draws for {ast.unparse(decision)}", call, f"a named decision, such as MY_DECISION = {LOWEST}")
        elif isinstance(decision, ast.Name) and decision.id in imported(plugin):
            found = f"draws for {decision.id}, a decision of the model's own"
            yield plugin.error(found, call, f"one of its own, such as MY_DECISION = {LOWEST}")
    for number in sorted(numbers_of_decisions(plugin)):
        if not LOWEST <= number < 2**31:
            yield plugin.error(f"draws for decision {number}, which may be the model's", None, f"a number from {LOWEST} on")


def switches(plugin: Plugin) -> Iterator[InputError]:
    """Every inner switch it declares is read, and every one it reads exists."""
    declared = {switch for rule in plugin.rules for switch in rule.switches} | {rule.name for rule in plugin.rules}
    read = {node.attr: node for function in plugin.functions for node in attributes(function, "world.on")}
    for switch, node in read.items():
        if switch not in declared | set(rules.switches()):
            yield plugin.error(f"reads world.on.{switch}, which no rule declares", node, "it among the switches of @ly.rule")
    for switch in sorted(declared - set(read) - {rule.name for rule in plugin.rules}):
        yield plugin.error(f"declares the switch {switch} and never reads world.on.{switch}")


def numbers(plugin: Plugin) -> Iterator[InputError]:
    """Every parameter it reads stands in the TOML, and every one that stands there is read."""
    stands = {name for named in plugin.parameters.values() for name in named}
    read = {node.attr: node for function in plugin.functions for node in attributes(function, "par")}
    beside = plugin.path.with_suffix(".toml").name
    for name, node in read.items():
        if name not in stands:
            yield plugin.error(f"reads par.{name}, which {beside} lacks", node, "", nearest(name, stands))
    for name in sorted(stands - set(read)):
        yield InputError(beside, 0, name, "is a number that no function reads as par." + name)


def attributes(function: ast.FunctionDef, of: str) -> list[ast.Attribute]:
    """Every OF.NAME in a function."""
    return [node for node in ast.walk(function) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == of]
