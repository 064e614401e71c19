"""One generated file that holds everything a week needs, named by the hash of all it was made from.

Why     Numba's disk cache does not notice an edit in an imported module; a file named by the hash of every rule does.
        The functions are copied, never changed: with the compiler off the originals run as plain Python.
"""

import ast
import hashlib
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import leyenda.base.decisions
import leyenda.base.draws
import leyenda.base.events
import leyenda.base.portable
import leyenda.world.authorities
import leyenda.world.careers
import leyenda.world.custody
import leyenda.world.feelings
import leyenda.world.ledger
import leyenda.world.measures
import leyenda.world.names
import leyenda.world.orders
import leyenda.world.policies
import leyenda.world.record
import leyenda.world.seats
import leyenda.world.stakes
import leyenda.world.start

SHARED: tuple[ModuleType, ...] = (
    leyenda.base.portable,
    leyenda.base.draws,
    leyenda.base.events,
    leyenda.base.decisions,
    leyenda.world.names,
    leyenda.world.ledger,
    leyenda.world.policies,
    leyenda.world.stakes,
    leyenda.world.measures,
    leyenda.world.feelings,
    leyenda.world.authorities,
    leyenda.world.careers,
    leyenda.world.seats,
    leyenda.world.custody,
    leyenda.world.orders,
    leyenda.world.record,
    leyenda.world.start,
)
HEADER = '''"""Generated from the rules; edit those."""
import math
import numpy as np
from numba import njit
from leyenda.engine.inner import Inner
'''
ALIKE = "error_model='numpy', nogil=True, _nrt=False, no_rewrites=True"
PLAIN = f"@njit({ALIKE}, no_cpython_wrapper=True, no_cfunc_wrapper=True, pipeline_class=Inner)"
WITHIN = PLAIN.replace("@njit(", "@njit(forceinline=True, ")
TOP = f"@njit({ALIKE}, cache=True)"


def keep(node: ast.stmt) -> bool:
    """Functions and constants go into the file; imports, docstrings and record declarations do not."""
    if isinstance(node, ast.FunctionDef):
        return True
    if not isinstance(node, ast.Assign):
        return False
    return not (isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "Record")


class Plainer(ast.NodeTransformer):
    """Functions without decorators, annotations and docstrings, whose whole numbers are not literal types.

    Numba compiles a function anew for every literal whole number it is called with; np.int64 constants share one version.
    """

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.decorator_list = []
        node.returns = None
        for argument in node.args.args:
            argument.annotation = None
        if ast.get_docstring(node) and len(node.body) > 1:
            node.body = node.body[1:]
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id not in BUILTINS:
            node.args = [shared(argument) for argument in node.args]
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        self.generic_visit(node)
        if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "range":
            node.value.func = ast.parse("np.arange", mode="eval").body
        elif isinstance(node.value, ast.Tuple):
            node.value.elts = [self.widened(part, node) for part in node.value.elts]
        else:
            node.value = self.widened(node.value, node)
        return node

    def widened(self, value: ast.expr, node: ast.Assign) -> ast.expr:
        """A literal whole number that is given a name: not a type of its own."""
        if node.col_offset == 0 and isinstance(value, ast.Constant) and type(value.value) is int:
            return ast.parse(f"np.int64({value.value})", mode="eval").body
        return value if node.col_offset == 0 else shared(value)


AROUND = ("survey", "record")  # before and after the rules, each compiled by itself like a rule
BUILTINS = ("range", "len", "min", "max", "abs", "int", "float")
WHOLE = {value: f"WHOLE_{value}".replace("-", "MINUS_") for value in range(-1, 100)}


def shared(argument: ast.expr) -> ast.expr:
    """A literal whole number as the constant of that name in the header."""
    value = ast.literal_eval(argument) if isinstance(argument, (ast.Constant, ast.UnaryOp)) and not_named(argument) else None
    if isinstance(value, bool):
        return ast.Name(str(value).upper(), ast.Load())
    return ast.Name(WHOLE[value], ast.Load()) if isinstance(value, int) and value in WHOLE else argument


def not_named(node: ast.expr) -> bool:
    """Whether an expression is made of literals alone."""
    return all(isinstance(part, (ast.Constant, ast.UnaryOp, ast.USub)) for part in ast.walk(node))


def flatten(path: str) -> list[ast.stmt]:
    """The kept statements of one module."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    return [Plainer().visit(node) for node in tree.body if keep(node)]


def schedule(rules: Sequence[str]) -> str:
    """The first moment and the week as the list of its rules, each behind its own switch."""
    lines = [TOP, "def start(world):", "    begin(world)", "", TOP, "def advance(world, first, last):"]
    lines += ["    for week in range(first, last):", "        survey(world, week)"]
    for name in rules:
        lines.append(f"        if world.on.{name}:\n            {name}(world, world.par.{name}, week)")
    lines += ["        record(world, week)", "        if world.error != 0:", "            return"]
    return "\n".join(lines)


def together(modules: Sequence[ModuleType]) -> list[ast.stmt]:
    """The kept statements of all modules; no two functions have one name."""
    nodes: list[ast.stmt] = []
    seen: dict[str, str] = {}
    for module in modules:
        assert module.__file__ is not None
        for node in flatten(module.__file__):
            if isinstance(node, ast.FunctionDef):
                if node.name in seen:
                    raise ValueError(f"{module.__name__}.{node.name} has the name of {seen[node.name]}.{node.name}; rename one")
                seen[node.name] = module.__name__
            nodes.append(node)
    return nodes


def calls(nodes: Iterable[ast.stmt]) -> Counter[str]:
    """From how many places each function is called."""
    return Counter(ast.unparse(part.func) for node in nodes for part in ast.walk(node) if isinstance(part, ast.Call))


def generate(modules: Sequence[ModuleType], rules: Sequence[str]) -> str:
    """The text of the generated file. What is called from one place only is taken in there whole."""
    nodes = together((*SHARED, *modules))
    places, compiled_alone = calls(nodes), (*AROUND, *rules)
    parts = [HEADER, "TRUE, FALSE = np.bool_(True), np.bool_(False)", *(f"{name} = np.int64({value})" for value, name in WHOLE.items())]
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            parts.append(TOP if node.name in compiled_alone else WITHIN if places[node.name] == 1 else PLAIN)
        parts.append(ast.unparse(node))
    return "\n".join((*parts, schedule(rules))) + "\n"


def cache_folder() -> Path:
    """Where compiled steps are kept: LEYENDA_CACHE, else the user's cache folder, else a temporary one."""
    base = os.environ.get("LEYENDA_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / "leyenda"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / "leyenda"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def written(text: str, layout: str) -> Path:
    """The generated file on disk, written once under the hash of its content and of what compiles it."""
    import numba
    import numpy

    about = "\n".join((text, layout, numba.__version__, numpy.__version__, sys.version))
    path = cache_folder() / f"step_{hashlib.sha256(about.encode()).hexdigest()[:16]}.py"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".tmp", delete=False, encoding="utf-8") as file:
            file.write(text)
        os.replace(file.name, path)
    return path
