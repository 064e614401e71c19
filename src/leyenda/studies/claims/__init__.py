"""The claims: what two articles say about the system, each as an experiment that can fail. One file each."""

from leyenda.studies.claims.claim import Claim, load, modules
from leyenda.studies.claims.experiment import Finding, run

__all__ = ["Claim", "Finding", "load", "modules", "run"]
