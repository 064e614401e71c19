"""check_rule runs a user's rule in the smallest world and says what it does wrong there."""

from typing import Any

import pytest
from texts import EXAMPLES, NUMBER, RULE, TOP, Write

import leyenda
from leyenda import rules
from leyenda.engine.plugins import check_rule as checker
from leyenda.engine.plugins import none_used
from leyenda.engine.plugins.plugin import Plugin


def doing(line: str, before: str = "") -> str:
    """A rule that does this."""
    return f"{TOP}{before}\n@ly.rule()\ndef fatigue(world, par, week):\n    x = par.rate\n    {line}\n"


def test_nothing_is_wrong_with_the_example_by_path_or_function() -> None:
    assert leyenda.check_rule(EXAMPLES / "my_rule.py") == []
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    assert leyenda.check_rule(rules.info("desertion").function) == []
    assert "desertion" in rules.schedule()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (doing("world.organisations.treasury[0] += 1.0"), "the ledger does not close for organisations: 1 M$ in week 0 came or went without"),
        (doing("world.people.ego[0] = 1.5"), "people.ego leaves its range, 0 to 1"),
        (doing("world.people.ego[0] = 0.0 / (x - 0.5)"), "people.ego leaves its range"),
        (doing("world.people.ego[1000000] = x"), "stops with IndexError"),
        (doing("world.people.nose[0] = 1.0"), "stops with AttributeError"),
    ],
)
def test_what_it_does_wrong_is_said(text: str, says: str, write: Write) -> None:
    found = leyenda.check_rule(write(text))
    assert any(says in sentence for sentence in found), found
    assert all(sentence.startswith("fatigue.py") and "\n" not in sentence for sentence in found)


def test_all_that_is_wrong_with_the_text_is_said_at_once(write: Write) -> None:
    found = leyenda.check_rule(write(RULE.replace("Why ", "How ").replace("*= par.rate", "*= 2 ** par.rat")))
    assert [sentence.split(": ", 1)[1].split(";")[0] for sentence in found] == [
        "does not say Why at its top", "uses **", "reads par.rat, which fatigue.toml lacks", "rate is a number that no function reads as par.rate.",
    ]  # fmt: skip


def test_a_rule_with_a_memory_outside_of_the_world_does_not_run_alike_twice(write: Write) -> None:
    text = TOP + "from leyenda.base import events\n\n@ly.rule()\ndef fatigue(world, par, week):\n    world.organisations.defeat[0] = par.rate\n"
    path = write(text)
    assert leyenda.check_rule(path) == []
    turns = iter(range(10**6))
    with none_used(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(checker, "run", lambda scenario, world: spoiled(next(turns), scenario, world))
        found = leyenda.check_rule(path)
    assert any("does not run alike twice: flows.seized differs" in sentence for sentence in found)
    assert any("has an effect when it is off: flows.seized differs" in sentence for sentence in found)


def spoiled(turn: int, scenario: leyenda.Scenario, world: int) -> tuple[object, object]:
    """A world into which something else got."""
    opening, block = HONEST(scenario, world)
    block["flows"]["seized"] += turn
    return opening, block


HONEST = checker.run


def test_a_rule_that_differs_compiled_is_found(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    @leyenda.rule()
    def fatigue(world: Any, par: Any, week: int) -> None:
        world.organisations.defeat[:] = 0.1

    def join_another(plugin: Plugin) -> None:
        honest(plugin)
        vars(plugin.module)["fatigue"] = fatigue

    honest = checker.join
    monkeypatch.setattr(checker, "join", join_another)
    assert any("is not the same compiled: organisations.defeat differs in week 0" in found for found in leyenda.check_rule(write(RULE)))


def test_what_numba_cannot_type_is_a_sentence(write: Write) -> None:
    text = doing('x = "late" if week > 3 else x')
    found = leyenda.check_rule(write(text))
    assert len(found) == 1 and "cannot be compiled: " in found[0] and len(found[0]) < 400


def test_a_file_of_policies_or_a_function_of_no_file_holds_no_rule() -> None:
    assert "holds no rule" in leyenda.check_rule(EXAMPLES / "my_policy.py")[0]
    scope: dict[str, object] = {}
    exec("def homeless(world, par, week): pass", scope)
    assert leyenda.check_rule(scope["homeless"]) == ["homeless is in no file; expected a rule in a file of its own."]  # type: ignore[arg-type]


def test_checking_leaves_what_is_in_use_as_it_was(write: Write) -> None:
    leyenda.use_plugin(write(numbers=f"rate = {NUMBER}"))
    week = rules.schedule()
    leyenda.check_rule(EXAMPLES / "my_rule.py")
    assert rules.schedule() == week
