"""Population by state and year: CONAPO's estimates and projections of the 2010 revision."""

import csv
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt


@cache
def table() -> dict[str, dict[int, float]]:
    """Persons by state and year."""
    text = files("leyenda.studies.validate").joinpath("population.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["state"]: {int(year): float(n) for year, n in row.items() if year != "state"} for row in rows}


def population(states: list[str], start: int, years: int) -> npt.NDArray[np.float64]:
    """People by year and state; shape (years, states). Years outside the table take its nearest. Raises KeyError for an unknown state."""
    known = table()
    first, last = min(known[states[0]]), max(known[states[0]])
    return np.array([[known[state][min(last, max(first, start + k))] for state in states] for k in range(years)])
