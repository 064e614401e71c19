"""National totals: levels, take-off, and what part of it is the conflict's."""

import numpy as np

from leyenda.studies.validate.lived import Lived

Years = tuple[int, int]


def total(lived: Lived, years: Years) -> float:
    """Homicides a year."""
    return float(lived.homicides[lived.span(years)].sum(axis=1).mean())


def rate(lived: Lived, years: Years) -> float:
    """Homicides a year per 100,000 people."""
    rows = lived.span(years)
    return float(1e5 * lived.homicides[rows].sum() / lived.population[rows].sum())


def trough(lived: Lived, years: Years) -> float:
    """The calendar year with the lowest rate."""
    rows = lived.span(years)
    national = lived.homicides[rows].sum(axis=1) / lived.population[rows].sum(axis=1)
    return float(years[0] + int(np.argmin(national)))


def ratio(lived: Lived, years: Years) -> float:
    """Homicides of the last year over those of the first."""
    return total(lived, (years[1], years[1])) / max(1.0, total(lived, (years[0], years[0])))


def surge(lived: Lived, years: Years) -> float:
    """Largest growth from one year to the next, as a ratio."""
    national = lived.homicides[lived.span(years)].sum(axis=1)
    return float(np.max(national[1:] / np.maximum(1.0, national[:-1])))


def conflict(lived: Lived, years: Years) -> float:
    """Deaths in the conflict a year."""
    return float(lived.conflict[lived.span(years)].sum(axis=1).mean())


def conflict_share(lived: Lived, years: Years) -> float:
    """Share of all homicides that are the conflict's."""
    rows = lived.span(years)
    return float(lived.conflict[rows].sum() / max(1.0, lived.homicides[rows].sum()))


def between(lived: Lived, years: Years) -> float:
    """Deaths a year between organisations."""
    return float(np.mean([sum(pairs.values()) for pairs in lived.dyads[lived.span(years)]]))


def between_most(lived: Lived, years: Years) -> float:
    """Deaths between organisations in the worst of these years."""
    return float(max(sum(pairs.values()) for pairs in lived.dyads[lived.span(years)]))
