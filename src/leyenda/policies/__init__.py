"""What one could do about it: one file per policy, as data. A policy changes named rates; it never reaches into state."""

from leyenda.policies.catalogue import catalogue
from leyenda.policies.policy import Policy

__all__ = ["Policy", "catalogue"]
