"""Sentences say what the numbers say: directions, wide intervals, wrong starts; the page and the picture hold even if no world spoke."""

from pathlib import Path

import numpy as np
import pytest
from foretold import forecasts, named, noisy, plan, prediction, silent

from leyenda.results.pictures.style import house_style
from leyenda.studies.predict.page import page
from leyenda.studies.predict.picture import END, draw
from leyenda.studies.predict.rows import tables
from leyenda.studies.predict.series import series
from leyenda.studies.predict.summary import Change, both, listed, off

RATE = named("rate")
WORLDS = np.linspace(1.0, 2.0, 20)


@pytest.mark.parametrize(
    ("late", "direction", "above"),
    [(WORLDS + 1, "rises", 20), (WORLDS - 1, "falls", 0), (np.where(WORLDS < 1.2, WORLDS - 1, WORLDS + 1), "open", 16), (WORLDS, "open", 0)],
)
def test_a_direction_is_named_where_worlds_agree(late: np.ndarray, direction: str, above: int) -> None:
    change = Change(forecasts(RATE, lambda year: late if year > 2011 else WORLDS))
    assert (change.direction, change.above) == (direction, above)
    assert f"{above} of 20 worlds" in change.line() and "2009-11" in change.line()


def test_only_the_last_three_years_of_either_side_count() -> None:
    change = Change(forecasts(RATE, lambda year: WORLDS + (1.0 if year in (2021, 2022, 2023) else 0.0 if year in (2009, 2010, 2011) else 99.0)))
    assert change.direction == "rises" and change.interval[1] == pytest.approx(2.5)


def test_an_interval_of_a_factor_of_four_leaves_the_size_open() -> None:
    assert Change(forecasts(RATE, lambda year: np.geomspace(1.0, 6.0, 99))).wide
    assert not Change(forecasts(RATE, lambda year: np.geomspace(1.0, 3.0, 99))).wide
    zero = Change(forecasts(RATE, lambda year: np.linspace(-1.0, 1.0, 99)))
    assert zero.wide and "factor" not in zero.wide_line()


def test_a_wrong_start_is_told() -> None:
    assert "23.5 on record in 2011" in off(forecasts(RATE, lambda year: WORLDS, {2010: 1.5, 2011: 23.5}))
    assert not off(forecasts(RATE, lambda year: WORLDS, {2010: 23.5, 2011: 1.5})) and not off(forecasts(RATE, lambda year: WORLDS))


def test_both_nulls_have_to_lie_in_the_interval() -> None:
    assert both(forecasts(RATE, lambda year: np.array([0.0, 3.0]))[-1])
    assert not both(forecasts(RATE, lambda year: np.array([1.5, 3.0]))[-1])


def test_a_section_without_lines_says_so() -> None:
    assert list(listed("rises", [])) == ["### What rises\n", "None.", ""]


def test_the_page_has_everything(tmp_path: Path) -> None:
    found = prediction(plan(tmp_path, 12))
    text = "\n".join(page(found))
    for one in series():
        assert f"### {one.title}\n" in text
    assert text.count("| fitted |") == 12 * len(series()) == text.count("| not seen | \N{EN DASH} |")  # nothing on record after 2011
    assert "model `somewhere else`: a file of the model has changed" in text and "members (2012)" in text
    assert "| 1 | Zacatecas 31 (31 to 31) |" in text and "| 8 |" in text and "| 9 |" not in text
    assert "| soldiers deployed, share of the largest deployment | share | 0.5 |" in text


def test_tables_are_long_and_the_nulls_begin_where_nothing_was_seen(tmp_path: Path) -> None:
    found = tables(prediction(plan(tmp_path, 5)))
    rows = found["prediction.csv"]
    wanted = ["series", "year", "median", "low50", "high50", "low90", "high90", "persistence", "trend", "noise"]
    assert list(rows[0])[:10] == wanted and len(rows) == 24 * len(series())
    assert {row["year"] for row in rows if row["persistence"] == row["persistence"]} == set(range(2012, 2024))
    assert {row["year"] for row in rows if row["record"] == row["record"]} == set(range(2000, 2012))
    assert {row["year"] for row in found["worlds.csv"]} == set(range(2012, 2024)) and "world4" in found["worlds.csv"][0]
    assert len(found["states.csv"]) == 32 * 12


@pytest.mark.parametrize("says", [noisy, silent])
def test_a_panel_a_series_and_no_record_in_the_years_not_seen(tmp_path: Path, says: object) -> None:
    with house_style():
        figure = draw(prediction(plan(tmp_path, 4), says))  # type: ignore[arg-type]
    titles = [axes.get_title(loc="left") for axes in figure.axes]
    assert titles == [*(one.title for one in series()), ""]
    for axes in figure.axes[:-1]:
        markers = [line for line in axes.get_lines() if line.get_marker() == "D"]
        drawn = [x for line in markers for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True) if np.isfinite(y)]
        assert len(markers) == 1 and max(drawn, default=0) < END == axes.get_lines()[0].get_xdata()[0]


def test_a_prediction_of_which_no_world_spoke_is_still_a_page(tmp_path: Path) -> None:
    text = "\n".join(page(prediction(plan(tmp_path, 3), silent)))
    assert "3 worlds stopped before the end" in text and "nan" not in text
