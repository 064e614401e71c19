"""Homicide rates state by state: one more case that worlds are asked for, under the state's name and the year."""

from leyenda.studies.predict.series import LAST
from leyenda.studies.validate.cases import CASES, Cases
from leyenda.studies.validate.lived import Lived

RATES = "rates"


def rates(lived: Lived) -> Cases:
    """Homicides per 100,000 by state and year, such as "Sonora 2015"."""
    years = range(lived.scenario.start, lived.scenario.start + lived.years)
    return {label(state, year): float(lived.rates[lived.at(year), k]) for k, state in enumerate(lived.names) for year in years}


def label(state: str, year: int) -> str:
    """What a state's year is kept under."""
    return f"{state} {year}"


CASES[RATES] = (rates, LAST)  # where the runner of studies/validate looks a case up
