"""One declaration per field: its type, unit, range and meaning; dtype, docs and range checks follow from it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FLOAT, INT, KEY, FLAG = "f8", "i8", "u8", "u1"


@dataclass(frozen=True)
class Field:
    """A column of a record table. `each` names further axes (a table's name for one entry per row of it)."""

    type: str
    meaning: str
    unit: str = ""
    low: float = -np.inf
    high: float = np.inf
    each: tuple[str | int, ...] = ()
    scalar: bool = False


@dataclass(frozen=True)
class Record:
    """A kind of record: what one row is, how many rows there can be, and its fields."""

    name: str
    table: str
    meaning: str
    fields: dict[str, Field]

    def dtype(self, capacity: dict[str, int]) -> npt.DTypeLike:
        """The table as one record of columns for the given capacities (rows per table)."""
        rows = (capacity[self.table],) if self.table in capacity else ()
        columns = []
        for name, field in self.fields.items():
            extra = tuple(capacity[a] if isinstance(a, str) else a for a in field.each)
            columns.append((name, field.type, () if field.scalar else rows + extra))
        return np.dtype(columns, align=True)


def real(meaning: str, unit: str = "", low: float = -np.inf, high: float = np.inf, *each: str | int) -> Field:
    """A float column."""
    return Field(FLOAT, meaning, unit, low, high, each)


def share(meaning: str, *each: str | int) -> Field:
    """A float column between 0 and 1."""
    return Field(FLOAT, meaning, "share", 0.0, 1.0, each)


def whole(meaning: str, unit: str = "", low: float = -1, high: float = np.inf, *each: str | int) -> Field:
    """An integer column; -1 says nobody, nowhere or never."""
    return Field(INT, meaning, unit, low, high, each)


def flag(meaning: str, *each: str | int) -> Field:
    """A column of 0 or 1."""
    return Field(FLAG, meaning, "", 0, 1, each)


def key(meaning: str, *each: str | int) -> Field:
    """A 64-bit key that draws depend on."""
    return Field(KEY, meaning, "", each=each)


def count(meaning: str) -> Field:
    """One integer for the whole table."""
    return Field(INT, meaning, "", 0, scalar=True)


def single(meaning: str, unit: str = "", low: float = -np.inf, high: float = np.inf) -> Field:
    """One float for the whole table."""
    return Field(FLOAT, meaning, unit, low, high, scalar=True)
