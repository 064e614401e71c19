"""A run folder: run.toml, scenario/ and parts/, filled a batch of worlds at a time.

Why     A batch is a fixed set of world numbers and appears whole, so the bytes on disk depend on no thread, no timing
        and no interruption; memory holds only the batches that are under way.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from leyenda.results import manifest
from leyenda.results.files import OutputError, appearing, reason
from leyenda.results.tables import TABLES, WEEKLY_WORLDS, worlds

if TYPE_CHECKING:
    from leyenda.engine.outcome import Outcome
    from leyenda.scenario import Scenario

BATCH = 10
PARTS = "parts"
SAYS = {
    "scenario": "another scenario",
    "seed": "another seed",
    "worlds": "other worlds",
    "ledger": "another ledger",
    "version": "another version of leyenda",
    "model": "other rules",
}


class FolderError(OutputError):
    """A folder cannot be used as asked; the message is one sentence for the user."""


def open_folder(folder: Path, scenario: "Scenario", content: dict[str, Any], threads: int, resume: bool) -> None:
    """Start a run folder, or pick one up where it stopped. Raises FolderError if it holds something else."""
    if resume and (folder / manifest.NAME).exists():
        same(folder, content)
        for left in folder.glob(f"{PARTS}/.*.unfinished"):
            shutil.rmtree(left)
        return
    check_free(folder)
    start(folder, scenario, content, threads)


def check_name(folder: Path) -> None:
    """Refuse a path under which no folder can appear, or whose tables Arrow could not be told of."""
    if not folder.name:
        raise FolderError(f"{folder} cannot be made anew; choose a folder with a name of its own.")
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        raise FolderError(f"{folder} is no name in UTF-8; choose another folder.") from None


def check_free(folder: Path) -> None:
    """Refuse a path at which something else than an empty folder stands."""
    try:
        if folder.exists() and any(folder.iterdir()):
            is_run = (folder / manifest.NAME).exists()
            hint = "add --resume to finish the run in it, or choose another folder" if is_run else "it is not a run folder"
            raise FolderError(f"{folder} exists and is not empty; {hint}.")
    except OSError as error:
        raise FolderError(reason(error, folder)) from error


def start(folder: Path, scenario: "Scenario", content: dict[str, Any], threads: int) -> None:
    """A new run folder, without any world yet."""
    from leyenda.scenario import dump

    check_name(folder)
    try:
        with appearing(folder) as new:
            manifest.write(new, content, manifest.surroundings(threads))
            dump(scenario, new / "scenario")
            (new / PARTS).mkdir()
    except OutputError as error:
        raise FolderError(str(error)) from error


def read_content(folder: Path) -> dict[str, Any]:
    """What the run in a folder is. Raises FolderError if there is none."""
    try:
        return manifest.read(folder)
    except (OSError, ValueError, RecursionError) as error:
        raise FolderError(f"{folder} is not a run folder: it has no readable {manifest.NAME}.") from error


def same(folder: Path, wanted: dict[str, Any]) -> None:
    """Refuse to continue another run."""
    found = read_content(folder)
    for key, says in SAYS.items():
        if found.get(key) != wanted[key]:
            raise FolderError(f"{folder} cannot be resumed: it was begun with {says}; choose another folder.")
    for damaged in damage(folder):
        raise FolderError(f"{folder} cannot be resumed: {damaged}")


def batch_name(world: int) -> str:
    """The batch a world belongs to, by its number."""
    first = world // BATCH * BATCH
    return f"{first:06d}-{first + BATCH - 1:06d}"


def batches(folder: Path) -> list[Path]:
    """The finished batches of a run, in the order of their worlds."""
    return sorted(folder.glob(f"{PARTS}/[0-9]*"))


def damage(folder: Path) -> Iterator[str]:
    """A sentence for each table that is missing or cannot be read; a batch of stopped worlds has `worlds` alone."""
    for batch in batches(folder):
        there = {path.stem for path in batch.glob("*.parquet")}
        for name in ("worlds", *TABLES) if there - {"worlds"} else ("worlds",):
            path = batch / f"{name}.parquet"
            try:
                pq.read_schema(path)
            except (OSError, pa.ArrowInvalid):
                yield f"{path.relative_to(folder).as_posix()} {'cannot be read' if name in there else 'is missing'}."


def missing(folder: Path, wanted: Sequence[int]) -> list[int]:
    """The worlds whose batch is not finished."""
    done = {path.name for path in batches(folder)}
    return [world for world in wanted if batch_name(world) not in done]


def fill(folder: Path, wanted: Sequence[int], outcomes: Iterable["Outcome"], full: bool) -> Iterator[int]:
    """Write outcomes as their batches become complete; yields each world as it arrives. Raises OutputError."""
    expected: dict[str, int] = {}
    for world in wanted:
        expected[batch_name(world)] = expected.get(batch_name(world), 0) + 1
    waiting: dict[str, list[Outcome]] = {name: [] for name in expected}
    for outcome in outcomes:
        name = batch_name(outcome.world)
        waiting[name].append(outcome)
        if len(waiting[name]) == expected[name]:
            write_batch(folder / PARTS / name, waiting.pop(name), full)
        yield outcome.world


def write_batch(final: Path, outcomes: list["Outcome"], full: bool) -> None:
    """All tables of a batch; a world that was stopped is in `worlds` alone, with what stopped it."""
    outcomes = sorted(outcomes, key=lambda outcome: outcome.world)
    whole = [outcome for outcome in outcomes if not outcome.error]
    with appearing(final) as part:
        write_table(part / "worlds.parquet", [worlds(outcome) for outcome in outcomes])
        for name, make in TABLES.items() if whole else ():
            write_table(
                part / f"{name}.parquet", [make(outcome, full or outcome.world < WEEKLY_WORLDS) for outcome in whole]
            )


def write_table(path: Path | BinaryIO, tables: list[pa.Table]) -> None:
    """One part: zstd, floats split by byte, everything else by dictionary."""
    table = pa.concat_tables(tables)
    floats = [field.name for field in table.schema if pa.types.is_floating(field.type)]
    others = [field.name for field in table.schema if field.name not in floats]
    pq.write_table(table, path, compression="zstd", use_dictionary=others, use_byte_stream_split=floats)
