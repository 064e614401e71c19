"""Recovery: uniform ranks where everything is known to be right, and not where something is wrong."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from known_worlds import plan, stand_in

from leyenda.scenario import InputError
from leyenda.studies.calibrate import chains
from leyenda.studies.calibrate.emulator import TYPICAL, plain
from leyenda.studies.calibrate.priors import priors
from leyenda.studies.calibrate.recovery import ERROR, Recovered, recover, recovered

ROWS, TRIED, NAMES = 300, 120, ("said", "said too", "faint", "silent")


SLOPES = np.random.default_rng(7).standard_normal((4, 12)) * np.array([[2.0], [2.0], [0.2], [0.0]])


def worlds(points: Any, chance: Any, silent: float = 0.0) -> Any:
    """What a world of each point says: normal around sums of the parameters, the last of which moves nothing."""
    said = (points - 0.5) @ SLOPES + 0.5 * chance.standard_normal((len(points), 12))
    return np.where(chance.random(said.shape) < silent, np.nan, said)


def found(seed: int, shift: float = 0.0, silent: float = 0.0) -> list[Recovered]:
    """The recovery of a table. shift: of every record, along what the first parameter does."""
    chance = np.random.default_rng(seed)
    points = chance.random((ROWS, 4))
    apart = worlds(points, chance, silent)
    fresh = plain(worlds(np.repeat(points[:TRIED], TYPICAL, axis=0), chance, silent)).reshape(TRIED, TYPICAL, -1).mean(axis=1)
    return recovered(points, apart, fresh + shift * np.sign(SLOPES[0]), NAMES, 1)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four parameters need no long chains."""
    monkeypatch.setattr(chains, "STEPS", 200)


def test_ranks_are_uniform_where_the_answer_is_known() -> None:
    """Coverage within 3 standard errors of 90 %; what is said is found, what moves nothing is not."""
    one = found(1)
    assert all(each.uniform for each in one)
    assert [each.coverage for each in one] == pytest.approx([0.9] * 4, abs=3 * 0.3 / TRIED**0.5)
    assert min(one[0].correlation, one[1].correlation) > 0.8 > 0.6 > one[2].correlation and abs(one[3].correlation) < 0.25


def test_ranks_are_not_uniform_where_records_come_from_another_model() -> None:
    one = found(1, shift=0.6)  # as if the first parameter were larger
    assert not one[0].uniform and one[0].p < 1e-4 and one[3].uniform


def test_silence_is_no_obstacle() -> None:
    one = found(2, silent=0.2)
    assert all(each.uniform for each in one) and one[0].correlation > 0.7


def test_the_error_rate_is_that_of_all_parameters_at_once() -> None:
    """Of 400 tables of 25 parameters with uniform ranks, about one in twenty has any beyond its band."""
    chance = np.random.default_rng(1)
    none = np.zeros(0)
    false = [any(not Recovered("", none, none, chance.random(100), 25).uniform for _ in range(25)) for _ in range(400)]
    assert 0.01 < np.mean(false) < ERROR + 3 * (ERROR * (1 - ERROR) / 400) ** 0.5


def test_it_takes_the_first_wave_of_a_fit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = stand_in(monkeypatch, steps=150)
    one = recover(plan(tmp_path, points=200), 100)
    assert asked[:200] == list(range(200)) and len(asked) == 200 + 100 * TYPICAL and len(one) == len(priors())
    assert min(each.correlation for each in one[:2]) > 0.8 and max(each.correlation for each in one[2:]) < 0.5


@pytest.mark.parametrize(("points", "rows", "says"), [(90, 100, "at least 100"), (200, 99, "at least 100")])
def test_a_table_too_small_is_refused(points: int, rows: int, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=says):
        recover(plan(tmp_path, points=points), rows)
