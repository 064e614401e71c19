"""The phrasings of a language, and numbers, shares and spans of time in words."""

import re
import string
import tomllib
from functools import cache
from typing import Any

from leyenda.results.names import TEXTS

LANGUAGES = ("en",)
YEAR = 52
WEEKS_A_MONTH = 52 / 12
WORDS_UP_TO, FIGURES_FROM = 20, 100


@cache
def plot_settings() -> dict[str, Any]:
    """What the choice of events rests on, in any language."""
    return tomllib.loads((TEXTS / "plot.toml").read_text(encoding="utf-8"))


@cache
def texts(language: str, name: str) -> dict[str, Any]:
    """One file of a language's phrasings."""
    return tomllib.loads((TEXTS / language / f"{name}.toml").read_text(encoding="utf-8"))


class Words:
    """Quantities as a historian writes them: round, and small ones in words."""

    def __init__(self, language: str) -> None:
        self.units = texts(language, "units")

    def number(self, value: float) -> str:
        """A whole number: in words below a hundred, in figures above."""
        whole = round(value)
        if whole <= WORDS_UP_TO:
            return str(self.units["numbers"][whole])
        if whole >= FIGURES_FROM:
            return f"{whole:,}"
        tens, ones = self.units["tens"][whole // 10], whole % 10
        return f"{tens}-{self.units['numbers'][ones]}" if ones else str(tens)

    def banks(self, count: int) -> str:
        """So many banks."""
        text = self.units["one_bank" if count == 1 else "banks"]
        return str(text).format(number=self.number(count))

    def others(self, count: int) -> str:
        """So many others."""
        return str(self.units["others"]).format(number=self.number(count))

    def age(self, years: float) -> str:
        """An age in words."""
        return self.number(int(years))

    def about(self, value: float) -> str:
        """A round number."""
        step = 10 if value < 200 else 50 if value < 1000 else 100 if value < 10000 else 500
        return self.number(value if value < WORDS_UP_TO else round(value / step) * step)

    def share(self, value: float) -> str:
        """The nearest simple fraction."""
        return self.nearest("fractions", value)

    def times(self, value: float) -> str:
        """How many times as much, or what fraction."""
        return self.nearest("times" if value > 1.0 else "fractions", value)

    def nearest(self, table: str, value: float) -> str:
        """The words for the nearest number of a table."""
        found: dict[str, str] = self.units[table]
        return found[min(found, key=lambda number: abs(float(number) - value) / float(number))]

    def span(self, weeks: int) -> str:
        """A length of time."""
        months, years = round(weeks / WEEKS_A_MONTH), round(weeks / YEAR)
        spans: dict[str, str] = self.units["spans"]
        for limit, name in ((2, "weeks"), (10, "months"), (14, "year"), (20, "longer")):
            if months <= limit:
                return spans[name].format(number=self.number(months))
        return spans["years"].format(number=self.number(years))

    def joined(self, parts: list[str]) -> str:
        """A list with its last two parts joined by "and"."""
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def fields(text: str) -> set[str]:
    """The facts a phrasing uses."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def tidy(text: str) -> str:
    """A sentence as it is printed: no comma before another mark, a capital first, a full stop last."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    text = re.sub(r",(?=[,.;:])", "", text)
    text = re.sub(r"([.:]) ([a-zà-ÿ])", lambda found: capital(found), text)
    text = text.rstrip(",;:. ") + "."
    return text[0].upper() + text[1:]


def capital(found: re.Match[str]) -> str:
    """A capital after a full stop, none after a colon."""
    return found[0].upper() if found[1] == "." else found[0]
