"""The equations of a function: what it reckons, with the conditions and loops around it, and without its bookkeeping."""

import ast
import re
from collections.abc import Iterator

INDENT = "    "
SHORTER = (
    (r"range\((?:world\.)?(\w+)\.count\)", r"\1"),
    (r"^( *\w+, [\w, ]+ = )\((.*)\)$", r"\1\2"),
    (r"\b(world|par|week), ", ""),
    (r"\bworld\.", ""),
    (r"(?<=\d)\.0\b", ""),
)


def equations(node: ast.FunctionDef) -> list[str]:
    """Where a parameter acts, or a number is returned or changed by another, and what these are made of; empty if there is none."""
    statements = list(simple(node.body))
    short = {alias: meant for n in statements if isinstance(n, ast.Assign) for alias, meant in sets_of_parameters(n)}
    kept = [n for n in statements if acts_on(n, {"par", *short}) or reckons(n)]
    if not kept:
        return []
    kept += [n for n in statements if isinstance(n, (ast.Return, ast.Continue, ast.Break)) and ast.unparse(n) != "return event"]
    while more := [n for n in statements if n not in kept and feeds(n, kept)] + conditions(node, kept):
        kept += more
    return [shortened(line, short) for line in written(node.body, kept)]


def simple(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Statements without the ones within them; of an if its condition."""
    for statement in body:
        if isinstance(statement, ast.If):
            yield statement.test
            yield from simple(statement.body + statement.orelse)
        elif isinstance(statement, (ast.For, ast.While)):
            yield from simple(statement.body)
        else:
            yield statement


def pairs(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Targets and values of an assignment, taken apart if both are tuples."""
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


def sets_of_parameters(node: ast.Assign) -> Iterator[tuple[str, str]]:
    """Names that stand for the parameters of a rule from an assignment on, such as common = world.par.measures, and what they stand for."""
    yield from ((ast.unparse(to), ast.unparse(what)) for to, what in pairs(node) if re.fullmatch(r"world\.par\.\w+", ast.unparse(what)))


def acts_on(statement: ast.AST, short: set[str]) -> bool:
    """Whether a parameter is read in a statement."""
    read = (ast.unparse(n) for n in ast.walk(statement) if isinstance(n, ast.Attribute))
    return any(text.split(".")[0] in short or re.match(r"world\.par\.\w+\.\w+", text) for text in read)


def reckons(statement: ast.AST) -> bool:
    """Whether a statement returns something reckoned, or changes a state by something reckoned; counting up is no reckoning."""
    if isinstance(statement, ast.Return):
        return any(isinstance(n, ast.BinOp) for n in ast.walk(statement))
    if not isinstance(statement, (ast.Assign, ast.AugAssign)):
        return False
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    sums = (n for n in ast.walk(statement) if isinstance(n, ast.BinOp) and not isinstance(n.right, ast.Constant))
    made = isinstance(statement, ast.AugAssign) or any(sums)
    return made and isinstance(target, (ast.Subscript, ast.Attribute)) and not isinstance(statement.value, ast.Constant)


def conditions(node: ast.FunctionDef, kept: list[ast.AST]) -> list[ast.AST]:
    """The conditions, not yet kept, under which something kept stands."""
    found = [n for n in ast.walk(node) if isinstance(n, ast.If) and n.test not in kept]
    return [n.test for n in found if any(inner in kept for inner in simple(n.body + n.orelse))]


def feeds(statement: ast.AST, kept: list[ast.AST]) -> bool:
    """Whether what a statement reckons or looks up is read in one of those kept; to name a table or write an event is no reckoning."""
    if "emit(" in ast.unparse(statement):
        return False
    if isinstance(statement, ast.Assign):
        made = {to.id for to, what in pairs(statement) if isinstance(to, ast.Name) and not isinstance(what, ast.Attribute)}
    else:
        made = {statement.target.id} if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name) else set()
    read = {n.id for other in kept for n in ast.walk(other) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    changed = {other.target.id for other in kept if isinstance(other, ast.AugAssign) and isinstance(other.target, ast.Name)}
    return bool(made & (read | changed))


def written(body: list[ast.stmt], kept: list[ast.AST], indent: str = "") -> Iterator[str]:
    """The statements that are kept, with the conditions and loops around them."""
    for statement in body:
        if isinstance(statement, ast.If):
            yield from choice(statement, kept, indent)
        elif isinstance(statement, ast.For):
            inner = list(written(statement.body, kept, indent + INDENT))
            yield from (f"{indent}for {ast.unparse(statement.target)} in {ast.unparse(statement.iter)}:", *inner) if inner else ()
        elif statement in kept:
            yield indent + ast.unparse(statement)


def choice(statement: ast.If, kept: list[ast.AST], indent: str, word: str = "if") -> Iterator[str]:
    """A condition, what is kept under it, and what is kept otherwise."""
    inner = list(written(statement.body, kept, indent + INDENT))
    again = statement.orelse[0] if len(statement.orelse) == 1 else None
    other = list(choice(again, kept, indent, "elif") if isinstance(again, ast.If) else written(statement.orelse, kept, indent + INDENT))
    if inner or other or statement.test in kept:
        yield f"{indent}{word} {ast.unparse(statement.test)}:"
        yield from inner or [f"{indent}{INDENT}..."]
        yield from (f"{indent}else:",) if other and not isinstance(again, ast.If) else ()
        yield from other


def shortened(text: str, short: dict[str, str]) -> str:
    """A statement as it is read aloud: what stands in every line left out, and short names for parameters written out."""
    for alias, meant in short.items():
        text = re.sub(rf"(?<![\w.]){alias}\.", f"{meant}.", text)
    for pattern, instead in SHORTER:
        text = re.sub(pattern, instead, text)
    return text
