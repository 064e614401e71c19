"""One batch of worlds as plain arrays."""

from functools import cache
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

Columns = dict[str, np.ndarray]
MANY = 1_000_000


class DamagedError(Exception):
    """A table that cannot be audited; the message is one sentence."""


class Table(Columns):
    """The columns of one table; a column that is not there is damage, not a bug."""

    def __init__(self, name: str, columns: Columns) -> None:
        super().__init__(columns)
        self.name = name

    def __missing__(self, column: str) -> np.ndarray:
        raise DamagedError(f"{self.name} has no column {column}.")


class Part:
    """The tables of one batch, each as a dict of arrays; words are arrays of str."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read = cache(self.load)

    def has(self, table: str) -> bool:
        """Whether the batch holds this table."""
        return (self.path / f"{table}.parquet").exists()

    def load(self, table: str) -> Columns:
        """A table from the disk."""
        found = pq.read_table(self.path / f"{table}.parquet")
        return Table(table, {name: found[name].to_numpy() for name in found.column_names})


def moment(columns: Columns) -> np.ndarray:
    """World and week in one number."""
    return columns["world"].astype(np.int64) * MANY + columns["week"]


def row(columns: Columns) -> np.ndarray:
    """World and event in one number."""
    return columns["world"].astype(np.int64) * MANY + columns["id"]


def said(at: int) -> str:
    """A moment in words."""
    return f"world {at // MANY}, week {at % MANY}"
