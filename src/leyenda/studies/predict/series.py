"""What is predicted and over which years; data in series.toml."""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from leyenda.studies.validate.run import Point

SCENARIO = "mexico-2006"
SEEN = 2011  # the last year of which anything on record may be known here
FIRST, LAST = 2000, 2023
YEARS = range(FIRST, LAST + 1)
UNSEEN = range(SEEN + 1, LAST + 1)


@dataclass(frozen=True)
class Series:
    """One number a year; see the top of series.toml."""

    name: str
    title: str
    unit: str
    measure: str
    role: str
    record: str = ""
    per: float = 0.0
    least: float = 0.0
    most: float = math.inf

    def point(self, year: int) -> Point:
        """What a world is asked about a year."""
        return self.measure, (year, year)


@cache
def series() -> tuple[Series, ...]:
    """Everything that is predicted, in the order in which it is shown."""
    text = files("leyenda.studies.predict").joinpath("series.toml").read_text("utf-8")
    return tuple(Series(**row) for row in tomllib.loads(text)["series"])
