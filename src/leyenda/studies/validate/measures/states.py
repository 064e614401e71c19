"""How unevenly it falls on the states, and how that lasts."""

from collections.abc import Callable

import numpy as np

from leyenda.studies.validate.lived import Lived, Values

Years = tuple[int, int]


def gini(values: Values) -> float:
    """Gini coefficient of non-negative values."""
    x = np.sort(values)
    n = len(x)
    return float((2 * np.arange(1, n + 1) - n - 1) @ x / (n * x.sum())) if x.sum() > 0 else float("nan")


def _mean(lived: Lived, years: Years, table: Values, of: Callable[[Values], float]) -> float:
    """A statistic of each year's states, averaged over the years."""
    return float(np.mean([of(row) for row in table[lived.span(years)]]))


def gini_conflict(lived: Lived, years: Years) -> float:
    """Gini of deaths in the conflict over states."""
    return _mean(lived, years, lived.conflict, gini)


def top_four(lived: Lived, years: Years) -> float:
    """Share of deaths in the conflict in the four worst states."""
    return _mean(lived, years, lived.conflict, lambda row: np.sort(row)[-4:].sum() / max(1.0, row.sum()))


def gini_rates(lived: Lived, years: Years) -> float:
    """Gini of homicide rates over states."""
    return _mean(lived, years, lived.rates, gini)


def worst(lived: Lived, years: Years) -> float:
    """Highest homicide rate of a state, per 100,000."""
    return _mean(lived, years, lived.rates, lambda row: row.max())


def border(lived: Lived, years: Years) -> float:
    """Share of homicides in states that touch the border abroad."""
    abroad = {plaza.name for plaza in lived.scenario.plazas if plaza.side == "abroad"}
    touch = [bool(abroad & set(lived.scenario.plazas[p].neighbours)) for p in lived.home]
    return _mean(lived, years, lived.homicides, lambda row: row[touch].sum() / max(1.0, row.sum()))


def moran(lived: Lived, years: Years) -> float:
    """Moran's I of log(rate + 0.5) over neighbouring states (Moran 1950), row-standardised."""
    near = [set(lived.scenario.plazas[p].neighbours) for p in lived.home]
    weights = np.array([[float(name in of) for name in lived.names] for of in near])
    weights /= np.maximum(1.0, weights.sum(axis=1, keepdims=True))

    def one(row: Values) -> float:
        z = np.log(row + 0.5)
        z = z - z.mean()
        return float(len(z) / weights.sum() * (z @ weights @ z) / (z @ z))

    return _mean(lived, years, lived.rates, one)


def persistence(lived: Lived, years: Years) -> float:
    """Correlation of states' rates in the first year with those in the last."""
    first, last = lived.rates[lived.at(years[0])], lived.rates[lived.at(years[1])]
    return float(np.corrcoef(first, last)[0, 1])


def persistence_yearly(lived: Lived, years: Years) -> float:
    """Mean correlation of states' rates from one year to the next."""
    return float(np.mean([persistence(lived, (year, year + 1)) for year in range(years[0], years[1])]))
