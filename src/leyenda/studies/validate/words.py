"""Numbers and texts of a validation as they are read."""

import math

from leyenda.results.wording import Texts
from leyenda.studies.validate.facts import Statistic

NONE = "\N{EN DASH}"
NOTHING = 1e-9  # what is smaller is rounding
text = Texts("leyenda.studies.validate")


def figure(value: float, unit: str = "") -> str:
    """A number in three digits, a year as a year; a dash if there is none."""
    if not math.isfinite(value):
        return NONE
    if unit == "year":
        return f"{value:.0f}"
    rounded = float(f"{value:.3g}") if abs(value) > NOTHING else 0.0
    return f"{rounded:,.0f}" if abs(rounded) >= 100 else f"{rounded:g}"


def share(value: float) -> str:
    """A share in per cent; a dash if there is none."""
    return f"{100 * value:.0f} %" if math.isfinite(value) else NONE


def plain(value: float, unit: str) -> str:
    """A number as a title says it: in two digits where it has a fraction, shares in per cent."""
    return share(value) if unit == "share" else figure(float(f"{value:.2g}") if abs(value) < 100 else value, unit)


def span(years: tuple[int, int]) -> str:
    """Years, or the one year."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"


def recorded(statistic: Statistic) -> str:
    """The recorded value or bound with its unit; a year needs none."""
    bound = "at_least" if statistic.at_least is not None else "at_most" if statistic.at_most is not None else "value"
    number = figure(statistic.record, statistic.unit)
    return text("bounds", bound, number=number if statistic.unit == "year" else f"{number} {statistic.unit}")


def tolerance(statistic: Statistic) -> str:
    """How near the median has to come."""
    if statistic.factor is not None:
        return text("bounds", "factor", by=f"{statistic.factor:g}")
    return text("bounds", "within", by=f"{statistic.within:g}") if statistic.within is not None else text("bounds", "kept")
