"""Run many worlds of a scenario, into a folder that can be picked up again or into a temporary one."""

import os
import sys
import tempfile
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from leyenda.results import manifest
from leyenda.results.folder import fill, missing, open_folder
from leyenda.results.progress import shown
from leyenda.results.runs import Runs

if TYPE_CHECKING:
    from leyenda.scenario import Scenario

LEDGERS = ("brief", "full")
MOST = 1_000_000  # a batch is named by six digits


class StoppedError(Exception):
    """No world reached its end; the message says what stopped the first."""


def cores() -> int:
    """Processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check(key: str, value: object, well: bool, expected: str) -> None:
    """Refuse an argument that cannot be."""
    from leyenda.scenario import InputError

    if not well:
        raise InputError(key=key, found=f"is {value!r}", expected=expected)


def announce(scenario: "Scenario") -> None:
    """Say so if the model must first be compiled: it happens once for each version of the rules."""
    from leyenda.engine.build import layout
    from leyenda.engine.compiled import is_compiled

    if not is_compiled(layout(scenario)):
        print("Compiling the rules: about half a minute, once on this machine.", file=sys.stderr)


def simulate(
    scenario: "Scenario",
    worlds: int | Sequence[int] = 200,
    seed: int = 1,
    threads: int | None = None,
    progress: bool = False,
    ledger: Literal["brief", "full"] = "brief",
    compiled: bool = True,
    out: str | PathLike[str] | None = None,
    resume: bool = False,
) -> Runs:
    """Run worlds of a scenario and return their results.

    worlds: how many, or which numbers. threads: all cores if not given. ledger: "full" keeps every week of every world,
    "brief" every week of the first ten and years of the rest. compiled: off, the rules run as plain Python (slow).
    out: the run folder; without one the results live in a temporary folder as long as the Runs does.
    resume: finish the run that was begun in `out`.
    Raises InputError for an argument that cannot be, FolderError if `out` cannot be used, OutputError if writing fails,
    StoppedError if no world reaches its end.
    """
    from leyenda.engine.ensemble import run_worlds

    wanted = range(worlds) if isinstance(worlds, int) else sorted(set(worlds))
    count = cores() if threads is None else threads
    check("worlds", worlds, bool(wanted) and 0 <= wanted[0] <= wanted[-1] < MOST, f"1 to {MOST}, or a list of numbers from 0 to {MOST - 1}")
    check("seed", seed, 0 <= seed < 2**63, "a whole number from 0 to 2^63 - 1")
    check("threads", count, count >= 1, "at least 1")
    check("ledger", ledger, ledger in LEDGERS, " or ".join(LEDGERS))
    keep = None if out else tempfile.TemporaryDirectory(prefix="leyenda-")
    folder = Path(out) if out else Path(keep.name) / "run"  # type: ignore[union-attr]
    open_folder(folder, scenario, manifest.content(scenario, wanted, seed, ledger), count, resume)
    todo = missing(folder, wanted)
    if todo:
        if progress and compiled:
            announce(scenario)
        outcomes = run_worlds(scenario, todo, seed, count, compiled)
        for _ in shown(fill(folder, wanted, outcomes, ledger == "full"), len(todo), progress):
            pass
    runs = Runs(folder, keep)
    if not len(runs.worlds):
        raise StoppedError(f"No world reached its end: {next(iter(runs.failed.values()))}")
    return runs
