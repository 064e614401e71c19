"""What somebody says who knows the record to a year and no model: as it was, and on along a straight line."""

from collections.abc import Mapping

import numpy as np

from leyenda.studies.predict.series import FIRST, SEEN, Series
from leyenda.studies.validate.people import population, table
from leyenda.studies.validate.record import series as recorded

NAN = float("nan")
YEARS_OF_TREND = 5
FEWEST = 3  # values that make a line
Known = Mapping[int, float]


def known(one: Series) -> dict[int, float]:
    """The record of a series by year, in its unit; nothing after 2011, whatever the file holds."""
    found = {row.year: row.value for row in recorded(one.record) if row.year <= SEEN}
    return {year: value * people(year) / one.per for year, value in found.items()} if one.per else found


def people(year: int) -> float:
    """Persons in all states."""
    return float(population(list(table()), FIRST, SEEN - FIRST + 1)[year - FIRST].sum())


def persistence(values: Known, until: int) -> tuple[float, int]:
    """The last value up to a year, and which year's it is; NaN and the year itself if there is none."""
    last = max((year for year in values if year <= until), default=until)
    return values.get(last, NAN), last


def trend(values: Known, until: int, year: int, one: Series) -> float:
    """Where a straight line (least squares) through the values of five years up to `until` arrives in `year`, cut at what is possible.

    NaN where fewer than three of the five years have a value.
    """
    used = [at for at in range(until - YEARS_OF_TREND + 1, until + 1) if at in values]
    if len(used) < FEWEST:
        return NAN
    x, y = np.array(used, float), np.array([values[at] for at in used])
    slope = ((x - x.mean()) @ (y - y.mean())) / ((x - x.mean()) @ (x - x.mean()))
    return float(np.clip(y.mean() + slope * (year - x.mean()), one.least, one.most))
