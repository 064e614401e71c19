"""Runs: everything a run folder holds, read lazily, as xarray over worlds and weeks and as Arrow tables."""

import shutil
from collections.abc import Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import xarray as xr

from leyenda.results import manifest
from leyenda.results.arrays import dataset, scatter
from leyenda.results.files import appearing
from leyenda.results.folder import FolderError, batches, read_content
from leyenda.results.tables import OPENING
from leyenda.world.log import BY_ORGANISATION, BY_PLAZA, SERIES

if TYPE_CHECKING:
    from leyenda.scenario import Scenario


class Runs:
    """Many worlds of one scenario. Worlds that were stopped are in `failed` and nowhere else.

    Other tools read the same tables as parts/*/TABLE.parquet in the run folder. `keep` is held for as long as the Runs
    is: a temporary folder lives as long as its results.
    """

    def __init__(self, folder: Path, keep: object = None) -> None:
        self.folder = folder
        self.keep = keep
        self.content = read_content(folder)
        self.parts = batches(folder)
        if not self.parts:
            raise FolderError(f"{folder} holds no finished worlds yet; finish the run with --resume.")
        stopped = self.table("worlds").to_pydict()
        errors = dict(zip(stopped["world"], stopped["error"], strict=True))
        self.worlds = np.array([world for world, error in errors.items() if not error], dtype=int)
        self.failed = {world: error for world, error in errors.items() if error}
        self.asked = manifest.numbers(self.content["worlds"])
        self.complete = len(errors) == len(self.asked)

    def __repr__(self) -> str:
        return f"<Runs of {self.content['title']}: {len(self.worlds)} worlds, {self.weeks} weeks, seed {self.seed}>"

    @property
    def weeks(self) -> int:
        """Weeks in every world."""
        return int(self.content["weeks"])

    @property
    def seed(self) -> int:
        """The seed all worlds share."""
        return int(self.content["seed"])

    @cached_property
    def scenario(self) -> "Scenario":
        """The scenario as it was run, every default included."""
        from leyenda.results.loading import load_run

        return load_run(self.folder / "scenario")

    def dataset(self, name: str) -> ds.Dataset:
        """A table of all worlds, not yet read: filter and choose columns before reading."""
        files = [path / f"{name}.parquet" for path in self.parts]
        return ds.dataset([str(path) for path in files if path.exists()], format="parquet")

    def table(self, name: str, world: int | None = None, columns: Sequence[str] | None = None) -> pa.Table:
        """A table of all worlds or of one, in the order of worlds."""
        chosen = None if world is None else pc.field("world") == world
        return self.dataset(name).to_table(columns=columns, filter=chosen).unify_dictionaries()

    @cached_property
    def series(self) -> xr.Dataset:
        """(world, week): the state of each world at the end of each week."""
        coords = {"world": self.worlds, "week": np.arange(self.weeks)}
        return dataset(self.columns("series", 2), SERIES, coords, lambda name: self.grid("series", name))

    @cached_property
    def by_plaza(self) -> xr.Dataset:
        """(world, week, plaza): each plaza at the end of each week."""
        plazas = [plaza.name for plaza in self.scenario.plazas]
        coords = {"world": self.worlds, "week": np.arange(self.weeks), "plaza": plazas}
        return dataset(
            self.columns("by_plaza", 3), BY_PLAZA, coords, lambda name: self.grid("by_plaza", name, len(plazas))
        )

    @cached_property
    def by_organisation(self) -> xr.Dataset:
        """(world, week, organisation): each organisation at the end of each week, while it exists."""
        most = pc.max(self.table("by_organisation", columns=["organisation"])["organisation"]).as_py()
        coords = {"world": self.worlds, "week": np.arange(self.weeks), "organisation": np.arange(most + 1)}

        def load(name: str) -> np.ndarray:
            found = self.table("by_organisation", columns=["world", "week", "organisation", name])
            world, week, organisation, values = (column.to_numpy() for column in found.columns)
            places = (np.searchsorted(self.worlds, world), week, organisation)
            return scatter((len(self.worlds), self.weeks, most + 1), places, values)

        return dataset(self.columns("by_organisation", 3), BY_ORGANISATION, coords, load)

    @cached_property
    def balances(self) -> xr.DataArray:
        """(world, week, account): what each account class holds at the end of the week, M$, where it was kept."""
        return self.held.sel(week=slice(0, None))

    @cached_property
    def opening(self) -> xr.DataArray:
        """(world, account): what each account class holds before the first week, M$."""
        return self.held.sel(week=OPENING, drop=True)

    @cached_property
    def held(self) -> xr.DataArray:
        """Balances with the opening one as week -1."""
        found = self.table("balances")
        account = found["account"].combine_chunks()
        names = account.dictionary.to_pylist()
        weeks = np.arange(OPENING, self.weeks)
        places = (
            np.searchsorted(self.worlds, found["world"].to_numpy()),
            found["week"].to_numpy() - OPENING,
            account.indices.to_numpy(),
        )
        values = scatter((len(self.worlds), len(weeks), len(names)), places, found["amount"].to_numpy())
        about = {"units": "M$", "long_name": "held at the end of the week"}
        return xr.DataArray(
            values, {"world": self.worlds, "week": weeks, "account": names}, name="balances", attrs=about
        )

    @cached_property
    def events(self) -> pa.Table:
        """What happened: world, id, week, kind, who, whom, organisation, plaza, amount."""
        return self.table("events")

    @cached_property
    def causes(self) -> pa.Table:
        """Links between events: world, event, cause (an earlier event's id), weight."""
        return self.table("causes")

    @cached_property
    def ledger(self) -> pa.Table:
        """What moved: world, week, source, sink, kind, amount in M$."""
        return self.table("ledger")

    @cached_property
    def wars(self) -> pa.Table:
        """Wars: world, year, the two organisations, deaths of each."""
        return self.table("wars")

    @cached_property
    def people(self) -> pa.Table:
        """Everybody there has ever been, as he is at the end."""
        return self.table("people")

    @cached_property
    def organisations(self) -> pa.Table:
        """Every organisation there has ever been."""
        return self.table("organisations")

    @cached_property
    def offices(self) -> pa.Table:
        """Every post, as it is at the end."""
        return self.table("offices")

    @cached_property
    def banks(self) -> pa.Table:
        """Every bank, as it is at the end."""
        return self.table("banks")

    def save(self, path: str | PathLike[str]) -> Path:
        """Copy the run folder to a path that is not taken. Raises OutputError."""
        final = Path(path)
        with appearing(final) as copy:
            shutil.copytree(self.folder, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
        return final

    def columns(self, name: str, index: int) -> list[str]:
        """The names of a table's values: all columns after the first ones, which say where."""
        names: list[str] = self.dataset(name).schema.names
        return names[index:]

    def grid(self, table: str, name: str, *more: int) -> np.ndarray:
        """A column that has one row for every world, week (and place), in that order."""
        values: np.ndarray = self.table(table, columns=[name])[name].to_numpy()
        return values.reshape(len(self.worlds), self.weeks, *more)


def open(path: str | PathLike[str]) -> Runs:
    """The results in a run folder. Raises FolderError if it is not one, or holds no finished world."""
    return Runs(Path(path))
