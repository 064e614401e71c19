"""Panels of what is no number a year: how rates grow, how members are shared out, what follows splits and operations."""

import textwrap
from collections.abc import Callable, Mapping

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.pictures.style import beside, calm, hue
from leyenda.studies.validate import record
from leyenda.studies.validate.judged import Values
from leyenda.studies.validate.pictures.band import band, quantiles
from leyenda.studies.validate.pictures.frame import tick
from leyenda.studies.validate.words import text

Said = Mapping[str, Values]
NARROW = 14  # letters in a line of a name
WIDTH = 0.2  # of a bin of growth
LEAST = 0.001  # share that is still drawn on a log scale


def growth(axes: Axes, said: Said, role: str) -> None:
    """Share of state-years by change of the rate; on a log scale, so that tails are seen."""
    x, values = np.array([float(case) for case in said]) + WIDTH / 2.0, np.array(list(said.values())).T
    low, middle, high = (np.maximum(quantiles(values, share), LEAST) for share in (0.05, 0.5, 0.95))
    axes.bar(x, middle - LEAST, WIDTH * 0.9, bottom=LEAST, color=hue(role), alpha=0.45, linewidth=0)
    axes.vlines(x, low, high, color=hue(role), linewidth=1.6)
    known = record.cases("growth")
    seen = np.array([known[case] for case in said])
    axes.plot(x, np.where(seen > 0.0, seen, np.nan), color=hue("record"), marker="D", markersize=3.6, linewidth=1.3, zorder=4)
    axes.set_yscale("log")
    axes.set_ylim(LEAST, 1.0)
    axes.yaxis.set_major_formatter(lambda value, place: f"{100 * value:g} %")
    finish(axes, text("pictures", "growth_axis"))


def ranks(axes: Axes, said: Said, role: str) -> None:
    """Share of members by rank."""
    x = np.array([float(case) for case in said])
    band(axes, x, np.array(list(said.values())).T, role)
    known = record.cases("ranks")
    axes.plot([int(rank) for rank in known], list(known.values()), color=hue("record"), marker="D", markersize=3.6, linewidth=1.3, zorder=4)
    axes.set_ylim(0.0, None)
    axes.set_xticks(x)
    axes.yaxis.set_major_formatter(lambda value, place: f"{100 * value:g} %")
    finish(axes, text("pictures", "ranks_axis"))


def splits(axes: Axes, said: Said, role: str) -> None:
    """Homicides by month around a split; on record, the year after in five states."""
    x = np.array([float(case) for case in said]) + 0.5
    values = np.array(list(said.values())).T
    band(axes, x, values, role)
    known = record.cases("splits")
    axes.hlines(list(known.values()), 0.0, 13.0, color=hue("record"), linewidth=1.1, zorder=4)
    for case, value in known.items():
        beside(axes, case, (0.0, value), (-4, 0), va="center", ha="right", fontsize=7, color=hue("ink"))
    axes.axvline(0.0, color=hue("ink"), linewidth=0.8)
    axes.set_xlim(-13, 13)
    axes.set_ylim(0.0, 1.08 * max(*known.values(), float(np.nanmax([2.0, *quantiles(values, 0.9)]))))
    finish(axes, text("pictures", "splits_axis"))


def operations(axes: Axes, said: Said, role: str) -> None:
    """A row an operation: the median world with its 90 % interval, the record in black."""
    known = record.cases("operations")
    for row, (case, values) in enumerate(said.items()):
        seen = values[np.isfinite(values)]
        if len(seen):
            low, middle, high = np.quantile(seen, (0.05, 0.5, 0.95))
            axes.hlines(-row, low, high, color=hue(role), linewidth=2.2)
            axes.plot(middle, -row, "o", color=hue(role), markersize=5)
        if case in known:
            axes.plot(known[case], -row, "D", color=hue("record"), markersize=4, zorder=4)
    names = [textwrap.fill(case.removeprefix("operation-").replace("-", " ").title(), NARROW) for case in said]
    axes.set_yticks(range(0, -len(said), -1), names, fontsize=7.5)
    axes.axvline(0.0, color=hue("ink"), linewidth=0.8, zorder=0)
    finish(axes, text("pictures", "operations_axis"))
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=hue("grid"), linewidth=0.7)


def finish(axes: Axes, below: str) -> None:
    """Grid, and what the scale below is."""
    calm(axes)
    axes.set_xlabel(below, fontsize=7.5, color=hue("faint"), labelpad=2)
    axes.xaxis.set_major_formatter(tick)


DRAW: dict[str, Callable[[Axes, Said, str], None]] = {"growth": growth, "ranks": ranks, "splits": splits, "operations": operations}
