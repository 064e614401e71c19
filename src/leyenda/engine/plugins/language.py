"""What rules may be written in, so that they have the same bits compiled and as plain Python, and draw chance by key alone."""

import ast
from collections.abc import Callable, Iterator

OUTSIDE = ("np", "numpy", "math", "random", "time", "datetime", "os")
LISTS = ("sum", "sorted", "set", "dict", "list", "map", "filter", "zip", "enumerate", "any", "all")
LOOSE = (
    ast.Set, ast.SetComp, ast.Dict, ast.DictComp, ast.List, ast.ListComp, ast.GeneratorExp, ast.Yield, ast.YieldFrom, ast.Lambda,
    ast.Await, ast.Try, ast.Raise, ast.With, ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom, ast.ClassDef, ast.Match,
    ast.JoinedStr, ast.Starred,
)  # fmt: skip


def called(node: ast.AST) -> str:
    """The name of the function that is called, if this is a call by name."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def powers(node: ast.AST) -> bool:
    """The ** operator: the C library's, not the same on every machine."""
    return isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.Pow)


def reaches_outside(node: ast.AST) -> bool:
    """Something of numpy, math, random or time."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in OUTSIDE


def calls_a_method(node: ast.AST) -> bool:
    """A method, such as an array's sum, whose order of adding is not ours."""
    return isinstance(node, ast.Call) and not isinstance(node.func, ast.Name) and not reaches_outside(node.func)


def gathers(node: ast.AST) -> bool:
    """A built-in function over a whole column or list."""
    return called(node) in LISTS


def is_loose(node: ast.AST) -> bool:
    """Lists, sets, dicts, comprehensions, exceptions and the like."""
    return isinstance(node, LOOSE)


def loops_freely(node: ast.AST) -> bool:
    """A loop over something else than a range or a few written words."""
    return isinstance(node, ast.For) and called(node.iter) != "range" and not isinstance(node.iter, ast.Tuple)


def draws_raw(node: ast.AST) -> bool:
    """Chance that does not come from a keyed draw."""
    raw = isinstance(node, ast.Attribute) and ast.unparse(node) == "world.key"
    return raw or called(node) in ("mix", "random", "uniform")


Breach = Callable[[ast.AST], bool]
BREACHES: dict[Breach, str] = {
    powers: "uses **; take power or root from leyenda.base.portable",
    reaches_outside: "uses numpy, math, random or time; take exp, log, power, root from leyenda.base.portable and chance from draw",
    calls_a_method: "calls a method; loop over the column instead",
    gathers: "gathers a whole column at once; loop over range instead",
    is_loose: "uses a list, set, dict, comprehension, exception or the like; only numbers, columns and loops compile",
    loops_freely: "loops over something else than range(...)",
    draws_raw: "takes chance past draw(world, who, whom, week, DECISION)",
}


def breaches(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, str]]:
    """Where one function leaves the language, and how."""
    for statement in function.body:
        for node in ast.walk(statement):
            yield from ((node, says) for breach, says in BREACHES.items() if breach(node))
            if isinstance(node, ast.FunctionDef):
                yield node, "is a function within a function; put it on its own"
