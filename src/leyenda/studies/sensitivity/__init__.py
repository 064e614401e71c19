"""Which parameters matter for an output: Morris screening and Sobol indices, every point on the same few worlds."""

from leyenda.studies.sensitivity.result import Sensitivity
from leyenda.studies.sensitivity.run import sensitivity

__all__ = ["Sensitivity", "sensitivity"]
