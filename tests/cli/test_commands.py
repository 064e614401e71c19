"""Every command does its job, and a wrong word gets one sentence and exit code 2."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fakes
import pytest

RUN = "runs/two-plazas-1"


def test_a_run_shows_its_screen_and_leaves_a_folder(leyenda: Callable[..., Any]) -> None:
    answer = leyenda("run", "two-plazas", "--worlds", "12", "--weeks", "120")
    assert answer.code == 0
    assert "12 worlds" in answer.out and RUN in answer.out
    assert {path.name for path in Path(RUN).iterdir()} == {"run.toml", "scenario", "parts"}


def test_json_is_one_document(leyenda: Callable[..., Any]) -> None:
    answer = leyenda("run", "two-plazas", "--worlds", "3", "--weeks", "60", "--json", "--out", "here")
    assert json.loads(answer.out)["folder"] == "here"
    assert answer.err == ""


def test_settings_switches_and_weeks_reach_the_scenario(leyenda: Callable[..., Any]) -> None:
    words = ["--set", "title=Another", "--off", "grudges", "--off", "heat", "--set", "weeks=60"]
    answer = leyenda("run", "two-plazas", "--worlds", "2", "--json", *words)
    assert answer.code == 0
    found = json.loads(answer.out)
    assert (found["title"], found["weeks"]) == ("Another", 60)
    assert 'off = ["grudges", "heat"]' in Path(RUN, "scenario", "scenario.toml").read_text()


def test_a_saved_scenario_repeats_the_run(done: Callable[..., Any]) -> None:
    assert done("run", f"{RUN}/scenario", "--worlds", "12", "--out", "again").code == 0
    parts = [path.relative_to(RUN) for path in Path(RUN).rglob("*.parquet")]
    assert parts and all(Path(RUN, part).read_bytes() == Path("again", part).read_bytes() for part in parts)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rn"], '"run"'),
        (["run"], "SCENARIO"),
        (["run", "two-plaza"], "two-plazas"),
        (["run", "two-plazas", "--wolds", "3"], "--worlds"),
        (["run", "two-plazas", "--worlds", "many"], "--worlds"),
        (["run", "two-plazas", "--worlds", "0"], "--worlds"),
        (["run", "two-plazas", "--worlds", "1.5"], "whole number"),
        (["run", "two-plazas", "--worlds", "1000000000000"], "worlds is 1000000000000"),
        (["run", "two-plazas", "--worlds", "9" * 5000], "whole number"),
        (["run", "two-plazas", "--seed", "0.5"], "whole number"),
        (["run", "two-plazas", "more"], "more"),
        (["run", "two-plazas", "--out", "x" * 300], "name too long"),
        (["run", "two-plazas", "--out", "x" * 300, "--resume"], "name too long"),
        (["run", "two-plazas", "--out", "."], "name of its own"),
        (["run", "two-plazas", "--set", "off=true"], "off is True"),
        (["run", "two-plazas", "--set", "plazas.Sierra=3"], "whole row"),
        (["run", "two-plazas", "--set", "weeks=" + "9" * 5000], "weeks is '999"),
        (["run", "two-plazas", "--set", "weeks=60\nseed=2"], "weeks is '60\\nseed=2'"),
        (["run", "two-plazas", "--set", "weeks=" + "[" * 5000], "weeks is '[[["),
        (["run", "two-plazas", "--cluster", "here"], "--cluster"),
        (["run", "two-plazas", "--off", "grudge"], "grudges"),
        (["run", "two-plazas", "--set", "weks=3"], "weeks"),
        (["run", "two-plazas", "--set", "weeks"], "KEY=VALUE"),
        (["run", "two-plazas", "--set", "weeks=soon"], "weeks"),
        (["run", "two-plazas", "--policy", "amnesty:start=1985"], "amnesty"),
        (["run", "two-plazas", "--ledger", "weekly"], "full"),
        (["compare", "two-plazas"], "compare"),
        (["check", "two-plaza"], "two-plazas"),
        (["check", "x" * 300], "name too long"),
        (["new", ""], "name of its own"),
        (["new", "guadalajara-1985"], "built-in"),
        (["why", "nowhere", "arrest"], "not a run folder"),
        (["chronicle", "nowhere"], "not a run folder"),
    ],
)
def test_a_wrong_word_is_one_sentence_and_exit_2(words: list[str], says: str, leyenda: Callable[..., Any]) -> None:
    answer = leyenda(*words)
    assert answer.code == 2
    assert answer.out == "" and says in answer.err
    assert answer.err.count("\n") == 1 and "Traceback" not in answer.err


def test_an_existing_run_is_not_overwritten(done: Callable[..., Any]) -> None:
    answer = done("run", "two-plazas", "--worlds", "12", "--weeks", "120")
    assert answer.code == 2 and "--resume" in answer.err


def test_an_interrupted_run_exits_3_and_says_how_to_finish(
    leyenda: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(scenario: Any, worlds: Any, *rest: Any) -> Iterator[Any]:
        yield from fakes.run_worlds(scenario, worlds[:11], *rest)
        raise KeyboardInterrupt

    words = ["run", "two-plazas", "--worlds", "15", "--weeks", "60"]
    with monkeypatch.context() as patch:
        patch.setattr("leyenda.engine.ensemble.run_worlds", interrupted)
        answer = leyenda(*words)
    assert answer.code == 3 and "10 of 15 worlds" in answer.err
    assert "leyenda " + " ".join(words) + " --resume" in answer.err
    assert leyenda("run", "two-plazas", "--weeks", "60", "--resume").code == 0
    assert "15 worlds" in leyenda("run", "two-plazas", "--weeks", "60", "--resume").out


def test_a_stopped_world_makes_the_answer_no(leyenda: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def one_stops(scenario: Any, worlds: Any, *rest: Any) -> Iterator[Any]:
        for outcome in fakes.run_worlds(scenario, worlds, *rest):
            yield fakes.outcome(outcome.world, 60, "the table of events is full", 2) if outcome.world == 1 else outcome

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", one_stops)
    answer = leyenda("run", "two-plazas", "--worlds", "3", "--weeks", "60")
    assert answer.code == 1 and "World 1 was stopped: the table of events is full" in answer.err


def test_a_bug_exits_4(leyenda: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", lambda *rest: 1 / 0)
    answer = leyenda("run", "two-plazas", "--worlds", "3", "--weeks", "60")
    assert answer.code == 4 and "bug" in answer.err and "ZeroDivisionError" in answer.err


def test_why_shows_causes(done: Callable[..., Any]) -> None:
    assert "arrest" in done("why", RUN, "4").out
    assert json.loads(done("why", RUN, "arrest", "--world", "5", "--json").out)["event"] == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["arest"], "arrest"),
        (["coup"], 'There is no "coup"'),
        (["77"], "last is 4"),
        (["4", "--world", "99"], "0-11"),
        (["4", "--world", "1.2"], "whole number"),
    ],
)
def test_why_of_nothing_is_a_sentence(words: list[str], says: str, done: Callable[..., Any]) -> None:
    answer = done("why", RUN, *words)
    assert answer.code == 2 and says in answer.err and answer.err.count("\n") == 1


def test_check_audits_runs_and_checks_scenarios(done: Callable[..., Any]) -> None:
    assert done("check", RUN).code == 0
    assert done("check", "two-plazas").code == 0
    Path(RUN, "parts/000000-000009/causes.parquet").write_bytes(
        Path(RUN, "parts/000010-000019/causes.parquet").read_bytes()
    )
    answer = done("check", RUN, "--json")
    assert answer.code == 1 and json.loads(answer.out)["findings"]


@pytest.mark.parametrize("words", [["why", RUN, "arrest"], ["chronicle", RUN]])
def test_a_damaged_run_is_a_sentence(words: list[str], done: Callable[..., Any]) -> None:
    Path(RUN, "parts/000010-000019/events.parquet").write_bytes(b"")
    answer = done(*words)
    assert answer.code == 2 and "000010-000019/events.parquet cannot be read" in answer.err
    assert answer.err.count("\n") == 1
    answer = done("check", RUN, "--json")
    assert answer.code == 1 and json.loads(answer.out)["findings"] == ["parts/000010-000019/events.parquet cannot be read."]


def test_what_may_not_be_read_is_a_sentence(leyenda: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", forbidden)
    answer = leyenda("check", "theirs")
    assert answer.code == 2 and answer.err.endswith("cannot be used: Permission denied.\n")


def test_a_terminal_without_accents_gets_the_story_all_the_same(done: Callable[..., Any]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "leyenda", "why", RUN, "arrest"], env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True
    )
    assert told.returncode == 0 and told.stdout.isascii(), told.stderr


def test_new_makes_a_scenario_that_runs(leyenda: Callable[..., Any]) -> None:
    assert leyenda("new", "mine").code == 0
    assert leyenda("check", "mine").code == 0
    assert leyenda("new", "mine").code == 2
    assert leyenda("run", "mine", "--worlds", "2", "--weeks", "60").code == 0
    assert Path("runs/mine-1").is_dir()


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("scenarios", "two-plazas"),
        ("rules", "tribute"),
        ("records", "lineage key"),
        ("schema", "json-schema"),
        ("doctor", "numba"),
    ],
)
def test_what_there_is_can_be_listed(command: str, says: str, leyenda: Callable[..., Any]) -> None:
    answer = leyenda(command)
    assert answer.code == 0 and says in answer.out and answer.err == ""


def test_one_rule_can_be_listed(leyenda: Callable[..., Any]) -> None:
    answer = leyenda("rules", "tribute")
    assert "Kahneman" in answer.out and "rules.trade." not in answer.out
    assert leyenda("rules", "tribut").code == 2


@pytest.mark.parametrize("code", ["import leyenda", "from leyenda.cli import main; main(['--help'])"])
def test_nothing_heavy_is_loaded_for_help(code: str) -> None:
    heavy = "{'numpy', 'numba', 'pyarrow', 'xarray', 'pydantic', 'matplotlib'}"
    script = f"import sys; {code}; print(set(sys.modules) & {heavy})"
    out = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert out.endswith("set()\n")
