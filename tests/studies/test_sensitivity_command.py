"""leyenda sensitivity: resumed without running again, refused in one sentence, and written as table and picture."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import csv
from test_sensitivity import THREE, ishigami, stand_in

from leyenda.cli import main
from leyenda.studies.sensitivity import evaluate

WORDS = ("sensitivity", "two-plazas", "--output", "members", "--weeks", "52", "--worlds", "2", "--threads", "1", "--trajectories", "3")
CHOSEN = (*WORDS, "--parameters", *THREE, "--out", "here")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """What the stand-in for the simulator was asked to run."""
    asked: list[Any] = []
    monkeypatch.chdir(tmp_path)
    stand_in(monkeypatch, ishigami, asked)
    return asked


def test_the_table_and_the_pictures_appear_top_first(ran: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CHOSEN) == 0
    said = capsys.readouterr().out
    table = csv.read_csv("here/table.csv").to_pydict()
    assert table["mu_star"] == sorted(table["mu_star"], reverse=True) and set(table["parameter"]) == set(THREE)
    assert len(table["floor"]) == 3 and set(table["scale"]) <= {"uniform", "log-uniform"}
    assert said.index(table["parameter"][0]) < said.rindex(table["parameter"][-1]) and "Noise floor" in said
    assert Path("here/sensitivity.svg").stat().st_size > 1000 and Path("here/sensitivity.png").read_bytes()[1:4] == b"PNG"


def test_json_is_one_document(ran: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*CHOSEN, "--json", "--from", "1980", "--to", "1980")) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["output"] == "members" and found["trajectories"] == 3 and found["from"] == found["to"] == 1980
    assert [row["mu_star"] >= row["mu_star_low"] for row in found["table"]] == [True] * 3 and found["spread"] == pytest.approx(100 / 2**0.5)


def test_an_interrupted_study_goes_on_to_the_same_table(
    ran: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main((*CHOSEN[:-1], "whole")) == 0
    points, whole = len(ran), evaluate.worlds_of

    def interrupted(*given: Any) -> Any:
        if len(ran) == points + 5:
            raise KeyboardInterrupt
        return whole(*given)

    with monkeypatch.context() as patch:
        patch.setattr(evaluate, "worlds_of", interrupted)
        capsys.readouterr()
        assert main(CHOSEN) == 3
    said = capsys.readouterr().err
    assert f"Interrupted. 5 of {points} points are kept in here. To finish: leyenda sensitivity" in said
    assert main(CHOSEN) == 0 and len(ran) == 2 * points
    assert Path("here/table.csv").read_bytes() == Path("whole/table.csv").read_bytes()


def test_what_was_run_once_is_not_run_again(ran: list[Any]) -> None:
    assert main(CHOSEN) == 0
    first, points = Path("here/table.csv").read_bytes(), len(ran)
    assert main(CHOSEN) == 0 and len(ran) == points and Path("here/table.csv").read_bytes() == first
    assert main((*CHOSEN[:3], "deaths", *CHOSEN[4:])) == 0 and len(ran) == points  # another output of the same points
    more = tuple("5" if word == "3" else word for word in CHOSEN)
    assert main(more) == 0 and points < len(ran) <= points // 3 * 5  # a larger design begins with the smaller one
    for path in Path("here/points").iterdir():
        path.write_bytes(path.read_bytes()[:200])
    again = len(ran)
    assert main(CHOSEN) == 0 and len(ran) == again + points and Path("here/table.csv").read_bytes() == first  # halves of files are made again


def test_another_seed_or_setting_is_another_point(ran: list[Any]) -> None:
    assert main(CHOSEN) == 0
    points = len(ran)
    assert main((*CHOSEN, "--set", "title=Mine")) == 0 and len(ran) == 2 * points
    assert main((*CHOSEN, "--seed", "2")) == 0 and len(ran) > 2 * points


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--parameters", "tribute.acustoming"), "did you mean tribute.accustoming?"),
        (("--parameters", "tribut"), "did you mean tribute?"),
        (("--parameters", "zzz"), "RULE.NAME"),
        (("--output", "deths"), "did you mean deaths?"),
        (("--output", "top"), "is no output"),
        (("--method", "sobol"), "--trajectories goes with --method morris"),
        (("--samples", "64"), "--samples goes with --method sobol"),
        (("--worlds", "1"), "at least 2"),
        (("--trajectories", "1"), "at least 2"),
        (("--from", "1999"), "a year of the scenario, 1980 to 1980"),
        (("--weeks", "51"), "a whole year"),
        (("--out", "taken"), "is a file"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(ran: list[Any], capsys: pytest.CaptureFixture[str], words: tuple[str, str], says: str) -> None:
    Path("taken").write_text("a file")
    usual = ("--output", "members", "--weeks", "52", "--worlds", "2", "--trajectories", "2", "--out", "here", "--parameters", THREE[0])
    kept = [word for pair in zip(usual[::2], usual[1::2], strict=True) if pair[0] != words[0] for word in pair]
    assert main(("sensitivity", "two-plazas", *kept, *words)) == 2
    said = capsys.readouterr().err.strip()
    assert says in said and len(said.splitlines()) == 1 and not ran


def test_sobol_needs_a_choice_and_a_power_of_two(ran: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    sobol = ("sensitivity", "two-plazas", "--output", "members", "--method", "sobol", "--weeks", "52", "--out", "here")
    assert main(sobol) == 2 and "the few that morris puts on top" in capsys.readouterr().err
    assert main((*sobol, "--samples", "60", "--parameters", *THREE)) == 2 and "a power of two" in capsys.readouterr().err
    assert main((*sobol, "--samples", "8", "--parameters", *THREE[:2])) == 0 and len(ran) == 32


def test_without_salib_it_says_what_to_install(
    ran: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("SALib")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "SALib", None)
    assert main(CHOSEN) == 2
    assert capsys.readouterr().err.strip() == 'SALib is not installed, and sensitivity needs it: pip install "leyenda[study]".'
    assert not ran and not Path("here").exists()
