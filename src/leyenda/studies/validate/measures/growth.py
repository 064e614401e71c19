"""How states' rates jump: tails, onsets, noise."""

import numpy as np

from leyenda.studies.validate.lived import YEAR, Lived, Values

Years = tuple[int, int]
MONTHS = 13  # four-week months of a year


def jumps(lived: Lived, years: Years) -> Values:
    """Yearly changes of log(rate), shape (years - 1, states)."""
    return np.diff(np.log(lived.rates[lived.span(years)] + 0.1), axis=0)


def deviation(lived: Lived, years: Years) -> float:
    """Standard deviation of yearly changes of log rates, national mean of each year removed."""
    found = jumps(lived, years)
    return float((found - found.mean(axis=1, keepdims=True)).std())


def kurtosis(lived: Lived, years: Years) -> float:
    """Kurtosis of yearly changes of log rates; 3 for a normal distribution."""
    pooled = jumps(lived, years).ravel()
    z = pooled - pooled.mean()
    return float((z**4).mean() / (z**2).mean() ** 2)


def doublings(lived: Lived, years: Years) -> float:
    """Doublings from one year to the next that reach 10 per 100,000, per 100 state-years."""
    rates = lived.rates[lived.span(years)]
    onset = (rates[1:] >= 2.0 * rates[:-1]) & (rates[1:] >= 10.0)
    return float(100.0 * onset.mean())


def fano(lived: Lived, years: Years) -> float:
    """Median over states of variance over mean of monthly counts around their 13-month mean."""
    rows = lived.span(years)
    weekly = lived.outcome.by_plaza["homicides"][rows.start * YEAR : rows.stop * YEAR, lived.home].astype(float)
    monthly = weekly.reshape(-1, 4, weekly.shape[1]).sum(axis=1)
    smooth = np.array([np.convolve(column, np.ones(MONTHS) / MONTHS, "valid") for column in monthly.T]).T
    middle = monthly[MONTHS // 2 : MONTHS // 2 + len(smooth)]
    return float(np.median(((middle - smooth) ** 2).mean(axis=0) / np.maximum(0.01, smooth.mean(axis=0))))
