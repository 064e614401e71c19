"""Organisations and their wars: how many, how large, who against whom."""

import numpy as np

from leyenda.studies.validate.lived import YEAR, Lived, Values

Years = tuple[int, int]
COUNTED = 25.0  # deaths a year from which UCDP counts a conflict


def major(lived: Lived, years: Years) -> float:
    """Organisations with 1 % of all members or present in two states, averaged over the weeks."""
    rows = lived.span(years)
    return float(lived.outcome.series["organisations_major"][rows.start * YEAR : rows.stop * YEAR].mean())


def dyads(lived: Lived, years: Years) -> float:
    """Pairs with at least 25 deaths in a year."""
    return float(np.mean([sum(dead >= COUNTED for dead in pairs.values()) for pairs in lived.dyads[lived.span(years)]]))


def top_dyad(lived: Lived, years: Years) -> float:
    """Share of the deadliest pair in all deaths between organisations."""
    shares = [max(pairs.values()) / sum(pairs.values()) for pairs in lived.dyads[lived.span(years)] if sum(pairs.values()) > 0]
    return float(np.mean(shares)) if shares else float("nan")


def top_share(lived: Lived, years: Years) -> float:
    """Share of all members in the largest organisation at the end of the last year."""
    sizes = lived.sizes(years[1])
    return float(sizes[0] / sizes.sum()) if len(sizes) else float("nan")


def top_ten(lived: Lived, years: Years) -> float:
    """Share of all members in the ten largest."""
    sizes = lived.sizes(years[1])
    return float(sizes[:10].sum() / sizes.sum()) if len(sizes) else float("nan")


def rivals(lived: Lived, years: Years) -> float:
    """Share of the organisations that live at the end of the last year that were at war in it."""
    row = lived.at(years[1])
    alive = np.flatnonzero(lived.outcome.by_organisation["members"][(row + 1) * YEAR - 1] > 0)
    at_war = {o for pair in lived.dyads[row] for o in pair}
    return float(np.mean([o in at_war for o in alive])) if len(alive) else float("nan")


def crowding(lived: Lived, years: Years) -> float:
    """Conflict deaths per head where several are and protection is low, over those where one is and protection is high."""
    rows = lived.span(years)
    weeks = slice(rows.start * YEAR, rows.stop * YEAR)
    number, cover = (_yearly(lived, name, weeks) for name in ("organisations", "protection"))
    rate = lived.conflict[rows] / lived.population[rows]
    middle = np.median(cover)
    many, one = rate[(number > 1.5) & (cover < middle)], rate[(number <= 1.5) & (cover >= middle)]
    return float(many.mean() / one.mean()) if len(many) and len(one) and one.mean() > 0 else float("nan")


def _yearly(lived: Lived, name: str, weeks: slice) -> Values:
    """A weekly table of plazas as means of years; shape (years, states)."""
    table = lived.outcome.by_plaza[name][weeks, lived.home].astype(float)
    means: Values = table.reshape(-1, YEAR, table.shape[1]).mean(axis=1)
    return means
