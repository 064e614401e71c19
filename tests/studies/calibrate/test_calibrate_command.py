"""leyenda calibrate: tables, JSON, refused in a sentence, interrupted and gone on with."""

import json
import sys
from pathlib import Path

import pytest
from known_worlds import stand_in

from leyenda.cli import main
from leyenda.studies.calibrate.priors import priors

WORDS = ("calibrate", "--facts", "1", "2", "--points", "80", "--waves", "2", "--threads", "1", "--out", "here")


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


def test_parameters_and_facts_are_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stand_in(monkeypatch)
    assert main(WORDS) == 0
    shown, told = capsys.readouterr()
    assert "contest.killings" in shown and "0.004\N{EN DASH}0.016 log" in shown and "covers at most 50 %" in shown
    assert "national.trough" in shown and "2007" in shown and "tolerated" in shown
    assert "Wave 1 of 2: 80 points" in told and "at most 1 min more" in told and "Wave 2 of 2: 100 points" in told
    assert {path.name for path in Path("here").iterdir()} >= {"accepted.csv", "table.csv", "posteriors.png"}


def test_json_is_one_document_and_recovery_is_in_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stand_in(monkeypatch, steps=60)
    words = tuple("160" if word == "80" else word for word in WORDS)
    assert main((*words, "--recover", "100", "--json")) == 0
    shown, told = capsys.readouterr()
    found = json.loads(shown)
    assert found["facts"] == [1, 2] and found["simulated"] == 260 and not told
    assert len(found["parameters"]) == len(priors())
    assert len(found["statistics"]) == 5 and found["recovery"][0]["correlation"] > found["recovery"][-1]["correlation"] + 0.3
    assert Path("here/recovery.csv").exists() and Path("here/recovery.png").read_bytes()[1:4] == b"PNG"


def test_interrupted_it_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with monkeypatch.context() as patch:
        stand_in(patch, stop_at=90)
        assert main(WORDS) == 3
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("Interrupted. What was simulated is kept in here. To finish: leyenda calibrate --facts 1 2")
    asked = stand_in(monkeypatch)
    assert main(WORDS) == 0 and asked == list(range(80, 180))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--facts", "15"), 'which is marked "look-only"; expected facts marked calibrate'),
        (("--facts", "999"), "999"),
        (("--facts", "1.5"), "unable to convert"),
        (("--points", "2"), "at least 20"),
        (("--waves", "1"), "at least 2"),
        (("--recover", "50"), "at least 100 points"),
        (("--points", "90", "--recover", "100"), "to recover 100"),
        (("--method", "guess"), "guess"),
        (("--out", "taken"), "is a file"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    asked = stand_in(monkeypatch)
    Path("taken").write_text("a file")
    assert main(("calibrate", *words, *(() if "--out" in words else ("--out", "here")))) == 2
    said = capsys.readouterr().err.strip()
    assert says in said and len(said.splitlines()) == 1 and not asked and not Path("here").exists()


def test_without_sbi_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = stand_in(monkeypatch)
    for name in [name for name in sys.modules if name.split(".")[0] == "sbi"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sbi", None)
    assert main((*WORDS, "--method", "npe")) == 2
    assert capsys.readouterr().err.strip() == 'sbi is not installed, and --method npe needs it: pip install "leyenda[infer]".'
    assert not asked
