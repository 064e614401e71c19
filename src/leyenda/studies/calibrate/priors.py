"""What may be fitted, and where it may lie; data in priors.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Prior:
    """A parameter of a rule, uniform between two ends, on a log scale if `log`."""

    parameter: str
    low: float
    high: float
    source: str
    log: bool = False

    def at(self, place: float) -> float:
        """The value at a place from 0 to 1, never beyond an end by rounding."""
        value = self.low * (self.high / self.low) ** place if self.log else self.low + (self.high - self.low) * place
        return float(min(max(value, self.low), self.high))


@cache
def priors() -> tuple[Prior, ...]:
    """All priors, in their order."""
    text = files("leyenda.studies.calibrate").joinpath("priors.toml").read_text("utf-8")
    return tuple(Prior(**row) for row in tomllib.loads(text)["prior"])
