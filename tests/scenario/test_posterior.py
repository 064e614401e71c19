"""Parameters world by world."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import leyenda
from leyenda.engine.build import first
from leyenda.engine.ensemble import run_worlds
from leyenda.scenario.posterior import read_points
from leyenda.studies.calibrate.priors import priors

POINTS = {"contest": {"killings": (0.01, 0.02)}, "recruit": {"fed": (0.02, 0.03)}}


def test_each_world_takes_the_next_point() -> None:
    scenario = leyenda.load("two-plazas").with_({"posterior": POINTS})
    own = [first(scenario, world, 1)["par"] for world in range(3)]
    assert [float(par["contest"]["killings"]) for par in own] == [0.01, 0.02, 0.01]
    assert [float(par["recruit"]["fed"]) for par in own] == [0.02, 0.03, 0.02]


def test_a_world_is_that_of_its_point_set_by_hand() -> None:
    two = leyenda.load("two-plazas").with_({"weeks": 104})
    fitted = next(run_worlds(two.with_({"posterior": POINTS}), [1], 1))
    by_hand = next(run_worlds(two.with_({"rules.contest.killings": 0.02, "rules.recruit.fed": 0.03}), [1], 1))
    plain = next(run_worlds(two, [1], 1))
    assert all(np.array_equal(fitted.series[name], by_hand.series[name]) for name in fitted.series)
    assert not np.array_equal(fitted.series["members"], plain.series["members"])


@pytest.mark.parametrize(
    ("posterior", "says"),
    [
        ({"contest": {"killing": (0.01,)}}, "posterior.contest.killing is unknown; did you mean posterior.contest.killings?"),
        ({"contest": {"killings": (9.0,)}}, "posterior.contest.killings has 9; expected numbers from"),
        ({"contest": {"killings": (0.01,)}, "recruit": {"fed": (0.02, 0.03)}}, "columns of [1, 2] values"),
        ({"contest": {"killings": ()}}, "columns of [0] values"),
    ],
)
def test_what_is_wrong_is_said(posterior: dict[str, Any], says: str) -> None:
    with pytest.raises(leyenda.InputError) as error:
        leyenda.load("two-plazas").with_({"posterior": posterior})
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# only this\n", "holds no points"),
        ("contest.killings,recruit.fed\n0.01\n", "accepted.csv, line 2: has 1 cells; expected 2, one a parameter."),
        ("# made by hand\ncontest.killings\n0.01\nmany\n", 'line 4: has "many"; expected a number.'),
    ],
)
def test_a_file_of_points_that_is_none_is_refused(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "accepted.csv").write_text(text, encoding="utf-8")
    with pytest.raises(leyenda.InputError) as error:
        read_points(tmp_path / "accepted.csv")
    assert says in str(error.value)


def test_points_are_read_past_comments(tmp_path: Path) -> None:
    (tmp_path / "accepted.csv").write_text("# why\ncontest.killings,recruit.fed\n0.01,0.02\n\n0.02,0.03\n", encoding="utf-8")
    assert read_points(tmp_path / "accepted.csv") == POINTS


def test_a_run_keeps_its_points(tmp_path: Path) -> None:
    scenario = leyenda.load("two-plazas").with_({"weeks": 10, "posterior": POINTS})
    leyenda.simulate(scenario, worlds=2, seed=1, out=tmp_path / "run")
    assert leyenda.load(tmp_path / "run" / "scenario").hash == scenario.hash


def test_the_set_that_comes_with_the_model_is_known_by_its_name_and_fits_the_priors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = read_points(Path("record"))
    assert {f"{rule}.{name}" for rule, named in found.items() for name in named} == {prior.parameter for prior in priors()}
    for prior in priors():
        rule, name = prior.parameter.split(".")
        assert len(found[rule][name]) == 100 and all(prior.low <= value <= prior.high for value in found[rule][name])
    Path("record").write_text("contest.killings\n0.01\n", encoding="utf-8")
    assert read_points(Path("record")) == {"contest": {"killings": (0.01,)}}  # a file of that name comes first


def test_a_file_that_is_not_there_is_told_from_a_scenarios(tmp_path: Path) -> None:
    with pytest.raises(leyenda.InputError, match=r'nosuch\.csv: is missing; expected a CSV file of accepted points, or "record"'):
        read_points(tmp_path / "nosuch.csv")
