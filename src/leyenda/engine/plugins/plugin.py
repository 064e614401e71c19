"""A plug-in: a user's file with rules or policies, read and run as the Python it is, and not yet in use."""

import ast
import importlib.util
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType

from leyenda.base.rule import RuleInfo
from leyenda.policies import Policy
from leyenda.scenario.errors import InputError
from leyenda.scenario.parameters import Parameter, parameters, tables


@dataclass(frozen=True, eq=False)
class Plugin:
    """A file's text and module, its rules with their parameters, its policies."""

    path: Path
    text: str
    numbers: str
    module: ModuleType
    rules: tuple[RuleInfo, ...]
    parameters: Mapping[str, Mapping[str, Parameter]]
    policies: tuple[Policy, ...]

    @cached_property
    def tree(self) -> ast.Module:
        """The file as a syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> tuple[ast.FunctionDef, ...]:
        """Its functions."""
        return tuple(node for node in self.tree.body if isinstance(node, ast.FunctionDef))

    @cached_property
    def defines(self) -> dict[str, ast.stmt]:
        """The functions and numbers it gives a name to."""
        return {name: node for node in self.tree.body for name in defined(node)}

    def error(self, found: str, node: ast.AST | None = None, expected: str = "", nearest: str = "") -> InputError:
        """Something wrong at a place in the file."""
        return InputError(self.path.name, getattr(node, "lineno", 0), "", found, expected, nearest)


def defined(node: ast.stmt) -> list[str]:
    """The names a statement gives to functions and values."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]


def read(path: Path) -> Plugin:
    """Run a user's file and see what is in it. Raises InputError if it cannot be, or holds no rule and no policy."""
    text = content_of(path)
    module = run(path, text)
    mine = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    rules = tuple(value.leyenda_rule for value in mine if hasattr(value, "leyenda_rule"))
    policies = tuple(made(path, value) for value in mine if isinstance(value, type) and issubclass(value, Policy))
    if not rules and not policies:
        raise InputError(path.name, 0, "", "holds no rule and no policy", "a function under @ly.rule() or a subclass of ly.Policy")
    beside = path.with_suffix(".toml")
    numbers = content_of(beside) if rules else ""
    return Plugin(path, text, numbers, module, rules, parameters_of(rules, numbers, beside.name), policies)


def content_of(path: Path) -> str:
    """The text of a file of a plug-in."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        expected = "the rule's numbers, a table each, in a file of this name" if path.suffix == ".toml" else "a file with a rule or policy"
        raise InputError(path.name, 0, "", f"is not in {path.parent}", expected) from None
    except OSError as error:
        raise InputError(path.name, 0, "", f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise InputError(path.name, 0, "", "is not text in UTF-8") from None


def run(path: Path, text: str) -> ModuleType:
    """The file as a module; what it does when it is run is its author's."""
    name = f"leyenda_plugin_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None:
        raise InputError(path.name, 0, "", "is no Python file", "a name that ends in .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # what is defined in it finds its module by this name
    try:
        exec(compile(text, str(path), "exec"), vars(module))
    except SyntaxError as error:
        raise InputError(path.name, error.lineno or 0, "", f"is not valid Python ({error.msg})") from None
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        raise InputError(path.name, (lines[-1] if lines else 0) or 0, "", f"cannot be run ({type(error).__name__}: {error})") from None
    return module


def made(path: Path, policy: type[Policy]) -> Policy:
    """A policy of the class in the file."""
    try:
        return policy()
    except Exception as error:
        raise InputError(path.name, 0, policy.__name__, f"cannot be made ({type(error).__name__}: {error})") from None


def parameters_of(rules: tuple[RuleInfo, ...], numbers: str, file: str) -> dict[str, Mapping[str, Parameter]]:
    """The parameters of each rule: a table each; where a file holds several rules, within a table for the rule."""
    found = tables(numbers, file)
    if len(rules) > 1:
        return {rule.name: parameters(table(found, rule.name, file), file) for rule in rules}
    return {rule.name: parameters(found, file) for rule in rules}


def table(tables: Mapping[str, object], rule: str, file: str) -> Mapping[str, object]:
    """One rule's part of a file that serves several."""
    found = tables.get(rule)
    if not isinstance(found, dict):
        raise InputError(file, 0, rule, "is missing", f"a table a number, such as [{rule}.NAME]")
    return found
