"""The record as pictures draw it: by year in record_series.csv, case by case in record_cases.csv."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Recorded:
    """A year's value, with the ends of its range where the record is one."""

    year: int
    value: float
    ends: tuple[float, float] | None


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of this folder, without its comments."""
    text = files("leyenda.studies.validate").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def series(name: str) -> tuple[Recorded, ...]:
    """What the record says by year; nothing if it says nothing of that name."""
    found = [row for row in rows("record_series.csv") if row["series"] == name]
    ends = [(float(row["low"]), float(row["high"])) if row["low"] else None for row in found]
    return tuple(Recorded(int(row["year"]), float(row["value"]), end) for row, end in zip(found, ends, strict=True))


@cache
def cases(kind: str) -> dict[str, float]:
    """What the record says case by case."""
    return {row["case"]: float(row["value"]) for row in rows("record_cases.csv") if row["kind"] == kind}
