"""What one could do about it: one file per policy, as data. A policy changes named rates; it never reaches into state."""

from leyenda.policies.catalogue import add, catalogue, drop
from leyenda.policies.flaws import flaws
from leyenda.policies.policy import Policy

__all__ = ["Policy", "add", "catalogue", "drop", "flaws"]
