"""The end of a patron, step by step, as the table of history defines it (results.sequence), for one world."""

import numpy as np
import numpy.typing as npt

from leyenda.studies.validate.lived import YEAR, Lived

Years = tuple[int, int]
NEVER = float("nan")


def _patron(lived: Lived) -> tuple[int, int, int]:
    """Who first held the seat, since which week, and of which organisation; -1 for nobody."""
    series = lived.outcome.series["patron"]
    held = np.flatnonzero(series >= 0)
    if not len(held):
        return -1, -1, -1
    week, who = int(held[0]), int(series[held[0]])
    led = np.flatnonzero(lived.outcome.by_organisation["head"][week] == who)
    return who, week, int(led[0]) if len(led) else -1


def _red_line(lived: Lived) -> float:
    """Week in which the patron first has an official attacked."""
    who, since, _ = _patron(lived)
    log = lived.events("red_line")
    his = log["week"][(log["who"] == who) & (log["week"] >= since)]
    return float(his.min()) if who >= 0 and len(his) else NEVER


def _taken(lived: Lived, himself: bool) -> float:
    """Week after the red line in which he, or else the first of his associates, is arrested or killed."""
    (who, _, o), line, weeks = _patron(lived), _red_line(lived), []
    for kind in ("arrest", "kill") if himself else ("arrest",):
        log = lived.events(kind)
        meant = log["whom"] == who if himself else (log["whom"] != who) & (log["organisation"] == o)
        weeks += list(log["week"][meant & (log["week"] >= line)])
    return float(min(weeks)) if weeks else NEVER


def first_boss(lived: Lived, years: Years) -> float:
    """Months from the red line to the first arrest of an associate."""
    return (_taken(lived, False) - _red_line(lived)) / (YEAR / 12.0)


def patron(lived: Lived, years: Years) -> float:
    """Years from the red line to the patron's arrest or death by violence."""
    return (_taken(lived, True) - _red_line(lived)) / YEAR


def successors(lived: Lived, years: Years) -> float:
    """Two years after: organisations with 1 % of all members or in two states that are the federation or descend from it."""
    week = _taken(lived, True) + 2 * YEAR
    if np.isnan(week) or week >= lived.years * YEAR:
        return NEVER
    by, parent = lived.outcome.by_organisation, lived.outcome.organisations["parent"]
    members, plazas = by["members"][int(week)], by["plazas"][int(week)]
    large = (members >= 0.01 * members[members > 0].sum()) | (plazas >= 2)
    origin = _patron(lived)[2]
    return float(sum(_descends(parent, int(o), origin) for o in np.flatnonzero((members > 0) & large)))


def _descends(parent: npt.NDArray[np.int64], o: int, origin: int) -> bool:
    """Whether an organisation is another or came out of it."""
    while o >= 0 and o != origin:
        o = int(parent[o])
    return o == origin
