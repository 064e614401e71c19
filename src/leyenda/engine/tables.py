"""Filling a world's tables from a scenario's rows: names become row numbers, sides become 0 and 1."""

import hashlib
from collections.abc import Sequence
from typing import Any

Table = Any
SIDE = {"home": 0, "abroad": 1}


def named_key(*names: str) -> int:
    """The lineage key of something that a scenario names."""
    return int.from_bytes(hashlib.sha256("|".join(names).encode()).digest()[:8], "little")


def index(rows: Sequence[Any]) -> dict[str | None, int]:
    """Row numbers by name; a blank is nobody, nowhere or nothing: -1."""
    return {None: -1, **{row.name: number for number, row in enumerate(rows)}}


def fill(table: Table, rows: Sequence[Any], columns: Sequence[str]) -> None:
    """Copy like-named columns, and the number of rows."""
    table["count"] = len(rows)
    for name in columns:
        table[name][: len(rows)] = [getattr(row, name) for row in rows]


def nobody(table: Table, columns: Sequence[str]) -> None:
    """Columns that say nobody, nowhere or never until told otherwise."""
    for name in columns:
        table[name][...] = -1
