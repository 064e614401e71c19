"""The folder of a comparison: comparison.toml, the baseline's scenario, and one Parquet file a world that appears whole.

Why     A comparison may be killed at any moment; what carries a final name is complete, and what is missing is run again.
"""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import tomli_w

from leyenda.results import manifest
from leyenda.results.files import OutputError, appearing, reason, write_whole
from leyenda.results.folder import SAYS, FolderError, check_name, write_table
from leyenda.scenario import dump
from leyenda.studies.compare.plan import Plan
from leyenda.studies.compare.reduce import Reduced, rows, years_before

NAME = "comparison.toml"
PARTS = "parts"
DIFFERS = {**SAYS, "arms": "other arms", "start": "another first week", "weeks": "another length"}


def open_folder(folder: Path, plan: Plan, threads: int) -> None:
    """Begin a folder, or pick up the same comparison. Raises FolderError if anything else stands there."""
    try:
        if (folder / NAME).exists():
            same(folder, plan.content())
        elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderError(f"{folder} exists and holds no comparison; choose another folder.")
        else:
            begin(folder, plan, threads)
    except FolderError:
        raise
    except (OutputError, OSError) as error:
        raise FolderError(reason(error, folder) if isinstance(error, OSError) else str(error)) from error


def begin(folder: Path, plan: Plan, threads: int) -> None:
    """A new folder, without any world yet."""
    check_name(folder)
    with appearing(folder) as new:
        text = tomli_w.dumps({"content": plan.content(), "made": manifest.surroundings(threads)})
        (new / NAME).write_text(text, encoding="utf-8", newline="\n")
        dump(plan.scenario, new / "scenario")
        (new / PARTS).mkdir()


def same(folder: Path, wanted: dict[str, Any]) -> None:
    """Refuse to go on with another comparison."""
    try:
        found = tomllib.loads((folder / NAME).read_text(encoding="utf-8")).get("content", {})
    except ValueError:
        raise FolderError(f"{folder / NAME} cannot be read; choose another folder.") from None
    for key, value in wanted.items():
        if found.get(key) != value:
            raise FolderError(f"{folder} holds a comparison with {DIFFERS.get(key, f'another {key}')}; choose another folder.")


def path_of(folder: Path, world: int) -> Path:
    """Where a world is kept."""
    return folder / PARTS / f"{world:06d}.parquet"


def keep(folder: Path, plan: Plan, found: Reduced) -> None:
    """Write one world: a row for each arm, output, place and year; year 1 begins at the start. Raises OutputError."""
    write_whole(path_of(folder, found.world), lambda file: write_table(file, [long(plan, found)]))


def long(plan: Plan, found: Reduced) -> pa.Table:
    """One world as a long table; a world that was stopped has no rows, and why in the metadata."""
    arms, _, years = found.values.shape
    labels = rows(plan.scenario) if arms else []
    size = len(labels) * years
    columns = {
        "world": np.full(arms * size, found.world, np.int32),
        "arm": [arm for arm in plan.order[:arms] for _ in range(size)],
        "output": [output for _ in range(arms) for output, _ in labels for _ in range(years)],
        "place": [place for _ in range(arms) for _, place in labels for _ in range(years)],
        "year": np.tile(np.arange(years, dtype=np.int32) + 1 - years_before(plan.start), arms * len(labels)),
        "value": found.values.ravel(),
    }
    types = {"arm": pa.string(), "output": pa.string(), "place": pa.string()}
    arrays = {name: pa.array(values, types.get(name)) for name, values in columns.items()}
    return pa.table(arrays).replace_schema_metadata({"error": found.error})


def read(folder: Path, plan: Plan) -> dict[int, Reduced]:
    """The worlds that are finished, by number. Raises FolderError for a part that cannot be read."""
    return {world: read_part(folder, plan, world) for world in plan.worlds if path_of(folder, world).exists()}


def read_part(folder: Path, plan: Plan, world: int) -> Reduced:
    """One world as it was kept."""
    path = path_of(folder, world)
    try:
        table = pq.read_table(path, columns=["value"])
        error = table.schema.metadata[b"error"].decode()
        shape = (0, 0, 0) if error else (len(plan.order), len(rows(plan.scenario)), -1)
        return Reduced(world, error, table["value"].to_numpy().reshape(shape))
    except (OSError, pa.ArrowInvalid, ValueError, KeyError, TypeError) as error:
        raise FolderError(f"{path} cannot be read; delete it and its world is run again.") from error
