"""A series in a year as the worlds say it, and how much of their spread is chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from leyenda.studies.predict.series import SEEN, Series
from leyenda.studies.validate.judged import Values

NAN = float("nan")
SHARES = (0.5, 0.25, 0.75, 0.05, 0.95)  # the median, half of the worlds, 90 % of them


@dataclass(frozen=True)
class Forecast:
    """values: one a world, NaN where one was stopped; alike: the same of worlds with the same parameters.

    persistence, trend: what the nulls say, NaN where they say nothing and up to 2011; based_on: what they were made from.
    """

    series: Series
    year: int
    values: Values
    alike: Values
    record: float = NAN
    persistence: float = NAN
    trend: float = NAN
    based_on: str = ""

    @property
    def fitted(self) -> bool:
        """Whether the year belongs to those that the model was fitted to."""
        return self.year <= SEEN

    @cached_property
    def quantiles(self) -> tuple[float, ...]:
        """Median, ends of the 50 % and of the 90 % interval."""
        return quantiles(self.values, SHARES)

    @property
    def median(self) -> float:
        """The median world."""
        return self.quantiles[0]

    @property
    def ends(self) -> tuple[float, float]:
        """The 90 % interval."""
        return self.quantiles[3], self.quantiles[4]

    @property
    def noise(self) -> float:
        """Standard deviation between worlds of the same parameters, in the unit of the series."""
        return deviation(self.alike)

    @property
    def floor(self) -> float:
        """CRPS that worlds of the same parameters get on average when one of them is what happened: half their mean distance."""
        seen = np.sort(spoken(self.alike))
        n = len(seen)
        return float((2 * np.arange(1, n + 1) - n - 1) @ seen) / (n * (n - 1)) if n > 1 else NAN

    @property
    def chance(self) -> float:
        """Part of the variance between worlds that worlds of the same parameters have too; the rest is the parameters'. At most 1."""
        whole = deviation(self.values)
        return min(1.0, (self.noise / whole) ** 2) if whole > 0 else NAN


def spoken(values: Values) -> Values:
    """The values of the worlds that say something."""
    return values[np.isfinite(values)]


def quantiles(values: Values, shares: Sequence[float]) -> tuple[float, ...]:
    """Quantiles over the worlds that say something; NaN if none does."""
    seen = spoken(values)
    return tuple(float(end) for end in np.quantile(seen, shares)) if len(seen) else (NAN,) * len(shares)


def deviation(values: Values) -> float:
    """Standard deviation over the worlds that say something; NaN for fewer than two."""
    seen = spoken(values)
    return float(seen.std(ddof=1)) if len(seen) > 1 else NAN
