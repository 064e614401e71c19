"""The tree of causes and the last screen."""

import json
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from leyenda.results.dates import written
from leyenda.results.runs import Runs
from leyenda.results.screen import amount, document, screen, sparkline
from leyenda.results.why import History, branch


def test_the_tree_follows_causes_to_their_causes(runs: Runs) -> None:
    tree = History(runs, 3).causes(4)
    assert tree.event == 4
    assert [cause.event for cause in tree.causes] == [3]
    assert [(cause.event, round(cause.share, 2)) for cause in tree.causes[0].causes] == [(2, 0.83), (1, 0.17)]


def test_an_event_is_told_with_its_date_and_kind(runs: Runs) -> None:
    line = History(runs, 3).says(2)
    assert line.startswith(written(runs.scenario.start, 3))
    assert "kill" in line and runs.scenario.plazas[0].name in line


def test_weeks_are_dates() -> None:
    assert written(1980, 0) == "1 January 1980"
    assert written(1980, 52 * 5 + 5) == "5 February 1985"


def test_the_tree_prints(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    Console().print(branch(History(runs, 3).causes(4)))
    assert capsys.readouterr().out.count("#") == 5


def test_the_screen_says_what_was_run_and_what_next(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    screen(runs, None)
    out = capsys.readouterr().out
    assert "23 worlds" in out and "leyenda chronicle" in out


def test_the_document_is_json(runs: Runs) -> None:
    found = json.loads(json.dumps(document(runs, Path("pictures"))))
    assert found["worlds"] == "0-22" and len(found["headlines"]["deaths"]) == 2


def test_sparklines_and_amounts() -> None:
    assert sparkline(np.array([0.0, 1.0, 2.0])) == "▁▅█"
    assert sparkline(np.zeros(3)) == "▁▁▁"
    assert [amount(value) for value in (12345.6, 3.14, 0.123)] == ["12,346", "3.1", "0.12"]
