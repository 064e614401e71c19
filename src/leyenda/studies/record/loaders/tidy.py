"""The one form every file is brought into: how many died where, when and, if it is known, between whom."""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from leyenda.results.files import OutputError, reason
from leyenda.studies.record.loaders.states import NATION, NOWHERE


@dataclass(frozen=True)
class Row:
    """Deaths in a state in a year or month. state: None if not known; month: None for a year's; dyad: who against whom, or None."""

    state: str | None
    year: int
    month: int | None
    deaths: int
    dyad: str | None
    source: str


Key = tuple[str, int, int | None, str | None, str]  # state, year, month, dyad, source


@dataclass(frozen=True)
class Loaded:
    """What a file holds. read: rows used; notes: what was left out, added up or doubtful, a sentence each."""

    file: str
    kind: str
    rows: tuple[Row, ...]
    read: int
    notes: tuple[str, ...]


def tidied(deaths: Mapping[Key, int]) -> tuple[Row, ...]:
    """Rows in the order of states, years and months; without the nation's, which would count everybody twice."""
    found = [Row(None if at == NOWHERE else at, year, month, deaths[at, year, month, dyad, source], dyad, source)
             for at, year, month, dyad, source in deaths if at != NATION]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.state is None, row.state or "", row.year, row.month or 0, row.dyad or "", row.source)))


def by_year(rows: Iterable[Row]) -> dict[int, int]:
    """Deaths by year."""
    total: Counter[int] = Counter()
    for row in rows:
        total[row.year] += row.deaths
    return dict(sorted(total.items()))


def write(rows: Iterable[Row], path: Path) -> None:
    """The rows as CSV, which appears whole or not at all. Raises OutputError if it cannot be written."""
    filling = path.with_name(f".{path.name}.unfinished")
    try:
        with filling.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(field.name for field in fields(Row))
            writer.writerows(astuple(row) for row in rows)
        os.replace(filling, path)
    except OSError as error:
        raise OutputError(reason(error, path)) from error
    finally:
        filling.unlink(missing_ok=True)
