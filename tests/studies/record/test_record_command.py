"""leyenda record: the summary, the tidy file, and sentences instead of tracebacks."""

import csv
from pathlib import Path

import pytest
from given_files import INEGI_WIDE, UCDP, put

from leyenda.cli import main


def test_it_says_what_is_there_and_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", str(put(tmp_path, UCDP))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "given.csv: UCDP GED, best estimates of deaths in events of organised violence; 4 events, 10 deaths."
    assert lines[-3].split() == ["year", "non-state", "one-sided", "deaths", "states", "months"]
    assert lines[-2].split() == ["2004", "7", "0", "7", "1", "1"] and lines[-1].split() == ["2006", "1", "2", "3", "1", "1"]


def test_it_writes_the_tidy_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "tidy.csv"
    assert main(["record", str(put(tmp_path, INEGI_WIDE)), "--kind", "inegi", "--out", str(out)]) == 0
    assert "11 rows are in" in capsys.readouterr().out
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {"state": "Coahuila", "year": "1990", "month": "", "deaths": "1", "dyad": "", "source": "INEGI homicides"}
    assert sum(int(row["deaths"]) for row in rows) == 40 and sorted(tmp_path.iterdir()) == [tmp_path / "given.csv", out]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.csv"], "is missing; expected a file"),
        (["given.csv", "--kind", "gde"], "gde"),
        (["given.csv", "--kind", "acled"], "column event_date is missing"),
        (["given.csv", "--out", "given.csv"], "is the file that is read; choose another name."),
        (["given.csv", "--out", "tidy.xlsx"], "choose a name that ends in .csv."),
        (["given.csv", "--out", "no/such/tidy.csv"], "could not be written"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    put(tmp_path, UCDP)
    monkeypatch.chdir(tmp_path)
    assert main(["record", *words]) == 2
    seen = capsys.readouterr()
    assert sentence in seen.err and "Traceback" not in seen.err
    assert (tmp_path / "given.csv").read_text(encoding="utf-8") == UCDP
