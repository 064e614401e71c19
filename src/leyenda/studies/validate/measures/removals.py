"""What the state does: leaders removed, what follows a split, joint operations, clashes."""

import numpy as np
import numpy.typing as npt

from leyenda.studies.validate.lived import YEAR, Lived
from leyenda.studies.validate.measures.leaders import removed

Years = tuple[int, int]
MOST = 5  # splits, as many as the record lists


def _weeks(lived: Lived, years: Years) -> tuple[int, int]:
    """First week of the first year and the week after the last."""
    rows = lived.span(years)
    return rows.start * YEAR, rows.stop * YEAR


def _number(lived: Lived, years: Years, kind: str) -> int:
    """Leaders whom the state arrested or killed in these years."""
    first, last = _weeks(lived, years)
    return sum(first <= week < last for week in removed(lived, kind))


def removals(lived: Lived, years: Years) -> float:
    """Leaders arrested or killed by the state a year."""
    return (_number(lived, years, "arrest") + _number(lived, years, "kill")) / (years[1] - years[0] + 1)


def killed(lived: Lived, years: Years) -> float:
    """Share of them killed."""
    dead, taken = _number(lived, years, "kill"), _number(lived, years, "arrest")
    return dead / (dead + taken) if dead + taken else float("nan")


def split_surge(lived: Lived, years: Years) -> float:
    """Homicides of the year after over those of the year before, where the five largest groups broke away; their median."""
    ratios = [_around(lived, [plaza], week) for week, plaza in splits(lived, years)]
    return float(np.median(ratios)) if ratios else float("nan")


def splits(lived: Lived, years: Years) -> list[tuple[int, int]]:
    """Week and plaza of the five largest groups that broke away with the year before and the year after inside the run and `years`."""
    first, last = _weeks(lived, years)
    leaving = [lived.events(kind) for kind in ("secede", "split")]
    week, plaza, amount = (np.concatenate([log[name] for log in leaving]) for name in ("week", "plaza", "amount"))
    chosen = (week >= max(YEAR, first)) & (week <= last - YEAR) & np.isin(plaza, lived.home)
    largest = np.flatnonzero(chosen)[np.argsort(-amount[chosen], kind="stable")][:MOST]
    return [(int(week[k]), int(plaza[k])) for k in largest]


def _around(lived: Lived, plazas: list[int], week: int) -> float:
    """Homicides of the 52 weeks after over those of the 52 before."""
    weekly: npt.NDArray[np.float64] = lived.outcome.by_plaza["homicides"][:, plazas]
    return float((weekly[week : week + YEAR].sum() + 1.0) / (weekly[week - YEAR : week].sum() + 1.0))


def operations(lived: Lived) -> dict[str, float]:
    """Log change of homicides where a joint operation began, 12 months after over before, less that of the rest of the country."""
    index = {plaza.name: p for p, plaza in enumerate(lived.scenario.plazas)}
    found = {}
    for label, policy in lived.scenario.policies.items():
        if policy.policy == "deployment" and policy.plazas:
            there = [index[name] for name in policy.plazas]
            rest = [p for p in lived.home if p not in there]
            found[label] = float(np.log(_around(lived, there, policy.start)) - np.log(_around(lived, rest, policy.start)))
    return found


def operations_median(lived: Lived, years: Years) -> float:
    """Median of it over the operations."""
    changes = operations(lived).values()
    return float(np.median(list(changes))) if changes else float("nan")


def operations_most(lived: Lived, years: Years) -> float:
    """The largest of it."""
    return max(operations(lived).values(), default=float("nan"))


def clashes(lived: Lived, years: Years) -> float:
    """Members killed in clashes with the state a year."""
    return float(lived.series("clashes")[lived.span(years)].mean())


def clashes_growth(lived: Lived, years: Years) -> float:
    """Members killed in clashes in the last year over the first."""
    return clashes(lived, (years[1], years[1])) / max(1.0, clashes(lived, (years[0], years[0])))
