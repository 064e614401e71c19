"""Paired effects of acts and policies: every arm on the same worlds, against both baselines."""

from leyenda.studies.compare.effect import Effect
from leyenda.studies.compare.run import compare

__all__ = ["Effect", "compare"]
