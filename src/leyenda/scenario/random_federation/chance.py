"""Keyed draws for making a scenario: each number follows from the seed and from what it is about, and from nothing else."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from leyenda.base.draws import UNIT


@dataclass(frozen=True)
class Chance:
    """Chance of one seed. `of` says what is drawn, so that one more plaza or organisation leaves all other draws as they were."""

    seed: int

    def share(self, *of: object) -> float:
        """A number in (0, 1), uniform."""
        digest = hashlib.sha256("|".join(map(str, (self.seed, *of))).encode()).digest()
        return ((int.from_bytes(digest[:8], "little") >> 11) + 0.5) * UNIT

    def between(self, span: Sequence[float], *of: object) -> float:
        """A number from the first to the second of `span`, uniform, to four decimals."""
        return round(span[0] + (span[1] - span[0]) * self.share(*of), 4)

    def whole(self, span: Sequence[int], *of: object) -> int:
        """A whole number from the first to the second of `span`, both included."""
        return span[0] + int((span[1] - span[0] + 1) * self.share(*of))
