"""Recovery: uniform ranks where everything is known to be right, and not where something is wrong."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from known_worlds import plan, stand_in

from leyenda.scenario import InputError
from leyenda.studies.calibrate.adjust import adjusted, from_row
from leyenda.studies.calibrate.proposals import drawn
from leyenda.studies.calibrate.recovery import ERROR, Recovered, recover, recovered

ROWS, TRIED, NAMES = 600, 150, ("said", "said too", "faint", "silent")


def table(seed: int) -> tuple[Any, Any]:
    """Parameters and twelve statistics: normal around sums of the parameters, the last of which moves nothing."""
    chance = np.random.default_rng(seed)
    points = drawn(ROWS, 4, chance)
    slopes = np.random.default_rng(7).standard_normal((4, 12)) * np.array([[2.0], [2.0], [0.2], [0.0]])
    return points, (points - 0.5) @ slopes + 0.5 * chance.standard_normal((ROWS, 12))


def found(points: Any, apart: Any) -> list[Recovered]:
    """The recovery of a table whose statistics weigh alike."""
    return recovered(points, apart, np.full(apart.shape[1], 1 / apart.shape[1]), NAMES, TRIED, 1)


def test_ranks_are_uniform_where_the_answer_is_known() -> None:
    """Coverage within 3 standard errors of 90 %; what is said is found, what moves nothing is not."""
    one = found(*table(1))
    assert all(each.uniform for each in one)
    assert [each.coverage for each in one] == pytest.approx([0.9] * 4, abs=3 * 0.3 / TRIED**0.5)
    assert min(one[0].correlation, one[1].correlation) > 0.8 > 0.6 > one[2].correlation and abs(one[3].correlation) < 0.25


def test_ranks_are_not_uniform_where_records_come_from_another_model() -> None:
    points, apart = table(1)
    apart[:TRIED] += 0.6 * np.sign(np.random.default_rng(7).standard_normal((4, 12))[0])  # as if the first parameter were larger
    one = found(points, apart)
    assert not one[0].uniform and one[0].p < 1e-4 and one[3].uniform


def test_silence_is_no_obstacle() -> None:
    points, apart = table(2)
    apart[np.random.default_rng(1).random(apart.shape) < 0.2] = np.nan
    apart[:, 5] = np.nan
    one = found(points, apart)
    assert all(each.uniform for each in one) and one[0].correlation > 0.7


def test_two_silent_rows_are_alike_and_one_is_not() -> None:
    apart = np.array([[np.nan, 1.0], [np.nan, 3.0], [2.0, 3.0]])
    assert np.array_equal(from_row(apart, 0), [[0.0, 0.0], [0.0, 2.0], [np.nan, 2.0]], equal_nan=True)


def test_regression_moves_rows_to_the_record() -> None:
    chance = np.random.default_rng(1)
    difference = chance.standard_normal((200, 2))
    logits = 0.7 + difference @ np.array([[1.0], [-2.0]])
    assert adjusted(logits, difference, np.full(200, 0.5)) == pytest.approx(np.full((200, 1), 0.7))


def test_the_error_rate_is_that_of_all_parameters_at_once() -> None:
    """Of 400 tables of 25 parameters with uniform ranks, about one in twenty has any beyond its band."""
    chance = np.random.default_rng(1)
    none = np.zeros(0)
    false = [any(not Recovered("", none, none, chance.random(100), 25).uniform for _ in range(25)) for _ in range(400)]
    assert 0.01 < np.mean(false) < ERROR + 3 * (ERROR * (1 - ERROR) / 400) ** 0.5


def test_it_takes_the_first_wave_of_a_fit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = stand_in(monkeypatch)
    one = recover(plan(tmp_path, points=200), 100)
    assert asked == list(range(200)) and len(one) == 25
    assert min(each.correlation for each in one[:2]) > 0.95 and max(each.correlation for each in one[2:]) < 0.5


@pytest.mark.parametrize(("points", "rows", "says"), [(90, 100, "at least 100"), (200, 99, "at least 100")])
def test_a_table_too_small_is_refused(points: int, rows: int, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=says):
        recover(plan(tmp_path, points=points), rows)
