"""leyenda compare: an arm a policy, all together, one document, and a sentence for what cannot be."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leyenda.engine import ensemble

SMALL = ["compare", "two-plazas", "--weeks", "160", "--worlds", "8", "--threads", "1"]
TWO = ["--policy", "prevention", "--policy", "prevention:intensity=0.5"]
Command = Callable[..., Any]


def test_each_policy_is_an_arm_and_all_of_them_another(leyenda: Command) -> None:
    answer = leyenda(*SMALL, *TWO, "--together", "--pictures", "--out", "here")
    assert answer.code == 0
    assert "In the first 2 years, prevention: " in answer.out and "All together beyond the sum of prevention and prevention-2" in answer.out
    assert {path.name for path in Path("here/pictures").iterdir()} == {"compare.png", "compare.svg", "compare.pdf"}
    assert Path("here/effects.csv").exists() and "## All together" in Path("here/effects.md").read_text()


def test_json_is_one_document_and_the_same_command_goes_on(leyenda: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [*SMALL, *TWO, "--json", "--years", "1"]
    found = json.loads(leyenda(*words).out)
    assert re.fullmatch(r"runs/two-plazas-compare-[0-9a-f]{8}", found["folder"]) and found["windows"] == [1]
    assert set(found["arms"]) == {"prevention", "prevention-2"} and found["start"] == 52
    monkeypatch.setattr(ensemble, "run_paired", lambda *given: iter(()))
    again = leyenda(*words)
    assert json.loads(again.out) == found and again.err == ""


def test_outputs_can_be_chosen_but_never_without_the_dead(leyenda: Command) -> None:
    shown = leyenda(*SMALL, "--policy", "vetting", "--output", "laundered").out
    assert "cash laundered" in shown and "killed in the conflict" in shown and "bribes paid" not in shown


def test_settings_and_switches_hold_in_every_arm(leyenda: Command) -> None:
    answer = leyenda(*SMALL, "--policy", "prevention", "--off", "recruit", "--set", "title=Mine", "--json")
    found = json.loads(answer.out)
    assert found["title"] == "Mine" and {row["effect"] for row in found["effects"] if row["output"] == "recruits"} == {0.0}


def test_an_interrupted_comparison_says_how_to_go_on(leyenda: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ensemble.run_paired

    def interrupted(arms: Any, worlds: Any, *rest: Any) -> Iterator[Any]:
        yield from whole(arms, worlds[:3], *rest)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(ensemble, "run_paired", interrupted)
        answer = leyenda(*SMALL, *TWO)
    assert answer.code == 3 and "3 of 8 worlds are saved in runs/two-plazas-compare-" in answer.err
    assert answer.err.rstrip().endswith("To finish: leyenda " + " ".join([*SMALL, *TWO]))
    assert leyenda(*SMALL, *TWO).code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "at least one --policy"),
        (["--policy", "preventoin"], "prevention"),
        (["--policy", "prevention:intensty=2"], "intensity"),
        (["--policy", "prevention", "--together"], "at least two"),
        (["--policy", "prevention", "--output", "membres"], "did you mean members?"),
        (["--policy", "prevention:start=160"], "begins in week 160"),
        (["--policy", "prevention", "--start", "130"], "less than a year before the end"),
        (["--policy", "prevention", "--years", "3"], "from 1 to 2"),
        (["--policy", "prevention", "--start", "soon"], "whole number"),
        (["--policy", "prevention", "--out", "."], "holds no comparison"),
        (["--policy", "prevention:plazas=Atlantis"], "Atlantis"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_2(words: list[str], says: str, leyenda: Command) -> None:
    Path("mine.txt").touch()
    answer = leyenda(*SMALL, *words)
    assert answer.code == 2 and answer.out == ""
    assert says in answer.err and answer.err.count("\n") == 1
