"""Two worlds compared field by field, and one world held against its own books and ranges."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.world.layout import TABLES
from leyenda.world.ledger import ACCOUNTS, INSIDE, TRANSFERS

Array = npt.NDArray[Any]
TOLD = ("policies",)  # what a world was told, which is not what happened in it


def different(one: Array, other: Array) -> list[str]:
    """The columns, TABLE.COLUMN, in which two worlds differ; what they were told apart."""
    columns = [(table, column) for table in TABLES if table not in TOLD for column in one[table].dtype.names or ()]
    return [f"{table}.{column}" for table, column in columns if one[table][column].tobytes() != other[table][column].tobytes()]


def open_books(opening: Array, block: Array, weeks: int) -> Iterator[str]:
    """Account classes whose balance changed by something else than what the ledger says, in at most a year from the start."""
    amount, balance = block["ledger"]["amount"][:weeks], block["ledger"]["balance"][:weeks]
    held = np.vstack([opening, balance])
    for account, name in enumerate(ACCOUNTS[:INSIDE]):
        signs = np.array([(sink == name) * 1.0 - (source == name) * 1.0 for _, source, sink in TRANSFERS])
        gap = np.abs(np.diff(held[:, account]) - amount @ signs)
        allowed = 1e-9 * (1.0 + np.abs(held[1:, account]) + amount.sum(axis=1))
        if not (gap <= allowed).all():
            week = int(np.argmax(gap - allowed))
            yield f"the ledger does not close for {name}: {gap[week]:.3g} M$ in week {week} came or went without being booked"


def out_of_range(block: Array) -> Iterator[str]:
    """Columns with a value outside of the range they are declared with, or with none."""
    for table, record in TABLES.items():
        for column, field in record.fields.items():
            values = np.asarray(block[table][column])
            if values.dtype.kind == "f" and not ((values >= field.low) & (values <= field.high)).all():
                yield f"{table}.{column} leaves its range, {field.low:g} to {field.high:g}"
