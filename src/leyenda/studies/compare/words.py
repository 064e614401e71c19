"""Numbers and texts of a comparison as they are read."""

import math

from leyenda.results.wording import Texts, amount, listed

NONE = "\N{EN DASH}"
text = Texts("leyenda.studies.compare")


def digits(value: float, sign: str = "+") -> str:
    """A change in % in as many digits as anybody reads: -12, +3.4, 0; a dash if there is none."""
    if math.isnan(value):
        return NONE
    rounded = round(value) if abs(value) >= 9.95 else round(value, 1)
    return f"{rounded:{sign},.0f}" if abs(rounded) >= 10 else f"{rounded:{sign}.1f}" if rounded else "0"


def ends(low: float, high: float) -> str:
    """An interval in brackets, in %; nothing if there is none."""
    return "" if math.isnan(low) else f" [{digits(low)}, {digits(high)}]"


def percent(value: float, low: float, high: float) -> str:
    """A change in % with its interval."""
    return f"{digits(value)}{ends(low, high)}"


def size(value: float) -> str:
    """A number in three digits; a dash if there is none."""
    return NONE if math.isnan(value) else amount(float(f"{value:.3g}"))


def changed(value: float) -> str:
    """The same with its sign."""
    return f"+{size(value)}" if value > 0.0 else size(value)


def window(section: str, years: int) -> str:
    """A window of years in words."""
    return text(section, "window_one") if years == 1 else text(section, "window", years=years)


def plain(name: str) -> str:
    """The name of an arm as it is read."""
    return name.replace("_", " ")


def heading(name: str) -> str:
    """The same at the beginning of a sentence."""
    return plain(name)[:1].upper() + plain(name)[1:]


def names(arms: list[str]) -> str:
    """Some of them in a row."""
    return listed([plain(arm) for arm in arms])
