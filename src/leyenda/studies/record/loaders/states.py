"""Names of states as files write them, matched to the project's own."""

import csv
import re
from functools import cache
from pathlib import Path

from leyenda.scenario.errors import InputError, nearest, shown
from leyenda.studies.record.loaders.cells import At
from leyenda.studies.record.loaders.words import plain

NATION, NOWHERE = "(nation)", "(nowhere)"
AROUND = re.compile(r"^(?:\d\d? (?=\D))?(?:estado (?:libre y soberano )?de |state of )?(.*?)(?: state| estado)?$")


@cache
def variants() -> dict[str, str]:
    """State by every way of writing it, code included."""
    lines = (Path(__file__).parents[1] / "states.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {plain(name): row["name"] for row in rows for name in (row["name"], row["inegi"], *row["variants"].split(";"))}


@cache
def states() -> tuple[str, ...]:
    """The 32 states, by INEGI's codes."""
    return tuple(name for name in dict.fromkeys(variants().values()) if name not in (NATION, NOWHERE))


@cache
def known(cell: str) -> str:
    """The state, NATION or NOWHERE that a cell names; "" for a name that nobody knows."""
    name = plain(cell)
    within = AROUND.fullmatch(name)
    bare = within[1] if within else name
    number = str(int(name)) if re.fullmatch(r"[0-9]{1,2}", name) else name
    return next((variants()[way] for way in (number, bare) if way in variants()), "") if name else NOWHERE


def likely(cell: str) -> str:
    """The state that a wrong name probably means, or ""."""
    close = nearest(plain(cell), [way for way in variants() if len(way) > 4])
    return variants()[close] if close else ""


def place(cell: str, at: At, column: str) -> str:
    """The state, NATION or NOWHERE that a cell names. Raises InputError for a name that nobody knows."""
    if found := known(cell):
        return found
    close = likely(cell)
    expected = "" if close else "one of the 32 states"
    raise InputError(*at, f"column {shown(column)}", f"names {shown(cell)}, which is no state", expected, close)
