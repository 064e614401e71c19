"""The sequence read out of known worlds, and the sentences and tables of the last screen."""

import json

import numpy as np
import pytest
import stories
from rich.console import Console

import leyenda
from leyenda.results import sequence
from leyenda.results.findings import Findings, around
from leyenda.results.record import history
from leyenda.results.runs import Runs
from leyenda.results.screen import document, screen
from leyenda.results.simulate import simulate
from leyenda.results.wording import amount, listed, moved, of, range_of, things

NAN = np.nan


def told(monkeypatch: pytest.MonkeyPatch, worlds: int | list[int] = 5, weeks: int = stories.WEEKS) -> Runs:
    """Runs of the known worlds."""
    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", stories.run_worlds)
    return simulate(leyenda.load("two-plazas").with_({"weeks": weeks}), worlds=worlds, threads=1)


def same(found: np.ndarray, *want: float) -> bool:
    """Equal, and NaN where NaN is wanted."""
    return np.array_equal(found, np.array(want), equal_nan=True)


def test_patrons_and_how_their_tenures_end(monkeypatch: pytest.MonkeyPatch) -> None:
    them = sequence.patrons(told(monkeypatch))
    assert them.who.tolist() == [0, 0, 0, -1, 0]
    assert them.organisation.tolist() == [0, 0, 0, -1, 0]
    assert same(them.since, 0, 0, 0, NAN, 0)
    assert them.how.tolist() == ["arrest", "", "coup", "", "death"]
    assert same(them.until, 100, NAN, 60, NAN, 50)
    assert same(them.fall, 100, NAN, 60, NAN, NAN)


def test_steps_follow_the_red_line(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch)
    steps = sequence.steps(runs, sequence.patrons(runs))
    assert list(steps) == ["red_line", "task_force", "associate_arrested", "protection_dropped", "fall"]
    assert [float(week[0]) for week in steps.values()] == [20, 22, 30, 40, 100]
    assert all(np.isnan(week[1:]).all() for name, week in steps.items() if name != "fall")


def test_what_follows_the_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch)
    them = sequence.patrons(runs)
    assert same(sequence.successors(runs, them), 2, NAN, 2, NAN, NAN)
    assert same(sequence.branched(runs, them), 1, NAN, 0, NAN, NAN)
    assert same(sequence.held_again(runs, them), 52, NAN, 0, NAN, NAN)
    kept = sequence.control_kept(runs, them)
    assert kept[0] == pytest.approx(1 - 152 / 399) and np.isnan(kept[1:]).all()
    many, first = sequence.associates_before(runs, them)
    assert many.tolist() == [2, 0, 0, 0, 0] and same(first, 5, NAN, NAN, NAN, NAN)


def test_nothing_is_said_of_weeks_that_were_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch, [0, 1], weeks=140)
    them = sequence.patrons(runs)
    for found in (sequence.successors, sequence.branched, sequence.held_again, sequence.control_kept):
        assert np.isnan(found(runs, them)).all()


def test_sides_of_a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch)
    values = runs.series["exports"].values
    before, after = around(runs, "exports", np.array([100.0, NAN, 60.0, 20.0, 380.0]), 52, 52)
    assert before[0] == pytest.approx(values[0, 48:100].mean()) and after[2] == pytest.approx(values[2, 60:112].mean())
    assert np.isnan(before[[1, 3, 4]]).all() and np.isnan(after[[1, 3, 4]]).all()


def test_the_findings_count(monkeypatch: pytest.MonkeyPatch) -> None:
    says = Findings(told(monkeypatch)).sentences()
    assert says[0].startswith("The patron fell in 2 of 4 worlds: arrested in 1 and overthrown in 1. In the others he")
    assert "Nobody held the seat in 1 of 5 worlds." in says[0]
    assert "2 organisations" in says[1] and "both worlds" in says[1]
    assert "crossed it in 1 of 4 worlds" in says[2] and "1 of 1" in says[2]
    assert len(says) == 7


@pytest.mark.parametrize("worlds", [[0], [1], [2], [3], [4], [1, 6], [3, 8], [0, 5]])
def test_the_screen_fits_and_says_something_of_any_worlds(
    worlds: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    runs = told(monkeypatch, worlds)
    screen(runs, runs.folder / "pictures")
    lines = capsys.readouterr().out.splitlines()
    # The temporary folder's long name takes lines that a user's does not.
    assert len(lines) <= 48 and max(map(len, lines)) <= 100
    assert not any("nan" in line or "{" in line for line in lines)
    json.dumps(document(runs, None), allow_nan=False)
    assert Console().width


def test_the_record_is_found_by_the_title() -> None:
    known = history(leyenda.load("guadalajara-1985"))
    assert known.successors == 4 and known.says["fall"] == "1989"
    assert 260 < known.spans["red_line"][0] < 270 and 9.2 < known.spans["fall"][0] / 52 < 9.3
    assert not history(leyenda.load("two-plazas")).says


def test_counts_are_grammatical() -> None:
    counts = (
        of(0, 40, "worlds"),
        of(1, 40, "worlds"),
        of(40, 40, "worlds"),
        of(1, 1, "worlds"),
        of(0, 1, "worlds"),
        of(2, 2, "worlds"),
    )
    assert counts == (
        "none of 40 worlds",
        "1 of 40 worlds",
        "all 40 worlds",
        "the one world",
        "0 of 1 worlds",
        "both worlds",
    )
    assert (of(0, 40), of(40, 40), of(1, 1), of(0, 0, "worlds")) == (
        "none of 40",
        "all 40",
        "1 of 1",
        "none of 0 worlds",
    )
    assert (things(1, "person"), things(2, "person"), things(0.6, "cent")) == ("1 person", "2 people", "0.6 cents")
    assert [amount(value) for value in (12345.6, 3.14, 0.123, 13.0, 1.04)] == ["12,346", "3.1", "0.12", "13", "1"]
    assert (listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")) == ("a", "a and b", "a, b or c")
    assert (moved(13.3, 115), moved(5, 2), moved(5, 5.05)) == (
        "rose from 13 to 115",
        "fell from 5 to 2",
        "stayed near 5",
    )
    assert range_of(np.array([3.0, 3.0])) == "3" and range_of(np.array([1.0, 2.0, 6.0])) == "1\N{EN DASH}6"
