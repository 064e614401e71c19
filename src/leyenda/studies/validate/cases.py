"""What a world says beyond one number or one number a year: cases by name, for the pictures."""

from collections.abc import Callable

import numpy as np

from leyenda.studies.validate.lived import YEAR, Lived, Values
from leyenda.studies.validate.measures.growth import jumps
from leyenda.studies.validate.measures.removals import operations, splits

Cases = dict[str, float]
YEARS = (2000, 2011)  # of the record that growth is shown beside
SPLITS = (2007, 2011)
BINS = np.arange(-11, 14, 2)  # edges, tenths of a log change; what lies beyond belongs to the outermost
RANKS, SIZED = 10, 2022
MONTH = 4  # weeks
MONTHS = YEAR // MONTH


def growth(lived: Lived) -> Cases:
    """Share of state-years by the yearly change of the log rate, under the lower edge of each bin."""
    found = 10.0 * jumps(lived, YEARS).ravel()
    counts, _ = np.histogram(np.clip(found, BINS[0] + 0.5, BINS[-1] - 0.5), BINS)
    return {f"{edge / 10:g}": float(number / len(found)) for edge, number in zip(BINS[:-1], counts, strict=True)}


def ranks(lived: Lived) -> Cases:
    """Shares of all members, from the largest organisation down; 0 where there are fewer."""
    sizes = lived.sizes(SIZED)
    shares = np.zeros(RANKS)
    shares[: len(sizes)] = sizes[:RANKS] / sizes.sum()
    return {str(rank): float(share) for rank, share in enumerate(shares, 1)}


def after_splits(lived: Lived) -> Cases:
    """Monthly homicides where groups broke away over the mean month of the year before, by months since; median over the splits."""
    curves = [_around(lived, plaza, week) for week, plaza in splits(lived, SPLITS)]
    middle = np.median(curves, axis=0) if curves else np.full(2 * MONTHS, np.nan)
    return {str(month): float(value) for month, value in zip(range(-MONTHS, MONTHS), middle, strict=True)}


def _around(lived: Lived, plaza: int, week: int) -> Values:
    """Months of the year before and the year after, over the mean month before."""
    weekly = lived.outcome.by_plaza["homicides"][week - YEAR : week + YEAR, plaza].astype(float)
    monthly: Values = weekly.reshape(-1, MONTH).sum(axis=1)
    return monthly / max(1e-9, float(monthly[:MONTHS].mean()))


CASES: dict[str, tuple[Callable[[Lived], Cases], int]] = {  # and the year until which a world has to live for it
    "growth": (growth, 2011), "ranks": (ranks, SIZED), "splits": (after_splits, 2011), "operations": (operations, 2009),
}  # fmt: skip
