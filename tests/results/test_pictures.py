"""The pictures: there for any worlds, nothing cut off, the same bytes each time, sums that close."""

from pathlib import Path

import numpy as np
import pytest
import stories
from matplotlib.backends.backend_agg import FigureCanvasAgg
from test_screen import told

import leyenda
from leyenda.results.pictures import FORMATS, NAMES, draw_all, drawers, money
from leyenda.results.pictures.command import command
from leyenda.results.pictures.family import Family
from leyenda.results.pictures.style import house_style, save
from leyenda.results.pictures.survival import survival


def test_six_pictures_in_three_formats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = draw_all(told(monkeypatch), tmp_path / "here")
    assert [path.name for path in made] == [f"{name}.{ending}" for name in NAMES for ending in FORMATS]
    assert all(path.stat().st_size > 5000 for path in made)


@pytest.mark.parametrize("name", ["fate", "dollar"])
def test_a_picture_has_the_same_bytes_each_time(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    runs = told(monkeypatch)
    bytes_of = []
    for n in range(2):
        with house_style():
            figure = drawers()[name](runs)
            bytes_of.append([save(figure, tmp_path / f"{n}.{ending}").read_bytes() for ending in FORMATS])
    assert bytes_of[0] == bytes_of[1]


@pytest.mark.parametrize("worlds", [[0], [1], [3], [4], [1, 6], [3, 8], [0, 1, 2, 3, 4]])
def test_nothing_is_cut_off(worlds: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch, worlds)
    for name, draw in drawers().items():
        with house_style():
            figure = draw(runs)
            box = figure.get_tightbbox(FigureCanvasAgg(figure).get_renderer())
        width, height = figure.get_size_inches()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height, name


def test_a_short_run_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch, [0, 1], weeks=5)
    with house_style():
        assert all(draw(runs) for draw in drawers().values())


def test_every_dollar_is_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = told(monkeypatch)
    amounts = money.merged(runs)
    more = runs.held.isel(week=-1).values - runs.opening.values
    inside = dict(zip(runs.held["account"].values.tolist(), more.T, strict=True))
    held = inside["organisations"] + inside["organisations_clean"] + inside["people"] - money.officials(runs)
    assert np.allclose(amounts["kept"] - amounts["reserves"], held)
    found = money.cents(amounts)
    assert sum(found[name] for name in ("crime", "distribution", "suppliers")) == pytest.approx(100)


def test_survival_is_the_share_that_still_stands() -> None:
    found = survival(np.array([1.0, 2.0, 2.0, 3.0]), np.array([True, True, False, False]))
    assert found.time.tolist() == [0, 1, 2] and found.share == pytest.approx([1, 3 / 4, 3 / 4 * 2 / 3])
    assert (found.low <= found.share).all() and (found.share <= found.high).all()
    none = survival(np.array([3.0]), np.array([False]))
    assert none.share.tolist() == [1.0]


def test_a_family_keeps_its_descendants_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lanes = Family(told(monkeypatch), 0, 0).lanes()
    assert [lane.role for lane in lanes] == ["federation", "successors", "others"]
    assert [lane.members.max() for lane in lanes] == [600, 100, 300]
    assert lanes[1].parent == 0 and lanes[1].began == stories.FALL + 10


def test_the_command_repeats_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command(told(monkeypatch)) == "leyenda run two-plazas --set weeks=400 --worlds 5 --seed 1"
    odd = told(monkeypatch, [1, 3])
    assert "worlds 1,3" in command(odd)
    monkeypatch.setattr(odd, "scenario", leyenda.load("two-plazas").with_({"title": "Mine"}), raising=False)
    assert command(odd).startswith("leyenda run RUN/scenario")
