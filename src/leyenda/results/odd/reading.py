"""What the text of a rule says of itself: its docstring taken apart, and its functions one by one."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from leyenda.base import decisions
from leyenda.results.odd.equations import equations
from leyenda.world import names, policies, rates

DECISIONS = frozenset(name for name, value in vars(decisions).items() if name.isupper() and isinstance(value, int))
CHANGED = {name: rates.NAMES[number] for name, number in vars(policies).items() if isinstance(number, int) and not hasattr(names, name)}
PART = re.compile(r"^(Why|Source|Switch)\s+", re.MULTILINE)
SWITCH = re.compile(r"((?:\w+, )*\w+): off, (.*?)(?=\.? (?:\w+, )*\w+: off,|$)")


@dataclass(frozen=True)
class Said:
    """The docstring of a module: what it is about, why, after whom, and what each switch means when it is off."""

    about: str
    why: str
    source: str
    off: dict[str, str]


@dataclass(frozen=True)
class Step:
    """A function: what it does, what it calls, chances it draws, events it writes, rates and switches it reads, and its equations."""

    name: str
    says: str
    calls: tuple[str, ...]
    draws: tuple[str, ...]
    events: tuple[str, ...]
    rates: tuple[str, ...]
    switches: tuple[str, ...]
    equations: tuple[str, ...]


def said(module: ModuleType) -> Said:
    """A module's docstring, taken apart."""
    about, *parts = PART.split(inspect.cleandoc(module.__doc__ or ""))
    texts = {key: " ".join(text.split()) for key, text in zip(parts[::2], parts[1::2], strict=True)}
    off = {name: means.rstrip(".") for found in SWITCH.findall(texts.get("Switch", "")) for name, means in named(found)}
    return Said(" ".join(about.split()), texts.get("Why", ""), texts.get("Source", ""), off)


def named(found: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """A meaning for each of the switches it is said of."""
    yield from ((name, found[1]) for name in found[0].split(", "))


@cache
def steps(module: ModuleType) -> tuple[Step, ...]:
    """The functions of a module, in their order."""
    return tuple(step(node) for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.FunctionDef))


def step(node: ast.FunctionDef) -> Step:
    """One function."""
    doc = " ".join((ast.get_docstring(node) or "").split())
    within = (n for statement in node.body for n in ast.walk(statement) if isinstance(n, ast.expr))
    inside = sorted(within, key=lambda n: (n.lineno, n.col_offset))
    called = [n.func.id for n in inside if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    drawn = [n.id for n in inside if isinstance(n, ast.Name) and n.id in DECISIONS]
    written = [kind(n) for n in inside if isinstance(n, ast.Call) and ast.unparse(n.func) == "emit"]
    changed = [CHANGED[n.id] for n in inside if isinstance(n, ast.Name) and n.id in CHANGED]
    read = [n.attr for n in inside if isinstance(n, ast.Attribute) and ast.unparse(n.value) == "world.on"]
    return Step(node.name, doc, once(called), once(drawn), once(written), once(changed), once(read), tuple(equations(node)))


def once(found: list[str]) -> tuple[str, ...]:
    """Each once, in the order of their first appearance."""
    return tuple(dict.fromkeys(found))


def kind(call: ast.Call) -> str:
    """The kind of event a call writes."""
    return names.EVENTS[getattr(names, ast.unparse(call.args[2]))]
