"""Causes put to the test: answers that are known, vetoes that touch nothing, and what cannot be tested."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import leyenda
from leyenda.cli import main
from leyenda.results.runs import Runs
from leyenda.results.simulate import simulate
from leyenda.results.why import History
from leyenda.studies.why_events import NEVER, OTHERWISE, SAME, SPAN, said, veto_on
from leyenda.studies.why_test import Replay, UntestableError, put_to_test, weigh
from leyenda.studies.why_words import answer, listed

sys.path.append(str(Path(__file__).parents[1] / "reproducibility"))


@pytest.fixture(scope="module")
def runs() -> Runs:
    """A few small worlds."""
    return simulate(leyenda.load("two-plazas"), worlds=12, threads=1)


@pytest.fixture(scope="module")
def apart() -> Runs:
    """A world of two halves that share nothing."""
    from islands import islands

    return simulate(islands(), worlds=1, threads=1)


def pairs(runs: Runs, effect: str, cause: str) -> Iterator[tuple[int, int, int]]:
    """Worlds, events of a kind, and a cause of another kind straight behind them."""
    for world in runs.worlds.tolist():
        history = History(runs, world)
        for event, links in history.links.items():
            for _, number in links:
                if history.kinds[event] == effect and history.kinds[number] == cause:
                    yield world, event, number


def test_without_the_red_line_there_is_no_task_force(runs: Runs) -> None:
    tried = 0
    for world, event, red_line in pairs(runs, "task_force", "red_line"):
        weeks = History(runs, world).events["week"]
        if tried == 3 or weeks[event] > weeks[red_line] + 1:
            continue
        trial = put_to_test(runs, world, event, 20, 1, False)
        cause = next(cause for cause in trial.causes if red_line in (cause.event, *cause.also))
        assert cause.replay in (NEVER, OTHERWISE) and cause.kept > cause.vetoed + 0.3
        assert f"Without the attack on {History(runs, world).names.person(said_whom(runs, world, red_line))}" in answer(trial, History(runs, world))
        tried += 1
    assert tried == 3


def said_whom(runs: Runs, world: int, event: int) -> int:
    """Whom an event befell."""
    return int(History(runs, world).events["whom"][event])


def test_the_order_and_the_red_line_are_one_decision(runs: Runs) -> None:
    world, event, red_line = next(pairs(runs, "task_force", "red_line"))
    trial = put_to_test(runs, world, event, 1, 1, False)
    cause = next(cause for cause in trial.causes if red_line in (cause.event, *cause.also))
    kinds = {History(runs, world).kinds[number] for number in (cause.event, *cause.also)}
    assert kinds == {"red_line", "order"}


def test_a_veto_on_the_other_side_of_an_unconnected_country_changes_nothing(apart: Runs) -> None:
    history = History(apart, 0)
    plazas = history.events["plaza"]
    event = max(e for e, kind in enumerate(history.kinds) if plazas[e] == 2 and kind in ("bribe", "drop_protection", "enter", "retire"))
    causes = [e for e, kind in enumerate(history.kinds[:event]) if plazas[e] == 0 and kind in ("bribe", "drop_protection", "retire")][:3]
    trial = Replay(apart, 0, event).trial(dict.fromkeys(causes, 1.0), 5, 1, False)
    assert len(trial.causes) == len(causes) > 0
    for cause in trial.causes:
        assert cause.replay == SAME and cause.kept == cause.vetoed


def test_threads_make_no_difference(runs: Runs) -> None:
    world, event, _ = next(pairs(runs, "arrest", "task_force"))
    assert put_to_test(runs, world, event, 8, 1, False) == put_to_test(runs, world, event, 8, 2, False)


def test_a_veto_leaves_the_events_own_decision_free(runs: Runs) -> None:
    for world in runs.worlds.tolist():
        replay = Replay(runs, world, len(History(runs, world).kinds) // 2)
        own = veto_on(replay.event)
        past = replay.begin()
        if own is not None and replay.event.week > SPAN:
            early = replay.apart(veto_at(own, replay.event.week - 3), past)
            assert early is not None and early.until == replay.event.week
            assert replay.apart(own, past) is None
            return
    pytest.fail("no event in the middle of a world is drawn for")


def veto_at(veto: leyenda.acts.Veto, week: int) -> leyenda.acts.Veto:
    """The same veto from another week on."""
    from dataclasses import replace

    return replace(veto, week=week, until=week + SPAN)


def test_weights_are_the_largest_product_of_shares(runs: Runs) -> None:
    history = History(runs, 0)
    tree = history.causes(next(event for event in history.links if len(history.links[event]) > 1))
    weights = weigh(tree)
    assert list(weights.values()) == sorted(weights.values(), reverse=True)
    for cause in tree.causes:
        assert weights[cause.event] >= cause.share


def test_an_event_is_the_same_wherever_its_people_stand_in_the_tables(runs: Runs) -> None:
    replay = Replay(runs, 0, 30)
    moved = replay.whole.copy()
    people, i = moved["people"]["key"], int(moved["events"]["who"][30])
    people[[i, 500]] = people[[500, i]]
    assert said(moved, 30).parties != replay.event.parties
    moved["events"]["who"][30] = 500
    assert said(moved, 30).same == replay.event.same


def test_an_event_without_causes_that_can_be_vetoed_is_refused(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UntestableError, match="can be vetoed"):
        put_to_test(runs, 0, 0, 1, 1, False)
    assert main(["why", str(runs.folder), "begin", "--test"]) == 2
    assert "No cause of event 0 can be vetoed" in capsys.readouterr().err


def test_a_run_of_another_model_is_refused(runs: Runs) -> None:
    other = Runs(runs.folder)
    other.content = {**runs.content, "model": "0123456789abcdef"}
    with pytest.raises(UntestableError, match="other rules"):
        put_to_test(other, 0, 30, 1, 1, False)


def test_a_run_that_is_not_what_its_seed_gives_is_refused(runs: Runs) -> None:
    other = Runs(runs.folder)
    other.content = {**runs.content, "seed": 77}
    with pytest.raises(UntestableError, match="scenario and seed"):
        for event in range(20, 60):
            put_to_test(other, 0, event, 1, 1, False)


def test_the_command_says_it_in_words_in_a_table_and_as_one_document(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    world, event, red_line = next(pairs(runs, "task_force", "red_line"))
    words = ["why", str(runs.folder), str(event), "--world", str(world), "--test", "--futures", "3"]
    assert main(words) == 0
    out = capsys.readouterr().out
    assert "it would not have happened." in " ".join(out.split()) and "chance" in out and f"#{red_line}" in out
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["event"] == event and found["futures"] == 3 and found["answer"].startswith("Without the attack on")
    assert {cause["without_it"] for cause in found["causes"]} <= {"same", "otherwise", "never"}


def test_a_list_in_words() -> None:
    assert [listed(items, "or") for items in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a or b", "a, b or c"]
