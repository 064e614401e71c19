"""What rules may be written in, so that compiled and plain worlds have the same bits and no draw is shared by accident."""

import ast
from collections.abc import Iterator

import pytest
from sources import BASE, functions, trees, where

from leyenda.base import decisions
from leyenda.base.decisions import LOCAL_END
from leyenda.engine.plugins.language import BREACHES, Breach, calls_a_method, draws_raw, reaches_outside
from leyenda.engine.source import generate
from leyenda.rules import SCHEDULE, module

DECISIONS = {name for name, value in vars(decisions).items() if name.isupper() and isinstance(value, int)}


def nodes(skip: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.AST]]:
    """Everything in every compiled function."""
    for module_name, function in functions().values():
        if module_name not in skip:
            yield from ((module_name, node) for statement in function.body for node in ast.walk(statement))


def test_the_lint_sees_every_rule_and_helper() -> None:
    assert set(SCHEDULE) <= set(trees()) and len(functions()) > 200 and LOCAL_END in range(100)


ALLOWED = {reaches_outside: BASE, calls_a_method: BASE, draws_raw: ("draws",)}  # where the means themselves are made


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: breach.__name__)
def test_rules_keep_to_their_language(breach: Breach) -> None:
    assert [where(name, node) for name, node in nodes(ALLOWED.get(breach, ())) if breach(node)] == []


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
