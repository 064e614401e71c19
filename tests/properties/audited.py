"""What the auditor finds in one world, without the disk between."""

from functools import cache
from typing import Any

import numpy as np

from leyenda.engine.outcome import Outcome
from leyenda.results import audit, tables


class Kept:
    """What the auditor reads of a batch."""

    def __init__(self, left: Outcome) -> None:
        self.left = left
        self.read = cache(self.load)

    def load(self, table: str) -> dict[str, np.ndarray]:
        """A table as it would be saved."""
        found = tables.TABLES[table](self.left, True)
        return {name: found[name].to_numpy() for name in found.column_names}


def findings(left: Outcome) -> list[str]:
    """All that is wrong with what a world left behind."""
    part: Any = Kept(left)
    return [finding for check in audit.CHECKS for finding in check(part)]
