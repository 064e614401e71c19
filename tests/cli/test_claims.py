"""leyenda claims: the table, the JSON that others rely on, and what it says to a wrong name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def test_json_has_what_was_promised(leyenda: Command) -> None:
    answer = leyenda("claims", "c13", "--worlds", "3", "--json")
    (claim,) = json.loads(answer.out)["claims"]
    assert answer.code == 0 and claim["id"] == "C13" and claim["verdict"] in ("supported", "contradicted", "undecided", "assumed")
    assert claim["interval"][0] <= claim["estimate"] <= claim["interval"][1] and "passes" in claim["ablation"]


def test_an_interrupted_study_can_be_resumed(leyenda: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leyenda.studies.claims.experiment.run_paired", interrupted)
    answer = leyenda("claims", "C13", "--worlds", "3")
    assert answer.code == 3 and "kept in claims" in answer.err and "leyenda claims C13 --worlds 3" in answer.err


def test_a_claim_there_is_not(leyenda: Command) -> None:
    answer = leyenda("claims", "C99")
    assert answer.code == 2 and "C99" in answer.err and "Traceback" not in answer.err


def test_folders_and_numbers_that_cannot_be(leyenda: Command, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    for words in (("--out", "taken"), ("--report", "taken"), ("--robust", "-3")):
        answer = leyenda("claims", "C13", "--worlds", "2", *words)
        assert answer.code == 2 and len(answer.err.strip().splitlines()) == 1, words
