"""What rules may be written in, so that compiled and plain worlds have the same bits and no draw is shared by accident."""

import ast
from collections.abc import Iterator

import pytest
from sources import BASE, called, functions, trees, where

from leyenda.base import decisions
from leyenda.base.decisions import LOCAL_END
from leyenda.engine.source import generate
from leyenda.rules import SCHEDULE, module

REDUCTIONS = {"sum", "mean", "min", "max", "any", "all", "std", "var", "prod", "cumsum", "argmax", "argmin", "argsort", "sort", "dot"}
LOOSE = (ast.Set, ast.SetComp, ast.Dict, ast.DictComp, ast.GeneratorExp, ast.ListComp, ast.Yield, ast.YieldFrom, ast.Lambda, ast.Await, ast.Try)
DECISIONS = {name for name, value in vars(decisions).items() if name.isupper() and isinstance(value, int)}


def nodes(skip: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.AST]]:
    """Everything in every compiled function."""
    for module_name, function in functions().values():
        if module_name not in skip:
            yield from ((module_name, node) for node in ast.walk(function))


def test_the_lint_sees_every_rule_and_helper() -> None:
    assert set(SCHEDULE) <= set(trees()) and len(functions()) > 200 and LOCAL_END in range(100)


def test_no_power_operator_and_no_floor_division_by_a_variable() -> None:
    assert [where(name, node) for name, node in nodes() if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)] == []


def test_no_functions_of_numpy_or_math_outside_base() -> None:
    used = [
        where(name, node) for name, node in nodes(BASE)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("np", "math", "numpy", "random")
    ]
    assert used == []


def test_no_reductions_and_no_methods_of_arrays() -> None:
    used = [where(name, node) for name, node in nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in REDUCTIONS]
    assert used == []
    built_in = [where(name, node) for name, node in nodes() if isinstance(node, ast.Call) and called(node) in ("sum", "sorted", "set", "dict", "map", "any", "all")]
    assert built_in == []


def test_no_sets_dicts_generators_or_comprehensions() -> None:
    assert [where(name, node) for name, node in nodes() if isinstance(node, LOOSE)] == []


def test_loops_run_over_ranges_or_a_few_written_words() -> None:
    loose = [
        where(name, node.iter) for name, node in nodes()
        if isinstance(node, ast.For) and not (isinstance(node.iter, ast.Call) and called(node.iter) == "range") and not isinstance(node.iter, ast.Tuple)
    ]
    assert loose == []


def test_chance_comes_from_keyed_draws_alone() -> None:
    raw = [where(name, node) for name, node in nodes(("draws",)) if isinstance(node, ast.Call) and called(node) in ("mix", "random", "uniform")]
    keyed = [where(name, node) for name, node in nodes(("draws",)) if isinstance(node, ast.Attribute) and ast.unparse(node) == "world.key"]
    assert raw == keyed == []


def uses() -> dict[str, list[str]]:
    """Where each decision is drawn for."""
    found: dict[str, list[str]] = {name: [] for name in DECISIONS}
    for name, node in nodes():
        if isinstance(node, ast.Name) and node.id in found:
            found[node.id].append(where(name, node))
    return found


@pytest.mark.parametrize("decision", sorted(DECISIONS))
def test_a_decision_is_drawn_for_in_one_place(decision: str) -> None:
    assert len(uses()[decision]) <= 1


def test_decisions_have_numbers_of_their_own_and_none_is_left_over() -> None:
    numbers = [getattr(decisions, name) for name in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    assert sorted(name for name, places in uses().items() if not places) == []


def test_function_names_are_unique_and_the_generator_says_so() -> None:
    named = [node.name for tree in trees().values() for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert len(named) == len(set(named))
    with pytest.raises(ValueError, match="rename one"):
        generate([module("trade"), module("trade")], SCHEDULE)
