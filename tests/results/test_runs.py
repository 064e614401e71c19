"""What a user gets from a run: arrays with names, tables, and the same again from a saved copy."""

import pickle
from pathlib import Path

import fakes
import numpy as np
import pytest
import xarray as xr

import leyenda
from leyenda.results.folder import FolderError
from leyenda.results.runs import Runs


def test_series_are_by_world_and_week(runs: Runs) -> None:
    deaths = runs.series["deaths"]
    assert deaths.dims == ("world", "week")
    assert deaths.shape == (23, 120)
    assert deaths.attrs["units"] == "persons/week"
    want = fakes.outcome(17, plazas=len(runs.scenario.plazas)).series["deaths"]
    assert np.array_equal(deaths.sel(world=17), want)


def test_a_series_is_read_only_when_looked_at(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    grid = Runs.grid

    def noted(self: Runs, table: str, name: str, *more: int) -> np.ndarray:
        read.append(name)
        return grid(self, table, name, *more)

    monkeypatch.setattr(Runs, "grid", noted)
    assert runs.series["deaths"].isel(week=3).values.shape == (23,)
    assert runs.series["deaths"].mean() > 0
    assert read == ["deaths"]


def test_lazy_arrays_take_every_kind_of_index(runs: Runs) -> None:
    lazy, loaded = runs.series["deaths"], runs.series["deaths"].compute()
    for index in ({"week": [1, 5, 7]}, {"week": slice(3, 60, 2), "world": [2]}, {"world": 3, "week": -1}):
        assert lazy.isel(index).equals(loaded.isel(index))
    pointwise = {"world": xr.DataArray([1, 2], dims="at"), "week": xr.DataArray([3, 4], dims="at")}
    assert lazy.isel(pointwise).equals(loaded.isel(pointwise))
    assert pickle.loads(pickle.dumps(loaded)).equals(loaded)


def test_plazas_have_their_names(runs: Runs) -> None:
    found = runs.by_plaza["exports"]
    assert found.coords["plaza"].values.tolist() == [plaza.name for plaza in runs.scenario.plazas]
    assert np.array_equal(found.sel(world=5), fakes.outcome(5, plazas=len(runs.scenario.plazas)).by_plaza["exports"])


def test_an_organisation_is_not_a_number_before_it_exists(runs: Runs) -> None:
    members = runs.by_organisation["members"]
    assert members.dims == ("world", "week", "organisation")
    want = fakes.outcome(2, plazas=len(runs.scenario.plazas)).by_organisation["members"]
    assert np.array_equal(members.sel(world=2), want[:, :2])


def test_balances_stand_at_the_end_of_their_week(runs: Runs) -> None:
    outcome = fakes.outcome(4, plazas=len(runs.scenario.plazas))
    assert np.array_equal(runs.balances.sel(world=4), outcome.balances)
    assert np.array_equal(runs.opening.sel(world=4), outcome.opening)
    yearly = runs.balances.sel(world=12)
    assert np.flatnonzero(~np.isnan(yearly.values).all(axis=1)).tolist() == [51, 103, 119]


def test_tables_carry_their_world_in_order(runs: Runs) -> None:
    assert runs.events.column_names == ["world", "id", "week", "kind", "who", "whom", "organisation", "plaza", "amount"]
    assert runs.causes.column_names == ["world", "event", "cause", "weight"]
    assert runs.ledger.column_names == ["world", "week", "source", "sink", "kind", "amount"]
    for table in (
        runs.events,
        runs.causes,
        runs.ledger,
        runs.people,
        runs.organisations,
        runs.offices,
        runs.banks,
        runs.wars,
    ):
        worlds = table["world"].to_pylist()
        assert worlds == sorted(worlds) and set(worlds) == set(range(23))


def test_a_table_of_one_world(runs: Runs) -> None:
    assert set(runs.table("events", 12)["world"].to_pylist()) == {12}


def test_the_scenario_is_kept(runs: Runs) -> None:
    assert runs.scenario.hash == runs.content["scenario"]


def test_saved_runs_open_again(runs: Runs, tmp_path: Path) -> None:
    runs.save(tmp_path / "copy")
    again = leyenda.open(tmp_path / "copy")
    assert again.events.equals(runs.events)
    assert again.series.equals(runs.series)
    with pytest.raises(leyenda.OutputError, match="not empty"):
        runs.save(tmp_path / "copy")


def test_what_is_no_run_folder_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(FolderError, match="not a run folder"):
            leyenda.open(folder)
